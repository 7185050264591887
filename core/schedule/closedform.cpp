// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/closedform.h"

#include "core/schedule/catalogue.h"

#include <algorithm>
#include <numeric>

namespace pipegantt {

ClosedForm closedForm(const Plan& plan)
{
    ClosedForm form = entry(plan.schedule).closedForm(plan);
    // Formulas of uneven stages take the first stage's times. Where a layout gives it nothing that
    // takes time, they take those of a layer.
    if (form.idleTerms == 0 && form.workTerms == 0 && !plan.layout.empty()) {
        Plan layers = plan;
        layers.layout.clear();
        const ClosedForm even = entry(plan.schedule).closedForm(layers);
        form.idleTerms = even.idleTerms;
        form.workTerms = even.workTerms;
    }
    // The literature's formulas are of messages that travel beside the work.
    if (plan.commModel == CommModel::Blocking) {
        form.makespan.reset();
        form.span.reset();
        if (form.gap == FormulaGap::None)
            form.gap = FormulaGap::Conditions;
    }
    return form;
}

ClosedForm textbookForm(const Plan& plan)
{
    ClosedForm form;
    form.idleTerms = plan.stages - 1;
    form.workTerms = plan.units() * plan.chunks;
    form.gap = textbookGap(plan);
    return form;
}

ClosedForm timedForm(const Plan& plan, Duration idle, Duration work)
{
    ClosedForm form;
    form.idleTerms = idle.count();
    form.workTerms = work.count();
    form.unit = TermUnit::Time;
    form.gap = textbookGap(plan);
    return form;
}

ClosedForm idleForm(const Plan& plan, Duration idle, bool conditionsHold)
{
    const StageTime& time = plan.timeOf(0);
    const Duration work = plan.units() * plan.chunks * (time.forward + time.backward());
    ClosedForm form = timedForm(plan, idle, work);
    if (form.gap == FormulaGap::None && !conditionsHold)
        form.gap = FormulaGap::Conditions;
    if (form.gap == FormulaGap::None)
        form.makespan = idle + work;
    return form;
}

ClosedForm passesForm(const Plan& plan, std::int64_t idle, std::int64_t work, bool conditionsHold)
{
    ClosedForm form;
    form.idleTerms = idle;
    form.workTerms = work;
    form.gap = textbookGap(plan);
    if (form.gap == FormulaGap::None && !conditionsHold)
        form.gap = FormulaGap::Conditions;
    if (form.gap == FormulaGap::None)
        form.makespan = (idle + work) * plan.timeOf(0).forward;
    return form;
}

bool hasEqualPasses(const Plan& plan)
{
    const StageTime& time = plan.timeOf(0);
    return time.forward == time.inputGrad && time.forward == time.weightGrad;
}

FormulaGap textbookGap(const Plan& plan)
{
    const bool sliced = shapeOf(plan.schedule).sliced
        && std::ranges::adjacent_find(plan.sliceWeights, std::not_equal_to())
            != plan.sliceWeights.end();
    const bool uneven = !hasEqualStages(plan) || plan.jitter > 0 || sliced;
    const bool latency = hopSum(plan) > Duration::zero();
    if (uneven && latency)
        return FormulaGap::Both;
    if (uneven)
        return FormulaGap::UnevenStages;
    if (latency)
        return FormulaGap::HopLatency;
    return plan.optimizer > Duration::zero() ? FormulaGap::Conditions : FormulaGap::None;
}

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

Duration hopSum(const Plan& plan)
{
    Duration sum {};
    const Placement placement = placementOf(plan);
    for (int stage = 1; stage < plan.modelStages(); ++stage)
        sum += hopTime(plan, placement.deviceOf(stage - 1), placement.deviceOf(stage));
    return sum;
}

UncutTime uncutTime(const Plan& plan)
{
    const StageSums sums = stageSums(plan);
    std::int64_t slices = plan.units() / plan.microbatches;
    if (shapeOf(plan.schedule).sliced && !plan.sliceWeights.empty())
        slices =
            std::accumulate(plan.sliceWeights.begin(), plan.sliceWeights.end(), std::int64_t {0});
    const std::int64_t units = plan.microbatches * slices;
    if (!entry(plan.schedule).hasBackward)
        return {units, sums.forward, hopSum(plan)};
    return {units, sums.forward + sums.backward, 2 * hopSum(plan)};
}

Duration uncutMakespan(const Plan& plan)
{
    const UncutTime uncut = uncutTime(plan);
    std::int64_t time = 0;
    if (__builtin_mul_overflow(uncut.units, uncut.unit.count(), &time)
        || __builtin_add_overflow(time, uncut.hops.count(), &time))
        return Duration::max();
    return Duration(time);
}

} // namespace pipegantt
