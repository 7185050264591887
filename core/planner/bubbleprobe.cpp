// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/planner/bubbleprobe.h"

#include "core/schedule/catalogue.h"
#include "core/schedule/closedform.h"

namespace pipegantt {
namespace {

/// Busy time of all devices for one micro-batch.
Duration workOfOneMicrobatch(const Plan& plan)
{
    Duration work {};
    for (int stage = 0; stage < plan.modelStages(); ++stage) {
        work += plan.timeOf(stage).forward;
        if (entry(plan.schedule).hasBackward)
            work += plan.timeOf(stage).backward();
    }
    return work;
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
        const std::int64_t busy = plan.units() * workOfOneMicrobatch(plan).count();
        return Ratio {total - busy, total};
    }
    SearchWatch watch;
    watch.quick = true;
    if (operationCount(plan) > m_mostOperations || !run(plan, m_scratch, m_buffer, watch))
        return std::nullopt;
    return m_buffer.metrics.bubbleRatio;
}

} // namespace pipegantt
