// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/equaltimes.h"

#include <algorithm>
#include <functional>

namespace pipegantt {
namespace {

template <class T>
bool allEqual(const std::vector<T>& values)
{
    return std::ranges::adjacent_find(values, std::not_equal_to()) == values.end();
}

/// Whether each pass takes the same time in all stages.
bool hasOneTime(const Plan& plan)
{
    if (plan.layout.empty())
        return allEqual(plan.perStage);
    const StageTime first = plan.timeOf(0);
    return std::ranges::all_of(
        plan.layout, [&](const StageContents& stage) { return plan.timeOf(stage) == first; });
}

bool hasEqualLinks(const Plan& plan)
{
    const int node = plan.devicesPerNode;
    return node == 0 || node >= plan.stages || hopTime(plan, 0, 1) == hopTime(plan, 0, node);
}

} // namespace

std::optional<EqualTimes> equalTimes(const Plan& plan)
{
    const bool sliced = shapeOf(plan.schedule).sliced;
    if (!hasOneTime(plan) || (sliced && !allEqual(plan.sliceWeights)) || plan.jitter > 0
        || plan.commModel == CommModel::Blocking || !hasEqualLinks(plan))
        return std::nullopt;
    const StageTime& time = plan.timeOf(0);
    const int weight = sliced && !plan.sliceWeights.empty() ? plan.sliceWeights.front() : 1;
    return EqualTimes {weight * time.forward, weight * time.inputGrad, weight * time.weightGrad,
        plan.stages > 1 ? hopTime(plan, 0, 1) : Duration::zero()};
}

} // namespace pipegantt
