// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulate/costs.h"

#include <algorithm>
#include <numeric>

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
        // A pair is two stages' work: layPairs and particularDuration know the other.
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
    if (m_jitter != 0) {
        const std::uint64_t seed = scrambled(static_cast<std::uint64_t>(plan.seed));
        for (std::size_t stage = 0; stage < m_stages.size(); ++stage)
            m_stages[stage].seed = scrambled(seed ^ stage);
    }
    m_plain = m_sliceWeights.empty() && m_jitter == 0;
    const bool paired = shapeOf(plan.schedule).passes == 3 && placement.chunks() == 2;
    if (paired || plan.schedule == ScheduleKind::Custom)
        layPairs(schedule);
    layTick();
}

/// A pair's length is plain where the backward passes of all chunks of a device last the same.
void Costs::layPairs(const Schedule& schedule)
{
    const Placement& placement = schedule.placement();
    for (int device = 0; device < placement.devices(); ++device) {
        std::int64_t backward = -1;
        for (int chunk = 0; chunk < placement.chunks(); ++chunk) {
            const int stage = placement.stageOf(device, chunk);
            if (stage < 0)
                continue;
            auto& durations = m_stages[static_cast<std::size_t>(stage)].durations;
            const std::int64_t own = durationOf(durations, OperationKind::Backward);
            m_plain = m_plain && (m_pair > 0 || backward < 0 || backward == own);
            backward = own;
        }
        for (int chunk = 0; chunk < placement.chunks(); ++chunk) {
            const int stage = placement.stageOf(device, chunk);
            if (stage < 0)
                continue;
            auto& durations = m_stages[static_cast<std::size_t>(stage)].durations;
            durationOf(durations, OperationKind::Pair) =
                m_pair > 0 ? m_pair : durationOf(durations, OperationKind::Forward) + backward;
        }
    }
}

void Costs::layTick()
{
    std::int64_t divisor = m_pair;
    m_longest = m_pair;
    const auto take = [&](std::int64_t time) {
        m_longest = std::max(m_longest, time);
        if (divisor == 0 || time % divisor != 0)
            divisor = std::gcd(divisor, time);
    };
    for (const StageCosts& costs : m_stages) {
        for (const std::int64_t duration : costs.durations)
            take(duration);
        take(costs.activationHop);
        take(costs.gradientHop);
    }
    m_tick = m_jitter == 0 ? std::max<std::int64_t>(divisor, 1) : 1;
}

std::int64_t Costs::particularDuration(
    const Schedule& schedule, int device, std::size_t index, int stage) const
{
    const PackedOperation operation = schedule.operations()[index];
    const auto& durations = m_stages[static_cast<std::size_t>(stage)].durations;
    std::int64_t duration = durations[static_cast<std::size_t>(operation.kind())];
    if (operation.kind() == OperationKind::Pair) {
        const int other = schedule.stageOf(device, schedule.operations()[index + 1].chunk());
        const auto forward = static_cast<std::size_t>(OperationKind::Forward);
        const auto backward = static_cast<std::size_t>(OperationKind::Backward);
        duration = m_pair > 0
            ? m_pair
            : durations[forward] + m_stages[static_cast<std::size_t>(other)].durations[backward];
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
        duration = m_pair > 0 ? m_pair
                              : durations[static_cast<std::size_t>(OperationKind::Forward)]
                + durations[static_cast<std::size_t>(OperationKind::Backward)];
    }
    if (!m_sliceWeights.empty() && operation.kind() != OperationKind::OptimizerStep)
        duration *= m_sliceWeights[static_cast<std::size_t>(operation.unit() % schedule.slices())];
    return duration;
}

std::int64_t Costs::jittered(std::int64_t duration, int stage, PackedOperation of) const
{
    std::uint64_t drawn = m_stages[static_cast<std::size_t>(stage)].seed;
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
