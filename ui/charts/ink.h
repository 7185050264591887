// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/color.h"

#include <QColor>

namespace pipegantt {

/// A colour of the core as the toolkit's.
inline QColor inkColor(Color color)
{
    return {color.red, color.green, color.blue};
}

/// `wanted`, moved towards `text` just as far as small print on `background` needs (4.5 : 1), so
/// that words may carry the colour of what they name.
QColor legibleInk(const QColor& wanted, const QColor& background, const QColor& text);

/// `share` of `over` laid on `under`.
QColor blended(const QColor& over, const QColor& under, double share);

} // namespace pipegantt
