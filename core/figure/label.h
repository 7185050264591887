// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/fontmetrics.h"

#include <string>
#include <string_view>
#include <vector>

namespace pipegantt {

/// Whether `text` of this size can stand inside a bar of `width` and `height`; digits bring most of
/// their air along themselves. A label that does not fit is left out.
bool labelFits(std::string_view text, double size, FontWeight weight, double width, double height);

/// Of rows `pitch` apart, every how many can have a label of this size: 1, 2 or 5 times a power of
/// ten.
int labelEvery(double pitch, double size);

/// `text` broken at spaces into lines no wider than `width`, as far as its words allow.
std::vector<std::string> wrapped(std::string_view text, double size, double width);

/// The baseline that puts capitals and digits of this size in the middle around `centre`.
double baselineAround(double centre, double size);

} // namespace pipegantt
