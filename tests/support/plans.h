// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/plan.h"
#include "core/schedule/catalogue.h"

#include <algorithm>
#include <iterator>
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

/// Draws numbers and times for plans.
class PlanDraw
{
public:
    explicit PlanDraw(std::mt19937& random)
        : m_random(random)
    {
    }

    int upTo(int most) { return std::uniform_int_distribution<int>(0, most)(m_random); }
    bool toss() { return upTo(1) == 0; }
    StageTime time()
    {
        const Duration forward(1 + upTo(30));
        return {forward, Duration(1 + upTo(30)), Duration(upTo(30))};
    }

private:
    std::mt19937& m_random;
};

/// The parameters of its own that the schedule of `plan` reads, drawn.
inline void drawParameters(Plan& plan, PlanDraw& draw)
{
    const KindShape& shape = shapeOf(plan.schedule);
    const int usual = shape.usualChunks;
    plan.chunks = shape.chunks > 0 ? shape.chunks : usual + draw.upTo(2);
    if (reads(plan.schedule, Parameter::Group) && draw.toss())
        plan.group = draw.upTo(plan.microbatches);
    if (shape.sliced) {
        plan.slices = 1 + draw.upTo(3);
        if (draw.toss())
            std::ranges::generate_n(std::back_inserter(plan.sliceWeights), plan.slices,
                [&] { return 1 + draw.upTo(3); });
    }
    plan.backwardOrder = draw.toss() ? BackwardOrder::Ascending : BackwardOrder::Descending;
    plan.recomputeStart = draw.toss() ? RecomputeStart::WithGradient : RecomputeStart::Early;
    if (draw.toss())
        plan.recompute = Duration(draw.upTo(30));
    if (draw.upTo(3) == 0)
        plan.optimizer = Duration(draw.upTo(30));
}

/// A random small legal plan of `schedule`: uneven stages and latency half of the time.
inline Plan randomPlan(std::mt19937& random, ScheduleKind schedule)
{
    PlanDraw draw(random);
    Plan plan;
    do {
        plan = planOf(
            schedule, 1 + draw.upTo(8), schedule == ScheduleKind::Naive ? 1 : 1 + draw.upTo(20));
        drawParameters(plan, draw);
    } while (!entry(schedule).check(plan));
    plan.unit = TimeUnit::Microseconds;
    plan.time = draw.time();
    if (draw.toss())
        plan.link.latency = Duration(draw.upTo(40));
    if (draw.toss())
        std::ranges::generate_n(
            std::back_inserter(plan.perStage), plan.modelStages(), [&] { return draw.time(); });
    return plan;
}

/// The same of any schedule that has a rule of its own.
inline Plan randomPlan(std::mt19937& random)
{
    const std::span<const CatalogueEntry> all = catalogue();
    ScheduleKind kind = ScheduleKind::Custom;
    while (kind == ScheduleKind::Custom || kind == ScheduleKind::Auto)
        kind = all[std::uniform_int_distribution<std::size_t>(0, all.size() - 1)(random)].kind;
    return randomPlan(random, kind);
}

} // namespace pipegantt::test
