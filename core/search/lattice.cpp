// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/search/lattice.h"

#include <algorithm>

namespace pipegantt {
namespace {

constexpr std::int64_t kNever = SearchProblem::kNever;

/// How many units `limit` holds at `each`, up to `most`.
std::size_t unitsWithin(std::int64_t limit, std::int64_t each, int most)
{
    const std::int64_t fitting = each > 0 ? limit / each : most;
    return static_cast<std::size_t>(std::clamp<std::int64_t>(fitting, 0, most));
}

} // namespace

StageLattice::StageLattice(const SearchProblem& problem, int stage)
    : m_stage(problem.stage(stage))
    , m_limit(problem.limitOf(stage))
    , m_split(problem.splitBackward)
    , m_units(static_cast<std::size_t>(m_stage.units))
{
    const int most = std::min(m_stage.room, m_stage.units);
    m_waiting = unitsWithin(m_limit, m_stage.held, most);
    m_pending = m_split ? unitsWithin(m_limit, m_stage.heldForWeightGrad, most) : 0;
    // A forward starts with `held` more; with all others down to what a weight gradient needs,
    // (limit - held) / heldForWeightGrad of them may still be pending.
    const std::int64_t beside = std::max<std::int64_t>(m_limit - m_stage.held, 0);
    m_room = m_split ? std::min(unitsWithin(beside, m_stage.heldForWeightGrad, most) + 1,
                 static_cast<std::size_t>(most))
                     : m_waiting;
}

void StageLattice::open()
{
    m_earliest.resize(points());
    m_latest.resize(points());
}

bool StageLattice::walk(std::span<const std::int64_t> earliest,
    std::span<const std::int64_t> latest, std::int64_t latestEnd,
    std::span<std::int64_t> stepStarts, std::span<std::int64_t> stepEnds)
{
    std::ranges::fill(m_earliest, kNever);
    std::ranges::fill(m_latest, -kNever);
    m_earliest.front() = 0;
    m_latest[at(0, 0, m_stage.units)] = latestEnd;
    if (!walkOn(earliest, latest))
        return false;
    std::ranges::fill(stepStarts, kNever);
    std::ranges::fill(stepEnds, -kNever);
    walkBack(earliest, latest, stepStarts, stepEnds);
    return m_latest.front() >= 0 && std::ranges::find(stepStarts, kNever) == stepStarts.end();
}

template <class Step>
void StageLattice::forEachStep(int waiting, int pending, int weights, Step step) const
{
    const int inputs = weights + pending;
    const int forwards = inputs + waiting;
    if (forwards < m_stage.units && waiting < mostWaiting() && waiting + pending < m_stage.room
        && m_stage.held * (waiting + 1) + m_stage.heldForWeightGrad * pending <= m_limit)
        step(Pass::Forward, forwards, at(waiting + 1, pending, weights));
    if (!m_split) {
        if (waiting > 0)
            step(Pass::InputGrad, inputs, at(waiting - 1, 0, weights + 1));
        return;
    }
    if (waiting > 0 && pending < static_cast<int>(m_pending))
        step(Pass::InputGrad, inputs, at(waiting - 1, pending + 1, weights));
    if (pending > 0)
        step(Pass::WeightGrad, weights, at(waiting, pending - 1, weights + 1));
}

bool StageLattice::walkOn(
    std::span<const std::int64_t> earliest, std::span<const std::int64_t> latest)
{
    std::size_t point = 0;
    // Every step leads to a later point of this order.
    for (int weights = 0; weights <= m_stage.units; ++weights) {
        for (int pending = 0; pending <= static_cast<int>(m_pending); ++pending) {
            for (int waiting = 0; waiting <= mostWaiting(); ++waiting) {
                const std::int64_t now = m_earliest[point++];
                if (now == kNever)
                    continue;
                forEachStep(waiting, pending, weights, [&](Pass pass, int unit, std::size_t to) {
                    const std::size_t step = m_stage.place(pass, unit);
                    const std::int64_t end =
                        std::max(now, earliest[step]) + m_stage.durationOf(pass);
                    if (end <= latest[step])
                        m_earliest[to] = std::min(m_earliest[to], end);
                });
            }
        }
    }
    return m_earliest[at(0, 0, m_stage.units)] < kNever;
}

void StageLattice::walkBack(std::span<const std::int64_t> earliest,
    std::span<const std::int64_t> latest, std::span<std::int64_t> stepStarts,
    std::span<std::int64_t> stepEnds)
{
    std::size_t point = m_earliest.size();
    for (int weights = m_stage.units; weights >= 0; --weights) {
        for (int pending = static_cast<int>(m_pending); pending >= 0; --pending) {
            for (int waiting = mostWaiting(); waiting >= 0; --waiting) {
                const std::int64_t now = m_earliest[--point];
                if (now == kNever)
                    continue;
                std::int64_t last = m_latest[point];
                forEachStep(waiting, pending, weights, [&](Pass pass, int unit, std::size_t to) {
                    const std::size_t step = m_stage.place(pass, unit);
                    const std::int64_t end = std::min(m_latest[to], latest[step]);
                    const std::int64_t start = std::max(now, earliest[step]);
                    if (end - m_stage.durationOf(pass) < start)
                        return;
                    last = std::max(last, end - m_stage.durationOf(pass));
                    stepStarts[step] = std::min(stepStarts[step], start);
                    stepEnds[step] = std::max(stepEnds[step], end);
                });
                m_latest[point] = last;
            }
        }
    }
}

} // namespace pipegantt
