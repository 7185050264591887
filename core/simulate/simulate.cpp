// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulate/simulate.h"

#include "core/schedule/deadlock.h"
#include "core/simulate/blocking.h"

#include <algorithm>

namespace pipegantt {
namespace {

constexpr std::int64_t kNotYet = -1;

/// One simulation: every device runs on until it has to wait, over and over. Devices are visited
/// up and down in turn, because activations travel up the stages and gradients down.
class Replay
{
public:
    Replay(const Schedule& schedule, SimulationScratch& scratch, Timeline& timeline)
        : m_schedule(schedule)
        , m_placement(schedule.placement())
        , m_operations(schedule.operations())
        , m_scratch(scratch)
        , m_timeline(timeline)
        , m_units(static_cast<std::size_t>(schedule.units()))
    {
        const auto stages = static_cast<std::size_t>(schedule.stages());
        scratch.forwardEnds.assign(stages * m_units, kNotYet);
        scratch.backwardEnds.assign(stages * m_units, kNotYet);
        const auto devices = static_cast<std::size_t>(schedule.devices());
        scratch.clocks.assign(devices, 0);
        scratch.cursors.resize(devices);
        for (std::size_t device = 0; device < devices; ++device)
            scratch.cursors[device] = schedule.rowBegin(static_cast<int>(device));
        timeline.starts.resize(m_operations.size());
        timeline.ends.resize(m_operations.size());
    }

    Result<void> run()
    {
        const int devices = m_schedule.devices();
        std::size_t left = m_operations.size();
        for (bool upwards = true; left > 0; upwards = !upwards) {
            std::size_t moved = 0;
            for (int i = 0; i < devices; ++i)
                moved += advance(upwards ? i : devices - 1 - i);
            if (moved == 0)
                return tl::unexpected(explainDeadlock(m_schedule, m_scratch.cursors));
            left -= moved;
        }
        m_timeline.makespan = Duration(std::ranges::max(m_scratch.clocks));
        return {};
    }

private:
    /// Runs `device` until it has to wait; returns how many operations it ran.
    std::size_t advance(int device)
    {
        const auto row = static_cast<std::size_t>(device);
        const std::size_t first = m_scratch.cursors[row];
        const std::size_t end = m_schedule.rowEnd(device);
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
            clock = start + m_scratch.costs.duration(m_schedule, device, cursor);
            m_timeline.starts[cursor] = start;
            m_timeline.ends[cursor] = clock;
            const std::size_t slot = slotOf(stage, operation.unit());
            if (isForward(operation.kind()))
                m_scratch.forwardEnds[slot] = clock;
            else if (makesGradient(operation.kind()))
                m_scratch.backwardEnds[slot] = clock;
        }
        m_scratch.cursors[row] = cursor;
        m_scratch.clocks[row] = clock;
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
            if (!firstSlice && m_scratch.forwardEnds[slot - 1] == kNotYet)
                return kNotYet;
            if (m_placement.isFirst(stage))
                return 0;
            return arrival(
                m_scratch.forwardEnds[slot - m_units], m_scratch.costs.activationHop(stage));
        }
        case OperationKind::InputGrad:
        case OperationKind::Backward:
        case OperationKind::PairedBackward: {
            const bool lastSlice = (operation.unit() + 1) % m_schedule.slices() == 0;
            if (!lastSlice && m_scratch.backwardEnds[slot + 1] == kNotYet)
                return kNotYet;
            return gradientAt(slot, stage);
        }
        case OperationKind::Recompute:
            return m_schedule.recomputesEarly() ? m_scratch.forwardEnds[slot]
                                                : gradientAt(slot, stage);
        case OperationKind::OptimizerStep:
            return 0;
        case OperationKind::WeightGrad:
            break;
        }
        return m_scratch.backwardEnds[slot];
    }

    /// When the gradient of the stage after is there and the stage's own forward is done.
    [[nodiscard]] std::int64_t gradientAt(std::size_t slot, int stage) const
    {
        const std::int64_t own = m_scratch.forwardEnds[slot];
        if (own == kNotYet || m_placement.isLast(stage))
            return own;
        return arrival(m_scratch.backwardEnds[slot + m_units], m_scratch.costs.gradientHop(stage));
    }

    [[nodiscard]] static std::int64_t arrival(std::int64_t sent, std::int64_t hop)
    {
        return sent == kNotYet ? kNotYet : sent + hop;
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
    std::size_t m_units;
};

} // namespace

Result<void> simulate(
    const Plan& plan, const Schedule& schedule, SimulationScratch& scratch, Timeline& timeline)
{
    scratch.costs.lay(plan, schedule);
    if (plan.commModel == CommModel::Blocking)
        return simulateBlocking(schedule, scratch, timeline);
    timeline.precursors.clear();
    timeline.messages.clear();
    return Replay(schedule, scratch, timeline).run();
}

} // namespace pipegantt
