// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/planner/measuredplan.h"

#include "core/plan/planvalue.h"
#include "core/planner/adaptation.h"

#include <algorithm>
#include <array>
#include <string>

namespace pipegantt {
namespace {

/// A pass takes some time in every plan.
Duration atLeastOne(Duration time)
{
    return std::max(time, Duration(1));
}

StageTime stageTimeOf(const PartTimes& part)
{
    return {atLeastOne(part.of(StagePass::Forward).median),
        atLeastOne(part.of(StagePass::InputGrad).median), part.of(StagePass::WeightGrad).median};
}

StageTime sum(const StageTime& a, const StageTime& b)
{
    return {a.forward + b.forward, a.inputGrad + b.inputGrad, a.weightGrad + b.weightGrad};
}

/// Percent of the activations that are free after the input gradient, what it adds counted in.
int releasedPercent(const PartTimes& part)
{
    const std::int64_t left = part.keptForWeightGrad.value + part.addedByInputGrad.value;
    if (part.saved.value == 0 || left >= part.saved.value)
        return 0;
    return static_cast<int>(100 * (part.saved.value - left) / part.saved.value);
}

/// The layers of all chunks, and the larger end; both on a single device.
Bytes fullestDevice(const Plan& plan, const SizeTimes& size, Bytes PartTimes::*amount)
{
    std::int64_t bytes = plan.chunks * (size.layers.*amount).value;
    if (size.embedding && size.head) {
        const std::int64_t embedding = (*size.embedding.*amount).value;
        const std::int64_t head = (*size.head.*amount).value;
        bytes += plan.stages == 1 ? embedding + head : std::max(embedding, head);
    }
    return {bytes};
}

/// A micro-batch has its size, so the batch has M times that.
Result<Plan> withBatch(Plan plan, std::int64_t size, const std::function<bool(Parameter)>& isGiven)
{
    if (!isGiven(Parameter::GlobalBatch) || plan.globalBatch == 0) {
        plan.globalBatch = size * plan.microbatches;
        return plan;
    }
    if (!isGiven(Parameter::Microbatches) && plan.globalBatch % size == 0
        && plan.schedule != ScheduleKind::Custom && !runsOneMicrobatchOnly(plan.schedule))
        plan.microbatches = static_cast<int>(plan.globalBatch / size);
    if (plan.globalBatch != size * plan.microbatches) {
        return failure(ErrorCode::TimesAgainstBatch,
            {std::to_string(plan.globalBatch), std::to_string(plan.microbatches),
                std::to_string(size), std::to_string(size * plan.microbatches)});
    }
    return plan;
}

} // namespace

Result<MeasuredChoice> chooseSize(
    const StageTimes& times, std::optional<std::int64_t> microbatchSize)
{
    if (!microbatchSize && times.sizes.size() == 1)
        return MeasuredChoice {times, times.sizes.front()};
    if (!microbatchSize)
        return failure(ErrorCode::TimesNameNoSize, {sizesText(times)});
    const auto found = std::ranges::find(times.sizes, *microbatchSize, &SizeTimes::microbatch);
    if (found == times.sizes.end()) {
        return failure(
            ErrorCode::TimesLackSize, {std::to_string(*microbatchSize), sizesText(times)});
    }
    return MeasuredChoice {times, *found};
}

Result<Plan> preparedFor(Plan plan, const MeasuredChoice& choice)
{
    for (const Parameter other :
        {Parameter::Pair, Parameter::Optimizer, Parameter::Comm, Parameter::NodeComm}) {
        if (plan.unit == TimeUnit::Slots && valueOf(plan, other) > 0) {
            return failure(ErrorCode::MixedTimeUnits,
                {std::string(info(other).key), std::string(unitName(TimeUnit::Slots)), "times",
                    std::string(unitName(TimeUnit::Milliseconds))});
        }
    }
    plan.unit = TimeUnit::Milliseconds;
    plan.time = stageTimeOf(choice.size.layers);
    plan.recompute = {};
    plan.perStage.clear();
    plan.layout.clear();
    plan.source = {choice.times.stage.model.id, choice.times.device, choice.times.date,
        choice.size.microbatch};
    return plan;
}

Result<Plan> withMeasuredTimes(
    Plan plan, const MeasuredChoice& choice, const std::function<bool(Parameter)>& isGiven)
{
    const SizeTimes& size = choice.size;
    const PartTimes& layers = size.layers;
    if (size.embedding && size.head) {
        plan.perStage.assign(static_cast<std::size_t>(plan.modelStages()), plan.time);
        plan.perStage.front() = sum(plan.perStage.front(), stageTimeOf(*size.embedding));
        plan.perStage.back() = sum(plan.perStage.back(), stageTimeOf(*size.head));
    }
    const StageShape& stage = choice.times.stage;
    const std::int64_t message =
        size.microbatch * stage.sequence * stage.model.hidden * elementSize(stage.element);
    struct Row
    {
        Parameter parameter;
        std::int64_t value;
    };
    for (const Row& row :
        std::array {
            Row {Parameter::Recompute, layers.of(StagePass::Recompute).median.count()},
            Row {Parameter::ActivationMemory, plan.chunks * layers.saved.value},
            Row {Parameter::EarlyRelease, releasedPercent(layers)},
            Row {Parameter::WeightMemory, fullestDevice(plan, size, &PartTimes::weights).value},
            Row {Parameter::GradientMemory, fullestDevice(plan, size, &PartTimes::gradients).value},
            Row {
                Parameter::OptimizerMemory, fullestDevice(plan, size, &PartTimes::optimizer).value},
            Row {Parameter::Message, message},
        }) {
        if (!isGiven(row.parameter))
            setValue(plan, row.parameter, row.value);
    }
    return withBatch(std::move(plan), size.microbatch, isGiven).and_then([](Plan&& whole) {
        return checkPlan(whole).map([&whole] { return std::move(whole); });
    });
}

} // namespace pipegantt
