// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

namespace pipegantt {

/// What a person chose; System follows the desktop.
enum class ThemeChoice
{
    System,
    Light,
    Dark,
};

/// `system`, `light` or `dark`, as settings and the command line spell it.
QString themeChoiceId(ThemeChoice choice);
/// System for anything unknown.
ThemeChoice themeChoiceFromId(const QString& id);

/// Whether the desktop is dark. Asked before the first `applyTheme`, which replaces the desktop's
/// colours; the answer of the first call is kept.
bool isSystemDark();

const Theme& themeFor(ThemeChoice choice);

} // namespace pipegantt
