// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/simulate/repetitions.h"
#include "core/simulate/replay.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace pipegantt {

/// What a SteadyState works in, kept between runs.
struct SteadyMemory
{
    /// Clocks at the end of a round.
    struct Snapshot
    {
        int round = 0;
        std::vector<std::int64_t> clocks;
    };
    static constexpr int kRecent = 8;

    /// How many operations of the last run were copied.
    std::size_t filled = 0;
    std::vector<std::size_t> limits;
    Repetitions repetitions;
    std::vector<std::size_t> bases;
    std::array<Snapshot, kRecent> recent;
    /// That of the last round that is a power of two: finds long periods (Brent).
    Snapshot anchor;
    /// By stage: units whose results came in the last round, and those that were waited for.
    std::vector<std::int64_t> made;
    std::vector<std::int64_t> awaited;
};

/// Skips over the steady state of a replay. Where the rows of all devices repeat themselves (each
/// period the same passes of later units), one round is a period of every row. Once some rounds
/// have all their ends later than those of c rounds before by the same time, and nothing reaches
/// further back than these rounds, so have all rounds after them, as long as the rows repeat:
///
///     end(i) = max(end(i - 1), end(what i waits for) + hop) + length
///
/// grows by that time if both ends under the maximum do. So they are copied, and come out exactly
/// as the replay would make them. Each of the schedule's repetitions has rounds of its own.
template <class Tick>
class SteadyState
{
public:
    SteadyState(Replay<Tick>& replay, SteadyMemory& memory);

    /// How far `device` may go for now: index into Schedule::operations().
    [[nodiscard]] std::size_t limit(int device) const
    {
        return m_memory.limits[static_cast<std::size_t>(device)];
    }
    /// To be called after each sweep over the devices, with how many operations it ran; returns how
    /// many were filled in beyond them.
    std::size_t afterSweep(std::size_t moved);
    /// Lets all devices go to the ends of their rows; whether rounds had held them.
    bool release();

private:
    enum class Phase
    {
        Waiting, ///< until all devices are where their rows repeat
        Rounds,
        Over,
    };
    static constexpr std::size_t kLeastOperations = std::size_t {1} << 13U;

    void next();
    void waitOn();
    [[nodiscard]] bool haveAllBegun();
    void beginRounds();
    [[nodiscard]] bool nextRound();
    std::size_t endRound();
    [[nodiscard]] bool isShifted(const SteadyMemory::Snapshot& before) const;
    [[nodiscard]] bool repeatsSince(int rounds, std::int64_t shift);
    [[nodiscard]] int roundsBack() const;
    [[nodiscard]] std::size_t fill(int rounds, std::int64_t shift);
    void fillResults(int device, int rounds, std::int64_t shift, std::size_t times);

    [[nodiscard]] std::size_t at(int device, int round) const
    {
        const auto row = static_cast<std::size_t>(device);
        return m_memory.bases[row] + static_cast<std::size_t>(round) * periods()[row].length;
    }
    [[nodiscard]] const std::vector<RowPeriod>& periods() const
    {
        return m_memory.repetitions[m_repetition].periods;
    }

    Replay<Tick>& m_replay;
    SteadyMemory& m_memory;
    int m_devices;
    Phase m_phase = Phase::Waiting;
    std::size_t m_repetition = 0;
    int m_begun = 0; ///< devices known to be where their rows repeat
    int m_round = 0;
    std::size_t m_operationsOfRound = 0;
    std::size_t m_movedInRound = 0;
    int m_roundsBack = 0; ///< 0 before it is known, negative where there is no such number
};

} // namespace pipegantt
