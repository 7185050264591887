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

/// Sweeps over the devices until all are done: up and down in turn, because activations travel up
/// the stages and gradients down.
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
    const int devices = schedule.devices();
    std::size_t left = schedule.operations().size();
    for (bool upwards = true; left > 0; upwards = !upwards) {
        std::size_t moved = 0;
        for (int i = 0; i < devices; ++i) {
            const auto device = [&](int at) { return upwards ? at : devices - 1 - at; };
            if (i + 4 < devices)
                replay.prefetch(device(i + 4));
            if (i + 8 < devices)
                replay.prefetchRow(device(i + 8));
            moved += replay.advance(device(i), steady.limit(device(i)));
        }
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
