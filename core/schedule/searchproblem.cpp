// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/searchproblem.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace pipegantt {
namespace {

/// Units of the pipeline of `stage`; where there are two, the first takes the odd one.
int unitsOf(const Placement& placement, int stage, int units)
{
    if (placement.pipelines() == 1)
        return units;
    return placement.pipelineOf(stage) == 0 ? (units + 1) / 2 : units / 2;
}

/// The first unit of the pipeline of `stage` in the numbers of a schedule.
int firstUnitOf(const Schedule& schedule, int stage)
{
    return schedule.placement().pipelineOf(stage) == 0 ? 0 : (schedule.units() + 1) / 2;
}

SearchStage searchStage(const Plan& plan, const Placement& placement, int stage)
{
    const StageTime& time = plan.timeOf(placement.modelStage(stage));
    SearchStage described;
    described.device = placement.deviceOf(stage);
    described.units = unitsOf(placement, stage, static_cast<int>(plan.units()));
    described.durations = {time.forward.count(), time.inputGrad.count(), time.weightGrad.count()};
    const auto hopFrom = [&](int other) {
        return hopTime(plan, placement.deviceOf(other), described.device).count();
    };
    if (!placement.isFirst(stage)) {
        described.previous = stage - 1;
        described.activationHop = hopFrom(stage - 1);
    }
    if (!placement.isLast(stage)) {
        described.next = stage + 1;
        described.gradientHop = hopFrom(stage + 1);
    }
    return described;
}

/// What a pair that takes `pair` leaves of a forward and a backward pass, if the backward pass is
/// counted first.
void undercutByPair(std::int64_t pair, std::array<std::int64_t, kPassCount>& durations)
{
    std::int64_t left = pair;
    for (const Pass pass : {Pass::InputGrad, Pass::WeightGrad, Pass::Forward}) {
        std::int64_t& duration = durations[static_cast<std::size_t>(pass)];
        duration = std::min(duration, left);
        left -= duration;
    }
}

/// Collects the letters of one row.
class RowReader
{
public:
    RowReader(const SearchProblem& problem, const Schedule& schedule, int device, Order& order)
        : m_problem(problem)
        , m_schedule(schedule)
        , m_device(device)
        , m_order(order)
    {
    }

    void read(PackedOperation operation)
    {
        switch (operation.kind()) {
        case OperationKind::Forward:
        case OperationKind::Pair:
            add(operation, Pass::Forward);
            break;
        case OperationKind::InputGrad:
            add(operation, Pass::InputGrad);
            break;
        case OperationKind::WeightGrad:
            add(operation, Pass::WeightGrad);
            break;
        case OperationKind::Backward:
        case OperationKind::PairedBackward:
            add(operation, Pass::InputGrad);
            add(operation, Pass::WeightGrad);
            break;
        case OperationKind::Recompute:
        case OperationKind::OptimizerStep:
            break;
        }
    }

private:
    void add(PackedOperation operation, Pass pass)
    {
        const int stage = m_schedule.stageOf(m_device, operation.chunk());
        const std::vector<int>& stages = m_problem.stagesOf(m_device);
        const auto place =
            static_cast<std::size_t>(std::ranges::find(stages, stage) - stages.begin());
        // An order of whole micro-batches runs all slices of each in a row.
        m_order.insert(m_order.end(),
            static_cast<std::size_t>(m_problem.slices / m_schedule.slices()),
            orderLetter(place, pass));
    }

    const SearchProblem& m_problem;
    const Schedule& m_schedule;
    int m_device;
    Order& m_order;
};

} // namespace

std::int64_t MemoryUnits::ofMicrobatch(const Plan& plan) const
{
    return whole * plan.chunks * (plan.units() / plan.microbatches);
}

MemoryUnits memoryUnits(const Plan& plan)
{
    constexpr int percent = 100;
    if (plan.earlyRelease == 0)
        return {};
    const int common = std::gcd(percent, plan.earlyRelease);
    return {percent / common, (percent - plan.earlyRelease) / common};
}

std::optional<std::int64_t> unitsWithinLimit(const Plan& plan)
{
    const std::int64_t each = memoryUnits(plan).ofMicrobatch(plan);
    switch (plan.memoryLimit.unit) {
    case MemoryLimit::Unit::Microbatches:
        return plan.memoryLimit.amount * each;
    case MemoryLimit::Unit::Bytes: {
        const std::int64_t left =
            std::max<std::int64_t>(plan.memoryLimit.amount - plan.state.total().value, 0);
        const std::int64_t whole = left / plan.activation.value;
        const std::int64_t rest = left % plan.activation.value;
        return whole * each + rest * each / plan.activation.value;
    }
    case MemoryLimit::Unit::None:
        break;
    }
    return std::nullopt;
}

MemoryLimit leastLimit(const Plan& plan, std::int64_t units)
{
    const std::int64_t each = memoryUnits(plan).ofMicrobatch(plan);
    if (plan.memoryLimit.unit != MemoryLimit::Unit::Bytes)
        return {MemoryLimit::Unit::Microbatches, (units + each - 1) / each};
    const std::int64_t rest = units % each * plan.activation.value;
    return {MemoryLimit::Unit::Bytes,
        plan.state.total().value + units / each * plan.activation.value + (rest + each - 1) / each};
}

SearchProblem searchProblem(const Plan& plan, const Placement& placement)
{
    SearchProblem problem;
    problem.devices = placement.devices();
    problem.slices = static_cast<int>(plan.units() / plan.microbatches);
    if (problem.slices > 1)
        problem.sliceWeights = plan.sliceWeights;
    const MemoryUnits memory = memoryUnits(plan);
    for (int stage = 0; stage < placement.stages(); ++stage) {
        problem.stages.push_back(searchStage(plan, placement, stage));
        problem.stages.back().held = memory.whole;
        problem.stages.back().heldForWeightGrad = memory.rest;
    }
    const auto devices = static_cast<std::size_t>(placement.devices());
    problem.limits.assign(devices, unitsWithinLimit(plan).value_or(SearchProblem::kUnlimited));
    problem.afterwards.assign(devices, plan.optimizer.count());
    problem.finish();
    return problem;
}

SearchProblem undercutProblem(const Plan& plan, const Placement& placement)
{
    SearchProblem problem = searchProblem(plan, placement);
    for (SearchStage& stage : problem.stages) {
        if (plan.pair > Duration::zero())
            undercutByPair(plan.pair.count(), stage.durations);
        for (std::int64_t& duration : stage.durations)
            duration = duration / 100 * (100 - plan.jitter);
    }
    for (std::int64_t& afterwards : problem.afterwards)
        afterwards = afterwards / 100 * (100 - plan.jitter);
    return problem;
}

std::optional<Order> orderOf(const SearchProblem& problem, const Schedule& schedule)
{
    if (problem.slices % schedule.slices() != 0)
        return std::nullopt;
    Order order;
    order.reserve(problem.operations());
    for (int device = 0; device < schedule.devices(); ++device) {
        RowReader reader(problem, schedule, device, order);
        for (const PackedOperation operation : schedule.row(device))
            reader.read(operation);
    }
    return order;
}

void writeOrder(const SearchProblem& problem, const Order& order, Schedule& schedule)
{
    constexpr std::array kinds {
        OperationKind::Forward, OperationKind::InputGrad, OperationKind::WeightGrad};
    std::vector<std::array<int, kPassCount>> next(problem.stages.size());
    for (int stage = 0; stage < schedule.stages(); ++stage)
        next[static_cast<std::size_t>(stage)].fill(firstUnitOf(schedule, stage));
    schedule.reserve(order.size());
    for (int device = 0; device < problem.devices; ++device) {
        for (std::size_t i = problem.rowBegin(device); i < problem.rowEnd(device); ++i) {
            const std::size_t pass = order[i] % kPassCount;
            const int stage = problem.stagesOf(device)[order[i] / kPassCount];
            const int unit = next[static_cast<std::size_t>(stage)][pass]++;
            // Backward passes run through the slices of a micro-batch from the last to the first.
            const int slice = problem.sliceOf(static_cast<Pass>(pass), unit);
            schedule.append(kinds[pass], schedule.placement().chunkOf(stage),
                unit - unit % problem.slices + slice);
        }
        schedule.finishDevice();
    }
}

} // namespace pipegantt
