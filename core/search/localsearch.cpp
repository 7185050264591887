// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/search/localsearch.h"

#include <algorithm>

namespace pipegantt {
namespace {

/// Operations that a move passes at most.
constexpr std::size_t kFarthest = 12;
/// Moves without a better order before the best one is shaken, and moves of one shaking.
constexpr int kPatience = 3000;
constexpr int kShakes = 6;
constexpr std::size_t kShakenBy = 4;
/// The part of a makespan that a move may make it worse by at first.
constexpr std::int64_t kTolerance = 32;

} // namespace

LocalSearch::LocalSearch(const SearchProblem& problem, std::uint64_t seed, bool tolerates)
    : m_random(seed)
    , m_tolerates(tolerates)
    , m_replay(problem)
{
    for (int device = 0; device < problem.devices; ++device) {
        const std::size_t length = problem.rowEnd(device) - problem.rowBegin(device);
        m_rowBegins.insert(m_rowBegins.end(), length, problem.rowBegin(device));
        m_rowEnds.insert(m_rowEnds.end(), length, problem.rowEnd(device));
    }
}

bool LocalSearch::improve(Order& order, OrderScore& score, std::int64_t enough, std::int64_t budget,
    const std::stop_token& stop, std::int64_t& steps)
{
    m_steps = 0;
    m_critical.clear();
    const OrderScore before = score;
    Candidate current {order, score};
    int idle = 0;
    while (m_steps < budget && score.makespan > enough && !stop.stop_requested()) {
        if (++idle > kPatience) {
            idle = 0;
            current = {order, score};
            shake(current);
        }
        if (m_critical.empty()) {
            m_replay.run(current.order);
            m_steps += static_cast<std::int64_t>(order.size());
            m_replay.criticalPlaces(m_random, m_critical);
            if (m_critical.empty())
                break;
        }
        moveCritical(current.order);
        if (m_moved == current.order)
            continue;
        m_steps += static_cast<std::int64_t>(order.size());
        const std::optional<OrderScore> moved = m_replay.run(m_moved);
        if (!moved || moved->makespan > current.score.makespan + tolerated(before, budget))
            continue;
        std::swap(current.order, m_moved);
        current.score = *moved;
        m_critical.clear();
        if (!(*moved < score))
            continue;
        idle = moved->makespan < score.makespan ? 0 : idle;
        order = current.order;
        score = *moved;
    }
    steps += m_steps;
    return score < before;
}

std::int64_t LocalSearch::tolerated(const OrderScore& before, std::int64_t budget)
{
    if (!m_tolerates)
        return 0;
    // The last third of the budget is for what makes nothing worse.
    const std::int64_t most = before.makespan / kTolerance;
    const std::int64_t left = std::max<std::int64_t>(budget * 2 / 3 - m_steps, 0) / 1024;
    const std::int64_t whole = budget * 2 / 3 / 1024 + 1;
    // In long division, for their product may pass the range of time.
    const std::int64_t now = most / whole * left + most % whole * left / whole;
    return static_cast<std::int64_t>(m_random() % static_cast<std::uint64_t>(now + 1));
}

void LocalSearch::shake(Candidate& candidate)
{
    m_critical.clear();
    int shaken = 0;
    for (int i = 0; i < 30 * kShakes && shaken < kShakes; ++i) {
        moveAnywhere(candidate.order);
        if (m_moved == candidate.order)
            continue;
        m_steps += static_cast<std::int64_t>(m_moved.size());
        if (const std::optional<OrderScore> moved = m_replay.run(m_moved)) {
            std::swap(candidate.order, m_moved);
            candidate.score = *moved;
            ++shaken;
        }
    }
}

void LocalSearch::moveCritical(const Order& order)
{
    m_moved = order;
    // It and the one before it are on the critical path, without a gap between them.
    const std::size_t place = m_critical[upTo(m_critical.size() - 1)];
    const std::size_t far = 1 + upTo(upTo(kFarthest - 1));
    const std::size_t back = std::min(far, place - m_rowBegins[place]);
    const std::size_t ahead = m_rowEnds[place] - 1 - place;
    switch (upTo(3)) {
    case 0:
        std::swap(m_moved[place], m_moved[place - 1]);
        break;
    case 1:
        move(place, place - back);
        break;
    case 2:
        move(place - 1, place - 1 + std::min(far, ahead + 1));
        break;
    default:
        move(place, place + std::min(far, ahead));
        break;
    }
}

void LocalSearch::moveAnywhere(const Order& order)
{
    m_moved = order;
    const std::size_t place = upTo(order.size() - 1);
    const std::size_t back = std::min(kShakenBy, place - m_rowBegins[place]);
    const std::size_t ahead = std::min(kShakenBy, m_rowEnds[place] - 1 - place);
    move(place, place - back + upTo(back + ahead));
}

void LocalSearch::move(std::size_t from, std::size_t to)
{
    const auto at = [this](std::size_t place) {
        return m_moved.begin() + static_cast<std::ptrdiff_t>(place);
    };
    if (from < to)
        std::rotate(at(from), at(from + 1), at(to + 1));
    else
        std::rotate(at(to), at(from), at(from + 1));
}

std::size_t LocalSearch::upTo(std::size_t most)
{
    return static_cast<std::size_t>(m_random() % (most + 1));
}

} // namespace pipegantt
