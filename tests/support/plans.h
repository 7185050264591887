// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/plan.h"

#include <algorithm>
#include <random>

namespace pipegantt::test {

/// So many slots.
constexpr Duration slotTime(std::int64_t count)
{
    return count * unitDuration(TimeUnit::Slots);
}

/// A plan of `schedule` with F = 1 and B = 2 slots, no latency and no limits.
inline Plan planOf(ScheduleKind schedule, int stages, int microbatches)
{
    Plan plan;
    plan.schedule = schedule;
    plan.stages = stages;
    plan.microbatches = microbatches;
    return plan;
}

/// A random small legal plan: any schedule, uneven stages and latency half of the time.
inline Plan randomPlan(std::mt19937& random)
{
    const auto upTo = [&random](
                          int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    const auto time = [&] { return stageTime(Duration(1 + upTo(30)), Duration(1 + upTo(60))); };
    Plan plan = planOf(static_cast<ScheduleKind>(upTo(3)), 1 + upTo(8), 1 + upTo(20));
    if (plan.schedule == ScheduleKind::Naive)
        plan.microbatches = 1;
    if (plan.schedule == ScheduleKind::Inference) {
        plan.chunks = 1 + upTo(2);
        plan.group = upTo(plan.microbatches);
    }
    plan.backwardOrder = upTo(1) == 0 ? BackwardOrder::Ascending : BackwardOrder::Descending;
    plan.unit = TimeUnit::Microseconds;
    plan.time = time();
    if (upTo(1) == 0)
        plan.link.latency = Duration(upTo(40));
    if (upTo(1) == 0)
        std::ranges::generate_n(std::back_inserter(plan.perStage), plan.modelStages(), time);
    return plan;
}

} // namespace pipegantt::test
