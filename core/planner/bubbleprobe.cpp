// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/planner/bubbleprobe.h"

#include "core/run/beyond.h"
#include "core/run/linejump.h"
#include "core/schedule/catalogue.h"
#include "core/schedule/closedform.h"

#include <numeric>

namespace pipegantt {
namespace {

/// Busy time of all devices: that of one unit, and of one optimizer step on one device.
struct Work
{
    std::int64_t units = 0;
    Duration unit {};
    std::int64_t steps = 0;
    Duration step {};
};

Work allWork(const Plan& plan)
{
    const KindShape& shape = shapeOf(plan.schedule);
    const bool trains = entry(plan.schedule).hasBackward;
    const bool recomputes = plan.schedule == ScheduleKind::OneFOneBRecompute;
    Work work;
    for (int stage = 0; stage < plan.modelStages(); ++stage) {
        const StageTime& time = plan.timeOf(stage);
        work.unit += time.forward;
        if (trains)
            work.unit += time.backward();
        if (recomputes)
            work.unit += plan.recompute > Duration::zero() ? plan.recompute : time.forward;
    }
    const bool weighted = shape.sliced && !plan.sliceWeights.empty();
    work.units = weighted ? plan.microbatches
            * std::accumulate(plan.sliceWeights.begin(), plan.sliceWeights.end(), std::int64_t {0})
                          : plan.units();
    if (trains && plan.optimizer > Duration::zero()) {
        work.steps =
            std::int64_t {plan.stages} * (shape.stepsEachMicrobatch ? plan.microbatches : 1);
        work.step = plan.optimizer;
    }
    return work;
}

/// What is left of `devices` times `makespan` beside the work, in the largest unit of which all
/// are whole numbers, because in picoseconds a billion micro-batches can leave 64 bits.
std::optional<Ratio> idleShare(std::int64_t devices, Duration makespan, const Work& work)
{
    const std::int64_t unit =
        std::gcd(makespan.count(), std::gcd(work.unit.count(), work.step.count()));
    std::int64_t all = 0;
    std::int64_t busy = 0;
    std::int64_t steps = 0;
    if (__builtin_mul_overflow(devices, makespan.count() / unit, &all)
        || __builtin_mul_overflow(work.units, work.unit.count() / unit, &busy)
        || __builtin_mul_overflow(work.steps, work.step.count() / unit, &steps))
        return std::nullopt;
    return Ratio {all - busy - steps, all};
}

} // namespace

std::optional<Ratio> BubbleProbe::bubbleRatio(const Plan& plan)
{
    if (!checkPlan(plan) || !entry(plan.schedule).check(plan))
        return std::nullopt;
    // A pair with a time of its own does the work of two passes in another time.
    const bool pairs = plan.pair > Duration::zero() && reads(plan.schedule, Parameter::Pair);
    if (const ClosedForm form = closedForm(plan); form.makespan && !pairs)
        return idleShare(plan.stages, *form.makespan, allWork(plan));
    // Beyond what may be simulated micro-batches are counted, if they repeat each other.
    if (operationCount(plan) > m_mostOperations) {
        if (const std::optional<LineJump> jump = lineJump(plan))
            return idleShare(plan.stages, jump->makespan, allWork(plan));
        if (!runBeyond(plan, m_scratch, m_buffer, m_mostOperations))
            return std::nullopt;
        return m_buffer.metrics.bubbleRatio;
    }
    SearchWatch watch;
    watch.quick = true;
    if (!run(plan, m_scratch, m_buffer, watch))
        return std::nullopt;
    return m_buffer.metrics.bubbleRatio;
}

} // namespace pipegantt
