// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/search/problem.h"

#include <cstdint>
#include <optional>
#include <tuple>
#include <vector>

namespace pipegantt {

/// For each device a word over the passes of its stages; rows begin at SearchProblem::rowBegin. A
/// letter is the place of the stage in stagesOf(device) * kPassCount + the pass, and its k-th
/// occurrence is unit k.
using Order = std::vector<std::uint8_t>;

constexpr std::uint8_t orderLetter(std::size_t placeOfStage, Pass pass)
{
    return static_cast<std::uint8_t>(placeOfStage * kPassCount + static_cast<std::size_t>(pass));
}

/// What an order amounts to; less is better, the first field that differs decides.
struct OrderScore
{
    /// The end of the last device, what it does afterwards included.
    std::int64_t makespan = 0;
    /// The longest time from a device's first start to its end (Zero Bubble's cost).
    std::int64_t span = 0;
    /// The most memory that a device holds.
    std::int64_t peak = 0;

    friend bool operator==(const OrderScore&, const OrderScore&) = default;
    friend bool operator<(const OrderScore& a, const OrderScore& b)
    {
        return std::tie(a.makespan, a.span, a.peak) < std::tie(b.makespan, b.span, b.peak);
    }
};

/// One micro-batch after the other through its whole pipeline: as slow as an order can be, and
/// content with SearchProblem::leastMemory. O(operations).
Order serialOrder(const SearchProblem& problem);

/// Runs every pass as early as `order` allows. Nothing where an operation is missing or twice
/// there, where the order deadlocks, or where a device passes its memory. O(operations).
std::optional<OrderScore> scoreOf(const SearchProblem& problem, const Order& order);

} // namespace pipegantt
