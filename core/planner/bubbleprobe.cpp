// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/planner/bubbleprobe.h"

#include "core/schedule/catalogue.h"
#include "core/schedule/closedform.h"

#include <numeric>

namespace pipegantt {
namespace {

/// Busy time of all devices.
Duration allWork(const Plan& plan)
{
    const KindShape& shape = shapeOf(plan.schedule);
    const bool trains = entry(plan.schedule).hasBackward;
    const bool recomputes = plan.schedule == ScheduleKind::OneFOneBRecompute;
    Duration work {};
    for (int stage = 0; stage < plan.modelStages(); ++stage) {
        const StageTime& time = plan.timeOf(stage);
        work += time.forward;
        if (trains)
            work += time.backward();
        if (recomputes)
            work += plan.recompute > Duration::zero() ? plan.recompute : time.forward;
    }
    const bool weighted = shape.sliced && !plan.sliceWeights.empty();
    const std::int64_t units = weighted ? plan.microbatches
            * std::accumulate(plan.sliceWeights.begin(), plan.sliceWeights.end(), std::int64_t {0})
                                        : plan.units();
    const std::int64_t steps = trains
        ? std::int64_t {plan.stages} * (shape.stepsEachMicrobatch ? plan.microbatches : 1)
        : 0;
    return units * work + steps * plan.optimizer;
}

} // namespace

std::optional<Ratio> BubbleProbe::bubbleRatio(const Plan& plan)
{
    if (!checkPlan(plan) || !entry(plan.schedule).check(plan))
        return std::nullopt;
    // A pair with a time of its own does the work of two passes in another time.
    const bool pairs = plan.pair > Duration::zero() && reads(plan.schedule, Parameter::Pair);
    if (const ClosedForm form = closedForm(plan); form.makespan && !pairs) {
        std::int64_t total = 0;
        if (__builtin_mul_overflow(form.makespan->count(), std::int64_t {plan.stages}, &total))
            return std::nullopt;
        const std::int64_t busy = allWork(plan).count();
        return Ratio {total - busy, total};
    }
    SearchWatch watch;
    watch.quick = true;
    if (operationCount(plan) > m_mostOperations || !run(plan, m_scratch, m_buffer, watch))
        return std::nullopt;
    return m_buffer.metrics.bubbleRatio;
}

} // namespace pipegantt
