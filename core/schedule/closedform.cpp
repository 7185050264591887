// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/closedform.h"

#include "core/schedule/catalogue.h"

#include <algorithm>

namespace pipegantt {
namespace {

/// Times of all stages of the model for one micro-batch.
struct StageSums
{
    Duration forward {};
    Duration backward {};
    Duration slowestForward {};
    Duration slowestBackward {};
};

StageSums stageSums(const Plan& plan)
{
    StageSums sums;
    for (int stage = 0; stage < plan.modelStages(); ++stage) {
        const StageTime& time = plan.timeOf(stage);
        sums.forward += time.forward;
        sums.backward += time.backward();
        sums.slowestForward = std::max(sums.slowestForward, time.forward);
        sums.slowestBackward = std::max(sums.slowestBackward, time.backward());
    }
    return sums;
}

/// Messages between neighbouring stages, one way.
int hops(const Plan& plan)
{
    return plan.stages > 1 ? plan.modelStages() - 1 : 0;
}

/// Whether a micro-batch never comes round to a device before the group before has left it.
bool hasFullGroups(const Plan& plan)
{
    const int group = groupSize(plan);
    return plan.chunks == 1 || (group >= plan.stages && plan.microbatches % group == 0);
}

FormulaGap formulaGap(const Plan& plan)
{
    const bool uneven = !hasEqualStages(plan);
    const bool latency = plan.comm > Duration::zero() && plan.stages > 1;
    if (uneven && latency)
        return FormulaGap::Both;
    if (uneven)
        return FormulaGap::UnevenStages;
    if (latency)
        return FormulaGap::HopLatency;
    return hasFullGroups(plan) ? FormulaGap::None : FormulaGap::PartialGroup;
}

std::optional<Duration> inferenceMakespan(const Plan& plan, FormulaGap gap)
{
    if (plan.chunks > 1) {
        if (gap != FormulaGap::None)
            return std::nullopt;
        const int slots = plan.chunks * plan.microbatches + plan.stages - 1;
        return slots * plan.timeOf(0).forward;
    }
    const StageSums sums = stageSums(plan);
    return sums.forward + (plan.microbatches - 1) * sums.slowestForward + hops(plan) * plan.comm;
}

/// Each of the two phases is a flow shop of identical jobs: one job through all stages, and the
/// slowest stage once more for every other job.
Duration gpipeMakespan(const Plan& plan)
{
    const StageSums sums = stageSums(plan);
    return sums.forward + sums.backward
        + (plan.microbatches - 1) * (sums.slowestForward + sums.slowestBackward)
        + 2 * hops(plan) * plan.comm;
}

/// With latency: in each round of P micro-batches a gradient and an activation travel every link
/// that the warm-up did not hide; exact where the rounds are whole.
std::optional<Duration> oneFOneBMakespan(const Plan& plan, FormulaGap gap)
{
    const bool wholeRounds = plan.microbatches % plan.stages == 0;
    if (gap != FormulaGap::None && !(gap == FormulaGap::HopLatency && wholeRounds))
        return std::nullopt;
    const StageTime& time = plan.timeOf(0);
    const Duration work = (plan.microbatches + plan.stages - 1) * (time.forward + time.backward());
    if (gap == FormulaGap::None)
        return work;
    const std::int64_t stages = plan.stages;
    const std::int64_t rounds = plan.microbatches / stages;
    return work + (2 * (stages - 1) * rounds + 2 * (stages - 2)) * plan.comm;
}

} // namespace

ClosedForm closedForm(const Plan& plan)
{
    ClosedForm form;
    form.idleTerms = plan.stages - 1;
    form.workTerms = std::int64_t {plan.chunks} * plan.microbatches;
    form.gap = formulaGap(plan);
    switch (plan.schedule) {
    case ScheduleKind::Naive:
        form.makespan = uncutMakespan(plan);
        break;
    case ScheduleKind::Inference:
        form.makespan = inferenceMakespan(plan, form.gap);
        break;
    case ScheduleKind::GPipe:
        form.makespan = gpipeMakespan(plan);
        break;
    case ScheduleKind::OneFOneB:
        form.makespan = oneFOneBMakespan(plan, form.gap);
        break;
    }
    return form;
}

Duration uncutMakespan(const Plan& plan)
{
    const StageSums sums = stageSums(plan);
    if (plan.schedule == ScheduleKind::Inference)
        return plan.microbatches * sums.forward + hops(plan) * plan.comm;
    return plan.microbatches * (sums.forward + sums.backward) + 2 * hops(plan) * plan.comm;
}

} // namespace pipegantt
