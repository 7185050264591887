// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QIcon>

namespace pipegantt {

/// The icon `name` of the bundled set in the theme's text colour, and paler where it is disabled.
QIcon themedIcon(const QString& name, const Theme& theme);

/// The program's own icon.
QIcon applicationIcon();

} // namespace pipegantt
