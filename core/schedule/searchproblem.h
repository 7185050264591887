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

/// Chunk activations that a device of `plan` may hold; nothing where there is no limit.
std::optional<std::int64_t> chunksWithinLimit(const Plan& plan);

/// The passes of `plan` with its stages where `placement` puts them, as a question to the search:
/// backward passes split, messages as if none ever had to wait for a device.
/// Memory counts chunk activations, kept until the weight gradient. O(stages).
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
