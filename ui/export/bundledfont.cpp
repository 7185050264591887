// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/bundledfont.h"

#include "core/figure/fontmetrics.h"

#include <QDebug>
#include <QFontDatabase>
#include <QGuiApplication>

#include <array>

// The macro needs the global namespace.
static void initFontResource()
{
    Q_INIT_RESOURCE(fonts);
}

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

QtMessageHandler previousHandler = nullptr;

/// Keeps Qt's note about a missing XDG_RUNTIME_DIR off the standard error of a program that paints
/// one file and needs no such directory.
void withoutRuntimeDirectory(
    QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    if (message.contains("XDG_RUNTIME_DIR"_L1))
        return;
    if (previousHandler != nullptr)
        previousHandler(type, context, message);
}

} // namespace

void loadBundledFont()
{
    static const bool loaded = [] {
        initFontResource();
        bool all = true;
        for (const QString& path :
            {u":/fonts/NotoSans-Regular.ttf"_s, u":/fonts/NotoSans-Bold.ttf"_s})
            all = QFontDatabase::addApplicationFont(path) >= 0 && all;
        return all;
    }();
    if (!loaded)
        qWarning("The bundled font could not be loaded.");
}

QFont bundledFont()
{
    QStringList families;
    for (const std::string_view family : kFontFamilies)
        families += QString::fromLatin1(family.data(), static_cast<qsizetype>(family.size()));
    QFont font;
    font.setFamilies(families);
    font.setStyleHint(QFont::SansSerif);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

bool ensureGuiApplication()
{
    if (QCoreApplication::instance() != nullptr)
        return qobject_cast<QGuiApplication*>(QCoreApplication::instance()) != nullptr;
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    // Both arguments must outlive the application, and it must outlive every static that holds a
    // font: so it is never destroyed.
    static int count = 1;
    static std::array<char, 10> name {"pipegantt"};
    static std::array<char*, 2> arguments {name.data(), nullptr};
    previousHandler = qInstallMessageHandler(withoutRuntimeDirectory);
    static const auto* const application = new QGuiApplication(count, arguments.data());
    qInstallMessageHandler(previousHandler);
    return application != nullptr;
}

} // namespace pipegantt
