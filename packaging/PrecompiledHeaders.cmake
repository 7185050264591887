# SPDX-FileCopyrightText: 2026 The PipeGantt authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Most of a build from nothing is reading the same headers of the library and of Qt again, some 400 times. Here they are
# read once per kind of target. Only headers of others: one of ours would rebuild everything with each change.
option(PIPEGANTT_PRECOMPILED_HEADERS "Read the headers of libraries once: a quicker build from nothing, deaf to a missing include" OFF)

set(pipegantt_library_headers
    <algorithm> <array> <cmath> <compare> <cstdint> <functional> <limits> <map> <memory> <numeric> <optional> <random> <set>
    <span> <string> <string_view> <unordered_map> <utility> <variant> <vector> <tl/expected.hpp>
)
set(pipegantt_qt_headers
    ${pipegantt_library_headers}
    <QCoreApplication> <QDateTime> <QDebug> <QFile> <QHash> <QList> <QMap> <QMetaObject> <QObject> <QString> <QStringList>
    <QTemporaryDir> <QUrl> <QVariant>
)
set(pipegantt_widget_headers
    ${pipegantt_qt_headers}
    <QAction> <QApplication> <QComboBox> <QFontMetricsF> <QHBoxLayout> <QImage> <QKeyEvent> <QLabel> <QLineEdit> <QMenu>
    <QMimeData> <QMouseEvent> <QPainter> <QPainterPath> <QPushButton> <QToolButton> <QVBoxLayout> <QWheelEvent> <QWidget>
)

# Precompiled, std::string forgets that it is a system's header, and GCC 12 warns of overflows in its operator+ that are not
# there (its bug 105329). -fpch-preprocess is what ccache asks for.
set(pipegantt_precompiled_options
    $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>
    "$<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-array-bounds;-Wno-stringop-overflow>"
)

# pipegantt_precompile(target header...)
function(pipegantt_precompile target)
    if(PIPEGANTT_PRECOMPILED_HEADERS)
        target_precompile_headers(${target} PRIVATE ${ARGN})
        target_compile_options(${target} PRIVATE ${pipegantt_precompiled_options})
    endif()
endfunction()

# pipegantt_reuse_headers(target from): what `from` has read, for a target that is compiled alike.
function(pipegantt_reuse_headers target from)
    if(PIPEGANTT_PRECOMPILED_HEADERS)
        target_precompile_headers(${target} REUSE_FROM ${from})
        target_compile_options(${target} PRIVATE ${pipegantt_precompiled_options})
    endif()
endfunction()
