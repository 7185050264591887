// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QPen>

#include <cstddef>

namespace pipegantt {

/// The line of the curve that the plan is on.
QPen ownCurvePen(const Theme& theme);

/// The line of the `number`th other curve; colour and dashes each tell them apart alone.
QPen otherCurvePen(const Theme& theme, std::size_t number);

} // namespace pipegantt
