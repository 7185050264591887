// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/themechoice.h"

#include <QGuiApplication>
#include <QPalette>

namespace pipegantt {

using namespace Qt::StringLiterals;

QString themeChoiceId(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light:
        return u"light"_s;
    case ThemeChoice::Dark:
        return u"dark"_s;
    case ThemeChoice::System:
        break;
    }
    return u"system"_s;
}

ThemeChoice themeChoiceFromId(const QString& id)
{
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        if (id == themeChoiceId(choice))
            return choice;
    }
    return ThemeChoice::System;
}

bool isSystemDark()
{
    static const bool dark = [] {
        const QPalette palette = QGuiApplication::palette();
        return palette.color(QPalette::WindowText).lightness()
            > palette.color(QPalette::Window).lightness();
    }();
    return dark;
}

const Theme& themeFor(ThemeChoice choice)
{
    const bool dark =
        choice == ThemeChoice::Dark || (choice == ThemeChoice::System && isSystemDark());
    return dark ? darkTheme() : lightTheme();
}

} // namespace pipegantt
