// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulate/simulate.h"

#include "core/schedule/deadlock.h"
#include "core/simulate/blocking.h"

#include <algorithm>
#include <limits>
#include <type_traits>

namespace pipegantt {
namespace {

enum class Outcome
{
    Done,
    Deadlock,
    TooWide, ///< a time does not fit its ticks
};

template <class Tick>
ResultEnds<Tick>& resultEnds(SimulationScratch& scratch)
{
    if constexpr (std::is_same_v<Tick, std::int64_t>) {
        scratch.narrow = {};
        return scratch.wide;
    } else {
        scratch.wide = {};
        return scratch.narrow;
    }
}

/// One simulation: every device runs on until it has to wait, over and over. Devices are visited
/// up and down in turn, because activations travel up the stages and gradients down. Clocks have 64
/// bits; what is kept has those of a tick.
template <class Tick>
class Replay
{
public:
    Replay(
        const Schedule& schedule, std::int64_t tick, SimulationScratch& scratch, Timeline& timeline)
        : m_schedule(schedule)
        , m_placement(schedule.placement())
        , m_operations(schedule.operations())
        , m_scratch(scratch)
        , m_timeline(timeline)
        , m_ticks(timeline.lay<Tick>(schedule, tick, scratch.costs.isPlain()))
        , m_results(resultEnds<Tick>(scratch))
        , m_tick(tick)
        , m_units(static_cast<std::size_t>(schedule.units()))
    {
        const auto stages = static_cast<std::size_t>(schedule.stages());
        m_results.forwards.assign(stages * m_units, kNotYet);
        m_results.gradients.assign(stages * m_units, kNotYet);
        const auto devices = static_cast<std::size_t>(schedule.devices());
        scratch.clocks.assign(devices, 0);
        scratch.cursors.resize(devices);
        for (int device = 0; device < schedule.devices(); ++device) {
            scratch.cursors[static_cast<std::size_t>(device)] = schedule.rowBegin(device);
            if (scratch.costs.isPlain())
                scratch.costs.layLengths(schedule, device, tick, m_ticks.lengthsOf(device));
        }
    }

    Outcome run()
    {
        const int devices = m_schedule.devices();
        std::size_t left = m_operations.size();
        for (bool upwards = true; left > 0; upwards = !upwards) {
            std::size_t moved = 0;
            for (int i = 0; i < devices; ++i)
                moved += advance(upwards ? i : devices - 1 - i);
            if (m_tooWide)
                return Outcome::TooWide;
            if (moved == 0)
                return Outcome::Deadlock;
            left -= moved;
        }
        m_timeline.makespan = Duration(std::ranges::max(m_scratch.clocks) * m_tick);
        return Outcome::Done;
    }

private:
    static constexpr Tick kNotYet = -1;

    std::size_t advance(int device)
    {
        return m_scratch.costs.isPlain() ? advance<true>(device) : advance<false>(device);
    }

    /// Runs `device` until it has to wait; returns how many operations it ran.
    template <bool kTabled>
    std::size_t advance(int device)
    {
        const auto row = static_cast<std::size_t>(device);
        const std::size_t first = m_scratch.cursors[row];
        const std::size_t end = m_schedule.rowEnd(device);
        const Tick* const lengths = kTabled ? m_ticks.lengthsOf(device) : nullptr;
        std::int64_t clock = m_scratch.clocks[row];
        std::size_t cursor = first;
        for (; cursor < end; ++cursor) {
            const PackedOperation operation = m_operations[cursor];
            const int stage = m_schedule.stageOf(device, operation.chunk());
            std::int64_t ready = readyAt(operation, stage);
            if (operation.kind() == OperationKind::Pair && ready != kNotYet) {
                const PackedOperation other = m_operations[cursor + 1];
                const std::int64_t otherReady =
                    readyAt(other, m_schedule.stageOf(device, other.chunk()));
                ready = otherReady == kNotYet ? kNotYet : std::max(ready, otherReady);
            } else if (operation.kind() == OperationKind::PairedBackward) {
                ready = 0; // its Pair has waited for it
            }
            if (ready == kNotYet)
                break;
            const std::int64_t start = std::max(clock, ready);
            if constexpr (kTabled) {
                clock = start + lengths[operation.pass()];
            } else {
                clock = start + m_scratch.costs.duration(m_schedule, device, cursor) / m_tick;
                m_ticks.starts[cursor] = static_cast<Tick>(start);
            }
            m_ticks.ends[cursor] = static_cast<Tick>(clock);
            const std::size_t slot = slotOf(stage, operation.unit());
            if (isForward(operation.kind()))
                m_results.forwards[slot] = static_cast<Tick>(clock);
            else if (makesGradient(operation.kind()))
                m_results.gradients[slot] = static_cast<Tick>(clock);
        }
        m_scratch.cursors[row] = cursor;
        m_scratch.clocks[row] = clock;
        m_tooWide = m_tooWide || clock > std::numeric_limits<Tick>::max();
        return cursor - first;
    }

    /// When the results that `operation` needs are there; kNotYet if one is not. What its own stage
    /// made is there when the device comes to it, if it stands before it in the row.
    [[nodiscard]] std::int64_t readyAt(PackedOperation operation, int stage) const
    {
        const std::size_t slot = slotOf(stage, operation.unit());
        switch (operation.kind()) {
        case OperationKind::Forward:
        case OperationKind::Pair: {
            const bool firstSlice = operation.unit() % m_schedule.slices() == 0;
            if (!firstSlice && m_results.forwards[slot - 1] == kNotYet)
                return kNotYet;
            if (m_placement.isFirst(stage))
                return 0;
            return arrival(
                m_results.forwards[slot - m_units], m_scratch.costs.activationHop(stage));
        }
        case OperationKind::InputGrad:
        case OperationKind::Backward:
        case OperationKind::PairedBackward: {
            const bool lastSlice = (operation.unit() + 1) % m_schedule.slices() == 0;
            if (!lastSlice && m_results.gradients[slot + 1] == kNotYet)
                return kNotYet;
            return gradientAt(slot, stage);
        }
        case OperationKind::Recompute:
            return m_schedule.recomputesEarly() ? m_results.forwards[slot]
                                                : gradientAt(slot, stage);
        case OperationKind::OptimizerStep:
            return 0;
        case OperationKind::WeightGrad:
            break;
        }
        return m_results.gradients[slot];
    }

    /// When the gradient of the stage after is there and the stage's own forward is done.
    [[nodiscard]] std::int64_t gradientAt(std::size_t slot, int stage) const
    {
        const std::int64_t own = m_results.forwards[slot];
        if (own == kNotYet || m_placement.isLast(stage))
            return own;
        return arrival(m_results.gradients[slot + m_units], m_scratch.costs.gradientHop(stage));
    }

    [[nodiscard]] std::int64_t arrival(std::int64_t sent, std::int64_t hop) const
    {
        return sent == kNotYet ? kNotYet : sent + hop / m_tick;
    }

    [[nodiscard]] std::size_t slotOf(int stage, int unit) const
    {
        return static_cast<std::size_t>(stage) * m_units + static_cast<std::size_t>(unit);
    }

    const Schedule& m_schedule;
    const Placement& m_placement;
    std::span<const PackedOperation> m_operations;
    SimulationScratch& m_scratch;
    Timeline& m_timeline;
    TickArrays<Tick>& m_ticks;
    ResultEnds<Tick>& m_results;
    std::int64_t m_tick;
    std::size_t m_units;
    bool m_tooWide = false;
};

} // namespace

Result<void> simulate(
    const Plan& plan, const Schedule& schedule, SimulationScratch& scratch, Timeline& timeline)
{
    scratch.costs.lay(plan, schedule);
    if (plan.commModel == CommModel::Blocking)
        return simulateBlocking(schedule, scratch, timeline);
    const std::int64_t tick = scratch.costs.tick();
    Outcome outcome = Outcome::TooWide;
    if (scratch.costs.longest() / tick <= std::numeric_limits<std::int32_t>::max())
        outcome = Replay<std::int32_t>(schedule, tick, scratch, timeline).run();
    if (outcome == Outcome::TooWide)
        outcome = Replay<std::int64_t>(schedule, 1, scratch, timeline).run();
    if (outcome == Outcome::Deadlock)
        return tl::unexpected(explainDeadlock(schedule, scratch.cursors));
    return {};
}

} // namespace pipegantt
