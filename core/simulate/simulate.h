// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/order/schedule.h"
#include "core/plan/plan.h"
#include "core/simulate/costs.h"
#include "core/simulate/replay.h"
#include "core/simulate/steadystate.h"
#include "core/simulate/timeline.h"

#include <cstdint>

namespace pipegantt {

/// Memory that `simulate` works in, kept between calls so that a slider tick allocates nothing.
struct SimulationScratch
{
    Costs costs;
    /// Whether each operation is replayed, a steady state among them: to check what skips it.
    bool everyOperation = false;
    ReplayState state;
    /// One of the two is in use.
    ReplayMemory<std::int32_t> narrow;
    ReplayMemory<std::int64_t> wide;
    SteadyMemory steady;
};

/// The earliest start of every operation that keeps each device's order and every dependency
/// (Zero Bubble 2401.10241, ILP constraints (4) to (6)): an operation starts at the later of the
/// end of the one before it on its device and the end of what it depends on, plus `hopTime` where
/// that ran on another device. Messages cost no device time, unless the plan's are blocking: then
/// see blocking.h. A deadlock is an error that names the cycle. O(operations).
Result<void> simulate(
    const Plan& plan, const Schedule& schedule, SimulationScratch& scratch, Timeline& timeline);

} // namespace pipegantt
