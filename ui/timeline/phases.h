// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/run.h"

#include <cstdint>
#include <vector>

namespace pipegantt {

/// A stretch of the iteration that has a name.
struct Phase
{
    enum class Kind : std::uint8_t
    {
        WarmUp, ///< forwards before the first backward of device 0
        Steady, ///< forwards and backwards in turn
        Drain, ///< backwards after the last forward
        Forwards, ///< all forwards of a schedule that runs them first
        Backwards,
    };
    Kind kind = Kind::WarmUp;
    Duration begin {};
    Duration end {};

    friend bool operator==(const Phase&, const Phase&) = default;
};

/// The phases of a training run as device 0 sees them, or forwards and backwards where the schedule
/// keeps them apart; none without a backward pass. O(operations of a device).
std::vector<Phase> phasesOf(const Run& run);

} // namespace pipegantt
