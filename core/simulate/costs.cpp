// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulate/costs.h"

#include <algorithm>

namespace pipegantt {
namespace {

std::int64_t& durationOf(
    std::array<std::int64_t, kOperationKindCount>& durations, OperationKind kind)
{
    return durations[static_cast<std::size_t>(kind)];
}

/// A number that looks random and is the same everywhere: splitmix64's finalizer.
std::uint64_t scrambled(std::uint64_t value)
{
    value += 0x9e3779b97f4a7c15U;
    value = (value ^ value >> 30U) * 0xbf58476d1ce4e5b9U;
    value = (value ^ value >> 27U) * 0x94d049bb133111ebU;
    return value ^ value >> 31U;
}

} // namespace

void Costs::lay(const Plan& plan, const Schedule& schedule)
{
    const Placement& placement = schedule.placement();
    m_stages.resize(static_cast<std::size_t>(placement.stages()));
    for (int stage = 0; stage < placement.stages(); ++stage) {
        const StageTime& time = plan.timeOf(placement.modelStage(stage));
        StageCosts& costs = m_stages[static_cast<std::size_t>(stage)];
        durationOf(costs.durations, OperationKind::Forward) = time.forward.count();
        durationOf(costs.durations, OperationKind::InputGrad) = time.inputGrad.count();
        durationOf(costs.durations, OperationKind::WeightGrad) = time.weightGrad.count();
        durationOf(costs.durations, OperationKind::Backward) = time.backward().count();
        durationOf(costs.durations, OperationKind::Recompute) =
            (plan.recompute > Duration::zero() ? plan.recompute : time.forward).count();
        durationOf(costs.durations, OperationKind::OptimizerStep) = plan.optimizer.count();
        // A pair is two stages' work: particularDuration knows the other.
        durationOf(costs.durations, OperationKind::Pair) = time.forward.count();
        durationOf(costs.durations, OperationKind::PairedBackward) = 0;
        const auto hopFrom = [&](int other) {
            return hopTime(plan, placement.deviceOf(other), placement.deviceOf(stage)).count();
        };
        costs.activationHop = placement.isFirst(stage) ? 0 : hopFrom(stage - 1);
        costs.gradientHop = placement.isLast(stage) ? 0 : hopFrom(stage + 1);
    }
    m_sliceWeights.clear();
    if (schedule.slices() > 1 || shapeOf(plan.schedule).sliced)
        m_sliceWeights = plan.sliceWeights;
    m_pair = plan.pair.count();
    m_jitter = plan.jitter;
    m_seed = static_cast<std::uint64_t>(plan.seed);
    const bool paired = shapeOf(plan.schedule).passes == 3 && placement.chunks() == 2;
    m_plain =
        m_sliceWeights.empty() && m_jitter == 0 && !paired && plan.schedule != ScheduleKind::Custom;
}

std::int64_t Costs::particularDuration(
    const Schedule& schedule, int device, std::size_t index, int stage) const
{
    const PackedOperation operation = schedule.operations()[index];
    std::int64_t duration = m_stages[static_cast<std::size_t>(stage)]
                                .durations[static_cast<std::size_t>(operation.kind())];
    if (operation.kind() == OperationKind::Pair) {
        const int other = schedule.stageOf(device, schedule.operations()[index + 1].chunk());
        const auto backward = static_cast<std::size_t>(OperationKind::Backward);
        duration = m_pair > 0
            ? m_pair
            : duration + m_stages[static_cast<std::size_t>(other)].durations[backward];
    }
    if (!m_sliceWeights.empty() && operation.kind() != OperationKind::OptimizerStep)
        duration *= m_sliceWeights[static_cast<std::size_t>(operation.unit() % schedule.slices())];
    return m_jitter == 0 ? duration : jittered(duration, stage, operation);
}

std::int64_t Costs::planned(const Schedule& schedule, int stage, std::size_t index) const
{
    const PackedOperation operation = schedule.operations()[index];
    const auto& durations = m_stages[static_cast<std::size_t>(stage)].durations;
    std::int64_t duration = durations[static_cast<std::size_t>(operation.kind())];
    if (operation.kind() == OperationKind::Pair) {
        duration = m_pair > 0
            ? m_pair
            : duration + durations[static_cast<std::size_t>(OperationKind::Backward)];
    }
    if (!m_sliceWeights.empty() && operation.kind() != OperationKind::OptimizerStep)
        duration *= m_sliceWeights[static_cast<std::size_t>(operation.unit() % schedule.slices())];
    return duration;
}

std::int64_t Costs::jittered(std::int64_t duration, int stage, PackedOperation of) const
{
    std::uint64_t drawn = scrambled(m_seed);
    drawn = scrambled(drawn ^ static_cast<std::uint64_t>(stage));
    drawn = scrambled(drawn ^ static_cast<std::uint64_t>(of.unit()));
    drawn = scrambled(drawn ^ static_cast<std::uint64_t>(of.kind()));
    // Thousandths of a percent, from -jitter to +jitter, in whole numbers.
    constexpr std::int64_t whole = 100'000;
    const std::int64_t most = std::int64_t {m_jitter} * 1'000;
    const auto change =
        static_cast<std::int64_t>(drawn % static_cast<std::uint64_t>(2 * most + 1)) - most;
    const std::int64_t moved = duration / whole * change + duration % whole * change / whole;
    return duration == 0 ? 0 : std::max<std::int64_t>(1, duration + moved);
}

} // namespace pipegantt
