// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/search/windows.h"

#include "core/search/implied.h"

#include <algorithm>
#include <utility>

namespace pipegantt {

Windows::Windows(const SearchProblem& problem, std::size_t mostPoints)
    : m_problem(problem)
    , m_touched(problem.stages.size(), 0)
{
    std::size_t points = 0;
    for (int stage = 0; stage < static_cast<int>(problem.stages.size()); ++stage) {
        m_lattices.emplace_back(problem, stage);
        points += m_lattices.back().points();
    }
    m_walks = points <= mostPoints;
    for (StageLattice& lattice : m_lattices) {
        if (m_walks)
            lattice.open();
    }
}

bool Windows::narrow(std::span<const std::int64_t> latestEnds, int rounds, std::int64_t& steps)
{
    m_earliest.assign(m_problem.operations(), 0);
    m_latest.assign(m_problem.operations(), SearchProblem::kNever);
    std::ranges::fill(m_touched, char {1});
    followDependencies();
    imply(latestEnds);
    for (int round = 0; round < rounds; ++round) {
        m_changed = false;
        followDependencies();
        followBack();
        steps += 2 * static_cast<std::int64_t>(m_problem.operations());
        if (!walkTouched(latestEnds, steps))
            return false;
        if (!m_changed)
            break;
    }
    for (std::size_t node = 0; node < m_earliest.size(); ++node) {
        if (m_earliest[node] > m_latest[node])
            return false;
    }
    for (int device = 0; device < m_problem.devices; ++device) {
        if (!fitsDevice(device, steps))
            return false;
    }
    return true;
}

void Windows::raise(int stage, Pass pass, int unit, std::int64_t start)
{
    std::int64_t& earliest = m_earliest[m_problem.node(stage, pass, unit)];
    if (start <= earliest)
        return;
    earliest = start;
    m_touched[static_cast<std::size_t>(stage)] = 1;
    m_changed = true;
}

void Windows::lower(int stage, Pass pass, int unit, std::int64_t end)
{
    std::int64_t& latest = m_latest[m_problem.node(stage, pass, unit)];
    if (end >= latest)
        return;
    latest = end;
    m_touched[static_cast<std::size_t>(stage)] = 1;
    m_changed = true;
}

std::int64_t Windows::earliestEnd(int stage, Pass pass, int unit) const
{
    return m_earliest[m_problem.node(stage, pass, unit)] + m_problem.stage(stage).durationOf(pass);
}

std::int64_t Windows::latestStart(int stage, Pass pass, int unit) const
{
    return m_latest[m_problem.node(stage, pass, unit)] - m_problem.stage(stage).durationOf(pass);
}

void Windows::followDependencies()
{
    for (const int stage : m_problem.downstream())
        forwardsFollow(stage);
    for (const int stage : m_problem.upstream())
        gradientsFollow(stage);
}

void Windows::forwardsFollow(int s)
{
    const SearchStage& stage = m_problem.stage(s);
    const int waiting = lattice(s).mostWaiting();
    const int pending = m_problem.splitBackward ? lattice(s).mostPending() : stage.units;
    for (int unit = 0; unit < stage.units; ++unit) {
        if (unit > 0)
            raise(s, Pass::Forward, unit, earliestEnd(s, Pass::Forward, unit - 1));
        if (stage.previous >= 0)
            raise(s, Pass::Forward, unit,
                earliestEnd(stage.previous, Pass::Forward, unit) + stage.activationHop);
        if (unit >= waiting)
            raise(s, Pass::Forward, unit, earliestEnd(s, Pass::InputGrad, unit - waiting));
        if (unit >= pending)
            raise(s, Pass::Forward, unit, earliestEnd(s, Pass::WeightGrad, unit - pending));
    }
}

void Windows::gradientsFollow(int s)
{
    const SearchStage& stage = m_problem.stage(s);
    for (int unit = 0; unit < stage.units; ++unit) {
        raise(s, Pass::InputGrad, unit, earliestEnd(s, Pass::Forward, unit));
        if (unit > 0)
            raise(s, Pass::InputGrad, unit, earliestEnd(s, Pass::InputGrad, unit - 1));
        if (stage.next >= 0)
            raise(s, Pass::InputGrad, unit,
                earliestEnd(stage.next, Pass::InputGrad, unit) + stage.gradientHop);
        if (!m_problem.splitBackward)
            continue;
        raise(s, Pass::WeightGrad, unit, earliestEnd(s, Pass::InputGrad, unit));
        if (unit > 0)
            raise(s, Pass::WeightGrad, unit, earliestEnd(s, Pass::WeightGrad, unit - 1));
    }
}

void Windows::followBack()
{
    for (const int stage : m_problem.downstream())
        gradientsPrecede(stage);
    for (const int stage : m_problem.upstream())
        forwardsPrecede(stage);
}

void Windows::gradientsPrecede(int s)
{
    const SearchStage& stage = m_problem.stage(s);
    const int waiting = lattice(s).mostWaiting();
    const int pending = lattice(s).mostPending();
    for (int unit = stage.units - 1; unit >= 0; --unit) {
        const bool last = unit + 1 == stage.units;
        if (m_problem.splitBackward) {
            if (!last)
                lower(s, Pass::WeightGrad, unit, latestStart(s, Pass::WeightGrad, unit + 1));
            if (unit + pending < stage.units)
                lower(s, Pass::WeightGrad, unit, latestStart(s, Pass::Forward, unit + pending));
            lower(s, Pass::InputGrad, unit, latestStart(s, Pass::WeightGrad, unit));
        }
        if (!last)
            lower(s, Pass::InputGrad, unit, latestStart(s, Pass::InputGrad, unit + 1));
        if (unit + waiting < stage.units)
            lower(s, Pass::InputGrad, unit, latestStart(s, Pass::Forward, unit + waiting));
        if (stage.previous >= 0)
            lower(s, Pass::InputGrad, unit,
                latestStart(stage.previous, Pass::InputGrad, unit)
                    - m_problem.stage(stage.previous).gradientHop);
    }
}

void Windows::forwardsPrecede(int s)
{
    const SearchStage& stage = m_problem.stage(s);
    for (int unit = stage.units - 1; unit >= 0; --unit) {
        lower(s, Pass::Forward, unit, latestStart(s, Pass::InputGrad, unit));
        if (unit + 1 < stage.units)
            lower(s, Pass::Forward, unit, latestStart(s, Pass::Forward, unit + 1));
        if (stage.next >= 0)
            lower(s, Pass::Forward, unit,
                latestStart(stage.next, Pass::Forward, unit)
                    - m_problem.stage(stage.next).activationHop);
    }
}

void Windows::imply(std::span<const std::int64_t> latestEnds)
{
    for (int device = 0; device < m_problem.devices; ++device) {
        std::int64_t first = SearchProblem::kNever;
        for (const int s : m_problem.stagesOf(device)) {
            if (m_problem.stage(s).units > 0)
                first = std::min(first, m_earliest[m_problem.begin(s)]);
        }
        const std::int64_t end = latestEnds[static_cast<std::size_t>(device)];
        for (const int s : m_problem.stagesOf(device)) {
            const int room = lattice(s).mostPending();
            for (int p = 0; p < m_problem.passes(); ++p) {
                const auto pass = static_cast<Pass>(p);
                for (int unit = 0; unit < m_problem.stage(s).units; ++unit) {
                    raise(s, pass, unit, first + workBefore(m_problem, s, pass, unit, room));
                    lower(s, pass, unit, end - workAfter(m_problem, s, pass, unit, room));
                }
            }
        }
    }
}

bool Windows::walkTouched(std::span<const std::int64_t> latestEnds, std::int64_t& steps)
{
    for (int s = 0; s < static_cast<int>(m_lattices.size()) && m_walks; ++s) {
        if (!std::exchange(m_touched[static_cast<std::size_t>(s)], char {0}))
            continue;
        StageLattice& lattice = m_lattices[static_cast<std::size_t>(s)];
        const SearchStage& stage = m_problem.stage(s);
        const std::size_t count =
            static_cast<std::size_t>(stage.units) * static_cast<std::size_t>(m_problem.passes());
        const std::span earliest(&m_earliest[m_problem.begin(s)], count);
        const std::span latest(&m_latest[m_problem.begin(s)], count);
        m_stepStarts.resize(count);
        m_stepEnds.resize(count);
        steps += static_cast<std::int64_t>(lattice.points());
        if (!lattice.walk(earliest, latest, latestEnds[static_cast<std::size_t>(stage.device)],
                m_stepStarts, m_stepEnds))
            return false;
        for (std::size_t i = 0; i < count; ++i) {
            m_changed |= m_stepStarts[i] > earliest[i] || m_stepEnds[i] < latest[i];
            earliest[i] = std::max(earliest[i], m_stepStarts[i]);
            latest[i] = std::min(latest[i], m_stepEnds[i]);
        }
    }
    return true;
}

bool Windows::fitsDevice(int device, std::int64_t& steps)
{
    // Jackson's preemptive schedule: always the released operation that must end first. If even
    // that one is late somewhere, every order is.
    m_jobs.clear();
    m_ready.clear();
    for (const int s : m_problem.stagesOf(device)) {
        for (int p = 0; p < m_problem.passes(); ++p) {
            const auto pass = static_cast<Pass>(p);
            for (int unit = 0; unit < m_problem.stage(s).units; ++unit) {
                const std::size_t node = m_problem.node(s, pass, unit);
                m_jobs.push_back(
                    {m_earliest[node], m_latest[node], m_problem.stage(s).durationOf(pass)});
            }
        }
    }
    steps += 2 * static_cast<std::int64_t>(m_jobs.size());
    std::ranges::sort(m_jobs, {}, &Job::release);
    std::int64_t now = 0;
    for (std::size_t next = 0; next < m_jobs.size() || !m_ready.empty();) {
        if (m_ready.empty())
            now = std::max(now, m_jobs[next].release);
        for (; next < m_jobs.size() && m_jobs[next].release <= now; ++next) {
            m_ready.push_back(m_jobs[next]);
            std::ranges::push_heap(m_ready, std::greater {}, &Job::due);
        }
        Job& first = m_ready.front();
        const std::int64_t until =
            next < m_jobs.size() ? m_jobs[next].release : SearchProblem::kNever;
        const std::int64_t done = std::min(first.work, until - now);
        now += done;
        first.work -= done;
        if (now > first.due)
            return false;
        if (first.work > 0)
            continue;
        std::ranges::pop_heap(m_ready, std::greater {}, &Job::due);
        m_ready.pop_back();
    }
    return true;
}

} // namespace pipegantt
