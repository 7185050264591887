// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/search/order.h"
#include "core/search/problem.h"
#include "core/search/replay.h"

#include <cstddef>
#include <cstdint>
#include <random>
#include <stop_token>
#include <vector>

namespace pipegantt {

/// Improves an order by moving operations within their device's row: one on the critical path, or
/// its neighbour, to a place a few further on or back. A move that makes nothing worse is kept,
/// since many orders end at the same time and the way to a better one leads over them, and if it is
/// so asked, at first also one that makes the makespan a little worse, less so the more of the
/// budget is spent (threshold accepting; Dueck and Scheuer 1990). Where that leads nowhere for
/// long, the best order is shaken by a few moves anywhere and tried again.
class LocalSearch
{
public:
    /// The problem lives longer than the search. Whether it `tolerates` worse makespans at first: a
    /// detour that pays where orders are far from the best.
    LocalSearch(const SearchProblem& problem, std::uint64_t seed, bool tolerates = false);

    /// Improves `order`, whose score is `score`, for `budget` steps or until its makespan is
    /// `enough`. Returns whether it is better than before. `steps` grows by the number of
    /// operations for each move.
    bool improve(Order& order, OrderScore& score, std::int64_t enough, std::int64_t budget,
        const std::stop_token& stop, std::int64_t& steps);

private:
    struct Candidate
    {
        Order order;
        OrderScore score;
    };

    [[nodiscard]] std::int64_t tolerated(const OrderScore& before, std::int64_t budget);
    void shake(Candidate& candidate);
    void moveCritical(const Order& order);
    void moveAnywhere(const Order& order);
    void move(std::size_t from, std::size_t to);
    [[nodiscard]] std::size_t upTo(std::size_t most);

    std::mt19937_64 m_random;
    bool m_tolerates;
    Replay m_replay;
    std::vector<std::size_t> m_rowBegins;
    std::vector<std::size_t> m_rowEnds;
    std::vector<std::size_t> m_critical;
    Order m_moved;
    std::int64_t m_steps = 0;
};

} // namespace pipegantt
