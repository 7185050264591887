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
ReplayMemory<Tick>& memoryOf(SimulationScratch& scratch)
{
    if constexpr (std::is_same_v<Tick, std::int64_t>) {
        scratch.narrow = {};
        return scratch.wide;
    } else {
        scratch.wide = {};
        return scratch.narrow;
    }
}

/// Sweeps over devices, block by block: neighbours let each other go on, up and down in turn,
/// because activations travel up the stages and gradients down, until a block as a whole has to
/// wait. What a block works on fits the nearest cache; that of all devices does not.
template <class Tick>
class Sweeps
{
public:
    Sweeps(Replay<Tick>& replay, const SteadyState<Tick>& steady)
        : m_replay(replay)
        , m_steady(steady)
        , m_devices(replay.schedule().devices())
    {
    }

    /// One sweep over all devices; returns how many operations ran.
    std::size_t sweep()
    {
        std::size_t moved = 0;
        for (int first = 0; first < m_devices; first += kBlock) {
            const int count = std::min(kBlock, m_devices - first);
            fetch(first + kBlock);
            std::size_t movedInBlock = 0;
            do {
                movedInBlock = 0;
                for (int i = 0; i < count; ++i)
                    movedInBlock += advance(first + i);
                for (int i = count - 2; i >= 0; --i)
                    movedInBlock += advance(first + i);
                moved += movedInBlock;
            } while (movedInBlock > 0);
        }
        m_upwards = !m_upwards;
        return moved;
    }

private:
    static constexpr int kBlock = 16;

    /// The device that comes at `at` in the direction of this sweep.
    [[nodiscard]] int deviceAt(int at) const { return m_upwards ? at : m_devices - 1 - at; }

    std::size_t advance(int at)
    {
        const int device = deviceAt(at);
        return m_replay.advance(device, m_steady.limit(device));
    }

    /// Asks for what the block at `first` begins with while the one before it runs.
    void fetch(int first)
    {
        const int end = std::min(first + kBlock, m_devices);
        for (int at = first; at < end; ++at)
            m_replay.prefetch(deviceAt(at));
        for (int at = end; at < std::min(end + kBlock, m_devices); ++at)
            m_replay.prefetchRow(deviceAt(at));
    }

    Replay<Tick>& m_replay;
    const SteadyState<Tick>& m_steady;
    int m_devices;
    bool m_upwards = true;
};

/// Sweeps over the devices until all are done.
template <class Tick>
Outcome replay(
    const Schedule& schedule, std::int64_t tick, SimulationScratch& scratch, Timeline& timeline)
{
    TickArrays<Tick>& ticks = timeline.lay<Tick>(schedule, tick, scratch.costs.isPlain());
    Replay<Tick> replay(
        schedule, scratch.costs, tick, scratch.state, memoryOf<Tick>(scratch), ticks);
    SteadyState<Tick> steady(replay, scratch.steady);
    if (scratch.everyOperation)
        steady.release();
    Sweeps<Tick> sweeps(replay, steady);
    std::size_t left = schedule.operations().size();
    while (left > 0) {
        const std::size_t moved = sweeps.sweep();
        if (!replay.isTooWide() && moved == 0 && !steady.release())
            return Outcome::Deadlock;
        left -= moved + steady.afterSweep(moved);
        if (replay.isTooWide())
            return Outcome::TooWide;
    }
    timeline.makespan = Duration(std::ranges::max(scratch.state.clocks) * tick);
    return Outcome::Done;
}

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
        outcome = replay<std::int32_t>(schedule, tick, scratch, timeline);
    if (outcome == Outcome::TooWide)
        outcome = replay<std::int64_t>(schedule, 1, scratch, timeline);
    if (outcome == Outcome::Deadlock)
        return tl::unexpected(explainDeadlock(schedule, scratch.state.cursors));
    return {};
}

} // namespace pipegantt
