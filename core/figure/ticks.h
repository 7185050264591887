// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/time.h"
#include "core/figure/timescale.h"
#include "core/simulate/excerpt.h"

#include <string>
#include <vector>

namespace pipegantt {

/// One mark of a time axis.
struct Tick
{
    Duration when {};
    double px = 0;
    /// The exact number in the axis's unit, without the unit: `12`, `2.5`.
    std::string label;

    friend bool operator==(const Tick&, const Tick&) = default;
};

/// The marks of a time axis in `unit`: multiples of 1, 2 or 5 times a power of ten, at least
/// `leastSpacing` apart, within the scale's window. Slots are whole: they are never divided.
std::vector<Tick> ticks(const TimeScale& scale, TimeUnit unit, double leastSpacing);

/// The same for the time of an excerpt: marks stand at round times of the whole run, and their
/// labels say those; `when` is in the time of the excerpt.
std::vector<Tick> ticks(
    const TimeScale& scale, TimeUnit unit, double leastSpacing, const Excerpt* excerpt);

} // namespace pipegantt
