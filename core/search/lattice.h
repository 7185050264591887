// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/search/problem.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pipegantt {

/// The walks of one stage from no pass run to all run. A point of the lattice says how many units
/// wait between forward and input gradient, how many pend between input and weight gradient, and
/// how many are done; a step runs one pass. The memory of the device bounds the points, and the
/// windows of the operations bound when each step can be taken.
class StageLattice
{
public:
    StageLattice(const SearchProblem& problem, int stage);

    [[nodiscard]] std::size_t points() const
    {
        return (m_waiting + 1) * (m_pending + 1) * (m_units + 1);
    }
    /// Makes room for the walks; a lattice that is only asked for its bounds needs none.
    void open();

    /// Most units between forward and input gradient.
    [[nodiscard]] int mostWaiting() const { return static_cast<int>(m_waiting); }
    /// Most units that may be between forward and weight gradient when another forward starts, were
    /// all of them past their input gradient; and that forward itself.
    [[nodiscard]] int mostPending() const { return static_cast<int>(m_room); }

    /// Finds for each point the earliest and the latest instant that some walk visits it, where
    /// `earliest` and `latest` are the earliest start and latest end of this stage's operations and
    /// `latestEnd` ends the last. Writes into `stepStarts` and `stepEnds` the earliest start and
    /// latest end of each operation over all walks. False where there is no walk. O(points).
    bool walk(std::span<const std::int64_t> earliest, std::span<const std::int64_t> latest,
        std::int64_t latestEnd, std::span<std::int64_t> stepStarts,
        std::span<std::int64_t> stepEnds);

    /// The earliest and the latest instant at which so many passes can have been run.
    [[nodiscard]] std::int64_t earliestAt(int forwards, int inputs, int weights) const
    {
        return m_earliest[at(forwards - inputs, inputs - weights, weights)];
    }
    [[nodiscard]] std::int64_t latestAt(int forwards, int inputs, int weights) const
    {
        return m_latest[at(forwards - inputs, inputs - weights, weights)];
    }

private:
    [[nodiscard]] std::size_t at(int waiting, int pending, int weights) const
    {
        return (static_cast<std::size_t>(weights) * (m_pending + 1)
                   + static_cast<std::size_t>(pending))
            * (m_waiting + 1)
            + static_cast<std::size_t>(waiting);
    }
    bool walkOn(std::span<const std::int64_t> earliest, std::span<const std::int64_t> latest);
    void walkBack(std::span<const std::int64_t> earliest, std::span<const std::int64_t> latest,
        std::span<std::int64_t> stepStarts, std::span<std::int64_t> stepEnds);
    template <class Step>
    void forEachStep(int waiting, int pending, int weights, Step step) const;

    SearchStage m_stage;
    std::int64_t m_limit;
    bool m_split;
    std::size_t m_units;
    std::size_t m_waiting;
    std::size_t m_pending;
    std::size_t m_room;
    std::vector<std::int64_t> m_earliest;
    std::vector<std::int64_t> m_latest;
};

} // namespace pipegantt
