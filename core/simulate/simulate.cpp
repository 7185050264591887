// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulate/simulate.h"

#include "core/schedule/deadlock.h"

#include <algorithm>

namespace pipegantt {
namespace {

constexpr std::int64_t kNotYet = -1;

/// One simulation: every device runs on until it has to wait, over and over. Devices are visited
/// up and down in turn, because activations travel up the stages and gradients down.
class Replay
{
public:
    Replay(
        const Plan& plan, const Schedule& schedule, SimulationScratch& scratch, Timeline& timeline)
        : m_schedule(schedule)
        , m_operations(schedule.operations())
        , m_scratch(scratch)
        , m_timeline(timeline)
        , m_microbatches(static_cast<std::size_t>(schedule.microbatches()))
        // Neighbouring stages share a device only where there is no other.
        , m_hop(schedule.devices() > 1 ? plan.comm.count() : 0)
    {
        const auto stages = static_cast<std::size_t>(schedule.stages());
        scratch.forwardEnds.assign(stages * m_microbatches, kNotYet);
        scratch.backwardEnds.assign(stages * m_microbatches, kNotYet);
        scratch.durations.resize(stages * kOperationKindCount);
        for (std::size_t stage = 0; stage < stages; ++stage) {
            const StageTime& time = plan.timeOf(static_cast<int>(stage));
            std::int64_t* durations = &scratch.durations[stage * kOperationKindCount];
            durations[static_cast<int>(OperationKind::Forward)] = time.forward.count();
            durations[static_cast<int>(OperationKind::InputGrad)] = time.inputGrad.count();
            durations[static_cast<int>(OperationKind::WeightGrad)] = time.weightGrad.count();
            durations[static_cast<int>(OperationKind::Backward)] = time.backward().count();
        }
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
            const auto stage =
                static_cast<std::size_t>(m_schedule.stageOf(device, operation.chunk()));
            const std::int64_t ready = readyAt(operation, stage);
            if (ready == kNotYet)
                break;
            const auto kind = static_cast<std::size_t>(operation.kind());
            const std::int64_t start = std::max(clock, ready);
            clock = start + m_scratch.durations[stage * kOperationKindCount + kind];
            m_timeline.starts[cursor] = start;
            m_timeline.ends[cursor] = clock;
            const std::size_t slot =
                stage * m_microbatches + static_cast<std::size_t>(operation.microbatch());
            if (operation.kind() == OperationKind::Forward)
                m_scratch.forwardEnds[slot] = clock;
            else if (operation.kind() != OperationKind::WeightGrad)
                m_scratch.backwardEnds[slot] = clock;
        }
        m_scratch.cursors[row] = cursor;
        m_scratch.clocks[row] = clock;
        return cursor - first;
    }

    /// When the results that `operation` needs are there; kNotYet if one is not.
    [[nodiscard]] std::int64_t readyAt(PackedOperation operation, std::size_t stage) const
    {
        const std::size_t slot =
            stage * m_microbatches + static_cast<std::size_t>(operation.microbatch());
        switch (operation.kind()) {
        case OperationKind::Forward:
            return stage == 0 ? 0 : arrival(m_scratch.forwardEnds[slot - m_microbatches]);
        case OperationKind::InputGrad:
        case OperationKind::Backward: {
            const std::int64_t own = m_scratch.forwardEnds[slot];
            const bool last = stage + 1 == static_cast<std::size_t>(m_schedule.stages());
            if (own == kNotYet || last)
                return own;
            return arrival(m_scratch.backwardEnds[slot + m_microbatches]);
        }
        case OperationKind::WeightGrad:
            break;
        }
        return m_scratch.backwardEnds[slot];
    }

    [[nodiscard]] std::int64_t arrival(std::int64_t sent) const
    {
        return sent == kNotYet ? kNotYet : sent + m_hop;
    }

    const Schedule& m_schedule;
    std::span<const PackedOperation> m_operations;
    SimulationScratch& m_scratch;
    Timeline& m_timeline;
    std::size_t m_microbatches;
    std::int64_t m_hop;
};

} // namespace

Result<void> simulate(
    const Plan& plan, const Schedule& schedule, SimulationScratch& scratch, Timeline& timeline)
{
    return Replay(plan, schedule, scratch, timeline).run();
}

} // namespace pipegantt
