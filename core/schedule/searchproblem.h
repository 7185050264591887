// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/order/placement.h"
#include "core/order/schedule.h"
#include "core/plan/plan.h"
#include "core/search/order.h"
#include "core/search/problem.h"

#include <cstdint>
#include <optional>

namespace pipegantt {

/// How a search counts the memory of activations: in parts of a chunk activation, as many as its
/// early release needs.
struct MemoryUnits
{
    /// Of a chunk activation as a whole, and of what its input gradient leaves of it.
    std::int64_t whole = 1;
    std::int64_t rest = 1;

    /// Those of the activations of one micro-batch on one device.
    [[nodiscard]] std::int64_t ofMicrobatch(const Plan& plan) const;
};
MemoryUnits memoryUnits(const Plan& plan);

/// The most activations that a device of `plan` may hold, in its `memoryUnits`: as many
/// micro-batches as the limit says, or what a limit in bytes leaves beside one copy of the model
/// state. Nothing where there is no limit.
std::optional<std::int64_t> unitsWithinLimit(const Plan& plan);

/// The smallest limit of the plan's kind within which `units` fit.
MemoryLimit leastLimit(const Plan& plan, std::int64_t units);

/// The passes of `plan` with its stages where `placement` puts them, as a question to the search:
/// backward passes split, messages as if none ever had to wait for a device.
/// Memory counts `memoryUnits`. O(stages).
SearchProblem searchProblem(const Plan& plan, const Placement& placement);

/// The same with durations that no order can undercut: passes as short as jitter can make them, and
/// with a pair's time of its own, no longer than that makes them.
SearchProblem undercutProblem(const Plan& plan, const Placement& placement);

/// The order of `schedule`, whose placement is that of `problem`, with a full backward pass read as
/// an input gradient with the weight gradient right behind it, pairs taken apart, recomputation
/// left out, and whole micro-batches run slice by slice: none of that makes it slower. Nothing
/// where the micro-batches are cut otherwise.
std::optional<Order> orderOf(const SearchProblem& problem, const Schedule& schedule);

/// Appends `order` to `schedule`, which has been reset to the placement of `problem`.
void writeOrder(const SearchProblem& problem, const Order& order, Schedule& schedule);

} // namespace pipegantt
