// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/search/lattice.h"
#include "core/search/problem.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pipegantt {

/// When each operation can run if every device is to end in time: the proof that this is out of
/// reach, or the windows that a search for it must keep.
///
/// An operation starts no earlier than what it needs allows, and ends no later than what needs it
/// allows; its device must do the work implied by it before and after; and its stage must find a
/// walk through its lattice. What one rule narrows, the others start from, until nothing changes.
/// Each rule only drops what no order that ends in time does, so an empty window is a proof.
class Windows
{
public:
    /// Lattices are walked only where they have no more than `mostPoints` in all, 16 bytes each.
    explicit Windows(const SearchProblem& problem, std::size_t mostPoints = kMostPoints);

    /// Narrows the windows anew for orders in which the passes of each device end no later than
    /// `latestEnds` says. False where it is proven that there are none. Fewer `rounds` leave wider
    /// windows. `steps` grows by the work done.
    bool narrow(std::span<const std::int64_t> latestEnds, int rounds, std::int64_t& steps);

    /// Earliest start and latest end of an operation, by SearchProblem::node.
    [[nodiscard]] std::int64_t earliestStart(std::size_t node) const { return m_earliest[node]; }
    [[nodiscard]] std::int64_t latestEnd(std::size_t node) const { return m_latest[node]; }

    /// Whether lattices are walked.
    [[nodiscard]] bool walksLattices() const { return m_walks; }
    [[nodiscard]] const StageLattice& lattice(int stage) const
    {
        return m_lattices[static_cast<std::size_t>(stage)];
    }

    static constexpr std::size_t kMostPoints = 10'000'000;

private:
    void followDependencies();
    void followBack();
    void forwardsFollow(int stage);
    void gradientsFollow(int stage);
    void gradientsPrecede(int stage);
    void forwardsPrecede(int stage);
    void imply(std::span<const std::int64_t> latestEnds);
    bool walkTouched(std::span<const std::int64_t> latestEnds, std::int64_t& steps);
    bool fitsDevice(int device, std::int64_t& steps);
    void raise(int stage, Pass pass, int unit, std::int64_t start);
    void lower(int stage, Pass pass, int unit, std::int64_t end);
    /// The earliest end and the latest start that the windows allow.
    [[nodiscard]] std::int64_t earliestEnd(int stage, Pass pass, int unit) const;
    [[nodiscard]] std::int64_t latestStart(int stage, Pass pass, int unit) const;

    struct Job
    {
        std::int64_t release;
        std::int64_t due;
        std::int64_t work;
    };

    const SearchProblem& m_problem;
    bool m_walks = true;
    bool m_changed = false;
    std::vector<std::int64_t> m_earliest;
    std::vector<std::int64_t> m_latest;
    std::vector<StageLattice> m_lattices;
    /// Stages whose windows another has narrowed since their last walk.
    std::vector<char> m_touched;
    std::vector<std::int64_t> m_stepStarts;
    std::vector<std::int64_t> m_stepEnds;
    std::vector<Job> m_jobs;
    std::vector<Job> m_ready;
};

} // namespace pipegantt
