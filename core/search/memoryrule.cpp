// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/search/memoryrule.h"

#include <algorithm>

namespace pipegantt {
MemoryRule::MemoryRule(const SearchProblem& problem)
    : m_problem(problem)
{
    for (int device = 0; device < problem.devices; ++device) {
        const std::vector<int>& stages = problem.stagesOf(device);
        std::int64_t all = 0;
        for (const int s : stages) {
            std::int64_t held = 0;
            if (__builtin_mul_overflow(problem.stage(s).held,
                    std::min(problem.stage(s).room, problem.stage(s).units), &held)
                || __builtin_add_overflow(all, held, &all))
                all = SearchProblem::kUnlimited;
        }
        const bool binds = all > problem.limits[static_cast<std::size_t>(device)];
        m_local = m_local && (stages.size() <= 1 || !binds);
    }
    const std::vector<int>& downstream = problem.downstream();
    m_twoPipelines = !downstream.empty()
        && problem.lastOf(downstream.front()) != problem.lastOf(downstream.back());
}

bool MemoryRule::admits(PassCounts counts, int s) const
{
    const SearchStage& stage = m_problem.stage(s);
    const int forwards = countOf(counts, s, Pass::Forward);
    const Pass releases = m_problem.splitBackward ? Pass::WeightGrad : Pass::InputGrad;
    if (forwards == stage.units || forwards - countOf(counts, s, releases) >= stage.room)
        return false;
    std::int64_t held = stage.held;
    for (const int other : m_problem.stagesOf(stage.device)) {
        const int inputs = countOf(counts, other, Pass::InputGrad);
        held += m_problem.stage(other).held * (countOf(counts, other, Pass::Forward) - inputs);
        if (m_problem.splitBackward)
            held += m_problem.stage(other).heldForWeightGrad
                * (inputs - countOf(counts, other, Pass::WeightGrad));
    }
    if (held > m_problem.limits[static_cast<std::size_t>(stage.device)])
        return false;
    return m_local || canAllReturn(counts, s);
}

bool MemoryRule::canAllReturn(PassCounts counts, int stage) const
{
    const int own = m_problem.lastOf(stage);
    // What a pipeline's units hold only shrinks once their last forward has run, for then no more
    // memory is needed to bring them home; so it is the others that are looked at.
    if (!m_twoPipelines) {
        const int device = m_problem.stage(stage).device;
        return needed(counts, stage, device, own, true)
            <= m_problem.limits[static_cast<std::size_t>(device)];
    }
    const int one = m_problem.lastOf(m_problem.downstream().front());
    const int two = m_problem.lastOf(m_problem.downstream().back());
    return returnsFirst(counts, stage, one) || returnsFirst(counts, stage, two);
}

bool MemoryRule::returnsFirst(PassCounts counts, int stage, int last) const
{
    const int one = m_problem.lastOf(m_problem.downstream().front());
    const int two = m_problem.lastOf(m_problem.downstream().back());
    const int other = last == one ? two : one;
    for (int device = 0; device < m_problem.devices; ++device) {
        const std::int64_t limit = m_problem.limits[static_cast<std::size_t>(device)];
        if (needed(counts, stage, device, last, true) + needed(counts, stage, device, other, false)
            > limit)
            return false;
        if (needed(counts, stage, device, other, true) > limit)
            return false;
    }
    return true;
}

std::int64_t MemoryRule::needed(
    PassCounts counts, int stage, int device, int last, bool toFinish) const
{
    const auto forwards = [&](int s) {
        return countOf(counts, s, Pass::Forward) + (s == stage ? 1 : 0);
    };
    const int returned = forwards(last);
    if (toFinish && returned == m_problem.stage(last).units)
        return 0;
    std::int64_t sum = 0;
    for (const int s : m_problem.stagesOf(device)) {
        if (m_problem.lastOf(s) != last)
            continue;
        const int onTheirWay = forwards(s) - returned;
        sum += m_problem.stage(s).held * std::max(onTheirWay, toFinish ? 1 : 0);
    }
    return sum;
}

} // namespace pipegantt
