// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/planner/bubblecurve.h"

#include "core/metrics/closedform.h"
#include "core/run/run.h"
#include "core/schedule/catalogue.h"

#include <algorithm>
#include <optional>

namespace pipegantt {
namespace {

/// The M of the curve's points: every one at first, then about sixteen for each doubling.
int nextMicrobatches(int microbatches)
{
    return microbatches + std::max(1, microbatches / 23);
}

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

/// The bubble ratio of a plan that has passed its checks.
std::optional<Ratio> bubbleRatio(
    const Plan& plan, std::int64_t mostOperations, SimulationScratch& scratch, Run& buffer)
{
    const ClosedForm form = closedForm(plan);
    if (form.makespan) {
        std::int64_t total = 0;
        if (__builtin_mul_overflow(form.makespan->count(), std::int64_t {plan.stages}, &total))
            return std::nullopt;
        const std::int64_t busy = plan.microbatches * workOfOneMicrobatch(plan).count();
        return Ratio {total - busy, total};
    }
    if (operationCount(plan) > mostOperations || !run(plan, scratch, buffer))
        return std::nullopt;
    return buffer.metrics.bubbleRatio;
}

} // namespace

std::vector<CurvePoint> bubbleCurve(const Plan& plan, ScheduleKind kind, int maxMicrobatches,
    std::int64_t operationsPerPoint, const std::stop_token& stop)
{
    std::vector<CurvePoint> curve;
    Plan point = plan;
    point.schedule = kind;
    point.group = 0;
    SimulationScratch scratch;
    Run buffer;
    for (int m = 1; m <= maxMicrobatches && !stop.stop_requested();
         m = m == maxMicrobatches ? m + 1 : std::min(nextMicrobatches(m), maxMicrobatches)) {
        point.microbatches = kind == ScheduleKind::Naive ? 1 : m;
        if (!checkPlan(point) || !entry(kind).check(point))
            break;
        const std::optional<Ratio> ratio = bubbleRatio(point, operationsPerPoint, scratch, buffer);
        if (!ratio)
            break;
        curve.push_back({m, *ratio});
    }
    return curve;
}

} // namespace pipegantt
