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
    // Lives as long as the program: Qt keeps references to both arguments.
    static int count = 1;
    static std::array<char, 10> name {"pipegantt"};
    static std::array<char*, 2> arguments {name.data(), nullptr};
    static const QGuiApplication application(count, arguments.data());
    return true;
}

} // namespace pipegantt
