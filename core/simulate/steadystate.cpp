// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulate/steadystate.h"

#include <algorithm>
#include <limits>

namespace pipegantt {
namespace {

/// Continues `values`, of which `period` are there, to `count`: each is that a period before, and
/// `shift` more.
template <class Tick>
void extend(Tick* values, std::size_t period, std::size_t count, Tick shift)
{
    // Widened first, so that the copying runs over long pieces that do not overlap.
    constexpr std::size_t wide = 512;
    const std::size_t times = (wide + period - 1) / period;
    const std::size_t piece = times * period;
    for (std::size_t i = period; i < std::min(piece, count); ++i)
        values[i] = static_cast<Tick>(values[i - period] + shift);
    const auto pieceShift = static_cast<Tick>(shift * static_cast<Tick>(times));
    for (std::size_t at = piece; at < count; at += piece) {
        Tick* __restrict to = values + at;
        const Tick* __restrict from = values + at - piece;
        const std::size_t length = std::min(piece, count - at);
        for (std::size_t i = 0; i < length; ++i)
            to[i] = static_cast<Tick>(from[i] + pieceShift);
    }
}

// Operations of a device at a time where devices wait for each other after every few.
constexpr std::size_t kPiece = 64;

} // namespace

template <class Tick>
SteadyState<Tick>::SteadyState(Replay<Tick>& replay, SteadyMemory& memory)
    : m_replay(replay)
    , m_memory(memory)
    , m_devices(replay.schedule().devices())
{
    const Schedule& schedule = replay.schedule();
    memory.filled = 0;
    // All at once: how many rounds come depends on times, and a slider tick allocates nothing.
    for (SteadyMemory::Snapshot& snapshot : memory.recent)
        snapshot.clocks.reserve(static_cast<std::size_t>(m_devices));
    if (schedule.operations().size() >= kLeastOperations && replay.costs().repeats()) {
        memory.repetitions.find(schedule);
        if (memory.repetitions.size() > 0) {
            waitOn();
            return;
        }
    }
    release();
}

/// Goes on to the next repetition.
template <class Tick>
void SteadyState<Tick>::next()
{
    if (++m_repetition >= m_memory.repetitions.size()) {
        release();
        return;
    }
    m_phase = Phase::Waiting;
    m_begun = 0;
    m_round = 0;
    m_operationsOfRound = 0;
    m_roundsBack = 0;
    waitOn();
}

template <class Tick>
std::size_t SteadyState<Tick>::afterSweep(std::size_t moved)
{
    switch (m_phase) {
    case Phase::Rounds:
        m_movedInRound += moved;
        return m_movedInRound == m_operationsOfRound ? endRound() : 0;
    case Phase::Waiting:
        if (haveAllBegun())
            beginRounds();
        else
            waitOn();
        break;
    case Phase::Over:
        break;
    }
    return 0;
}

/// Lets devices go on by pieces, lest they pass the place where rounds can begin.
template <class Tick>
void SteadyState<Tick>::waitOn()
{
    const Schedule& schedule = m_replay.schedule();
    const std::size_t piece =
        m_memory.repetitions[m_repetition].isLoose ? shareOfRow(schedule, 16) : kPiece;
    m_memory.limits.resize(static_cast<std::size_t>(m_devices));
    for (int device = 0; device < m_devices; ++device) {
        const auto row = static_cast<std::size_t>(device);
        m_memory.limits[row] =
            std::min(m_replay.state().cursors[row] + piece, schedule.rowEnd(device));
    }
}

template <class Tick>
bool SteadyState<Tick>::release()
{
    const bool held = m_phase == Phase::Rounds;
    m_phase = Phase::Over;
    m_memory.limits.resize(static_cast<std::size_t>(m_devices));
    for (int device = 0; device < m_devices; ++device)
        m_memory.limits[static_cast<std::size_t>(device)] = m_replay.schedule().rowEnd(device);
    return held;
}

template <class Tick>
bool SteadyState<Tick>::haveAllBegun()
{
    const auto& cursors = m_replay.state().cursors;
    while (m_begun < m_devices) {
        const auto row = static_cast<std::size_t>(m_begun);
        if (cursors[row] < periods()[row].begin)
            return false;
        ++m_begun;
    }
    return true;
}

template <class Tick>
void SteadyState<Tick>::beginRounds()
{
    m_memory.bases = m_replay.state().cursors;
    m_phase = Phase::Rounds;
    for (const RowPeriod& period : periods())
        m_operationsOfRound += period.length;
    for (SteadyMemory::Snapshot& snapshot : m_memory.recent)
        snapshot.round = -1;
    m_memory.recent[0].round = 0;
    m_memory.recent[0].clocks = m_replay.state().clocks;
    m_memory.anchor = m_memory.recent[0];
    if (!nextRound())
        next();
}

/// Lets each device go on by one period; false where a row does not repeat as far.
template <class Tick>
bool SteadyState<Tick>::nextRound()
{
    ++m_round;
    m_movedInRound = 0;
    for (int device = 0; device < m_devices; ++device) {
        const auto row = static_cast<std::size_t>(device);
        m_memory.limits[row] = at(device, m_round);
        if (m_memory.limits[row] > periods()[row].end)
            return false;
    }
    return true;
}

template <class Tick>
std::size_t SteadyState<Tick>::endRound()
{
    const auto& clocks = m_replay.state().clocks;
    const auto tried = [&](const SteadyMemory::Snapshot& before) -> std::size_t {
        if (before.round < 0 || !isShifted(before))
            return 0;
        const int rounds = m_round - before.round;
        const std::int64_t shift = clocks[0] - before.clocks[0];
        return repeatsSince(rounds, shift) ? fill(rounds, shift) : 0;
    };
    constexpr int recent = SteadyMemory::kRecent;
    for (int back = 1; back < recent && back <= m_round; ++back) {
        if (const std::size_t filled =
                tried(m_memory.recent[static_cast<std::size_t>((m_round - back) % recent)]))
            return filled;
    }
    if (const std::size_t filled = tried(m_memory.anchor))
        return filled;
    SteadyMemory::Snapshot& now = m_memory.recent[static_cast<std::size_t>(m_round % recent)];
    now.round = m_round;
    now.clocks = clocks;
    if (m_round >= 2 * m_memory.anchor.round)
        m_memory.anchor = now;
    if (!nextRound())
        next();
    return 0;
}

template <class Tick>
bool SteadyState<Tick>::isShifted(const SteadyMemory::Snapshot& before) const
{
    const auto& clocks = m_replay.state().clocks;
    const std::int64_t shift = clocks[0] - before.clocks[0];
    for (std::size_t row = 1; row < clocks.size(); ++row) {
        if (clocks[row] - before.clocks[row] != shift)
            return false;
    }
    return true;
}

/// Whether all that later rounds refer to lies `shift` after what was `rounds` rounds before it.
template <class Tick>
bool SteadyState<Tick>::repeatsSince(int rounds, std::int64_t shift)
{
    if (m_roundsBack == 0)
        m_roundsBack = roundsBack();
    if (m_roundsBack < 0)
        return false;
    // Whole multiples, so that the copied rounds begin and end where these do.
    const int seen = (m_roundsBack + rounds - 1) / rounds * rounds;
    if (m_round < seen + rounds)
        return false;
    const auto& ends = m_replay.ticks().ends;
    for (int device = 0; device < m_devices; ++device) {
        const std::size_t before = at(device, rounds) - at(device, 0);
        for (std::size_t i = at(device, m_round - seen); i < at(device, m_round); ++i) {
            if (std::int64_t {ends[i]} - ends[i - before] != shift)
                return false;
        }
    }
    return true;
}

/// How many rounds lie at most between the round of an operation and that of the result which it
/// waits for, both counted.
template <class Tick>
int SteadyState<Tick>::roundsBack() const
{
    const Schedule& schedule = m_replay.schedule();
    const auto stages = static_cast<std::size_t>(schedule.stages());
    constexpr std::int64_t none = -1;
    // Forwards, then gradients: the last unit made in this round, and the first one waited for.
    m_memory.made.assign(2 * stages, none);
    m_memory.awaited.assign(2 * stages, none);
    for (int device = 0; device < m_devices; ++device) {
        for (std::size_t i = at(device, m_round - 1); i < at(device, m_round); ++i) {
            const PackedOperation operation = schedule.operations()[i];
            const OperationKind kind = operation.kind();
            const auto stage =
                static_cast<std::size_t>(schedule.stageOf(device, operation.chunk()));
            const std::int64_t unit = operation.unit();
            const std::size_t side = isForward(kind) ? 0 : stages;
            if (isForward(kind) || makesGradient(kind))
                m_memory.made[side + stage] = std::max(m_memory.made[side + stage], unit);
            if (m_replay.planOf(device, operation).remoteMask == 0)
                continue;
            std::int64_t& first = m_memory.awaited[isForward(kind) ? stage - 1 : side + stage + 1];
            first = first == none ? unit : std::min(first, unit);
        }
    }
    const std::int64_t units = periods()[0].units;
    std::int64_t most = 1;
    for (std::size_t result = 0; result < m_memory.made.size(); ++result) {
        const std::int64_t awaited = m_memory.awaited[result];
        if (awaited == none)
            continue;
        if (m_memory.made[result] == none)
            return -1; // it came before the rows began to repeat
        most = std::max(most, 1 + (m_memory.made[result] - awaited + units - 1) / units);
    }
    return static_cast<int>(std::min<std::int64_t>(most, schedule.units()));
}

/// Copies as many rounds as the rows repeat; returns how many operations.
template <class Tick>
std::size_t SteadyState<Tick>::fill(int rounds, std::int64_t shift)
{
    std::size_t times = m_replay.schedule().operations().size();
    for (int device = 0; device < m_devices; ++device) {
        const auto row = static_cast<std::size_t>(device);
        const std::size_t length = at(device, rounds) - at(device, 0);
        times = std::min(times, (periods()[row].end - at(device, m_round)) / length);
    }
    ReplayState& state = m_replay.state();
    m_replay.look(std::ranges::max(state.clocks) + static_cast<std::int64_t>(times) * shift);
    if (m_replay.isTooWide())
        return 0;
    std::size_t filled = 0;
    for (int device = 0; device < m_devices; ++device) {
        const auto row = static_cast<std::size_t>(device);
        const std::size_t first = at(device, m_round - rounds);
        const std::size_t length = at(device, rounds) - at(device, 0);
        const std::size_t count = (times + 1) * length;
        TickArrays<Tick>& ticks = m_replay.ticks();
        extend(ticks.ends.data() + first, length, count, static_cast<Tick>(shift));
        if (!ticks.starts.empty())
            extend(ticks.starts.data() + first, length, count, static_cast<Tick>(shift));
        fillResults(device, rounds, shift, times);
        state.cursors[row] += times * length;
        state.clocks[row] += static_cast<std::int64_t>(times) * shift;
        filled += times * length;
    }
    m_memory.filled += filled;
    next();
    return filled;
}

/// What the copied operations of `device` made, for those that come after them.
template <class Tick>
void SteadyState<Tick>::fillResults(int device, int rounds, std::int64_t shift, std::size_t times)
{
    /// Which units of a pass the copied rounds began with.
    struct Units
    {
        std::size_t count = 0;
        int first = std::numeric_limits<int>::max();
        int last = 0;
    };
    std::array<Units, PackedOperation::kPasses> units;
    const auto operations = m_replay.schedule().operations().subspan(
        at(device, m_round - rounds), at(device, rounds) - at(device, 0));
    for (const PackedOperation operation : operations) {
        Units& one = units[operation.pass()];
        ++one.count;
        one.first = std::min(one.first, operation.unit());
        one.last = std::max(one.last, operation.unit());
    }
    const std::size_t period = static_cast<std::size_t>(rounds) * periods()[0].units;
    const auto step = static_cast<Tick>(shift);
    for (const PackedOperation operation : operations) {
        const PassPlan<Tick>& plan = m_replay.planOf(device, operation);
        if (plan.resultMask == 0)
            continue;
        const Units& all = units[operation.pass()];
        Tick* const result = plan.result + operation.unit();
        if (all.count == period && static_cast<std::size_t>(all.last - all.first) + 1 == period) {
            // One block after the other, without a gap.
            if (operation.unit() == all.first)
                extend(result, period, (times + 1) * period, step);
            continue;
        }
        for (std::size_t time = 1; time <= times; ++time)
            result[time * period] = static_cast<Tick>(*result + static_cast<Tick>(time) * step);
    }
}

template class SteadyState<std::int32_t>;
template class SteadyState<std::int64_t>;

} // namespace pipegantt
