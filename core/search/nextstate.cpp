// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/search/nextstate.h"

#include <algorithm>

namespace pipegantt {
namespace {

constexpr std::int64_t kNever = SearchProblem::kNever;

} // namespace

NextState::NextState(
    const SearchProblem& problem, const Windows& windows, std::span<const std::int64_t> latestEnds)
    : m_problem(problem)
    , m_windows(windows)
    , m_latestEnds(latestEnds)
    , m_latest(static_cast<std::size_t>(problem.devices))
    , m_queues(problem)
    , m_nextForward(problem.stages.size())
    , m_nextInputGrad(problem.stages.size())
{
    constexpr std::int64_t kLongest = std::int64_t {1} << 40;
    for (std::int64_t end = std::ranges::max(latestEnds); end > kLongest; end /= 2)
        ++m_shift;
}

void NextState::begin()
{
    m_counts.assign(m_problem.stages.size() * kPassCount, 0);
    m_times.assign(static_cast<std::size_t>(m_problem.devices), 0);
    for (int device = 0; device < m_problem.devices; ++device)
        m_latest[static_cast<std::size_t>(device)] = latestFor(device);
}

bool NextState::follow(const Layer& layer, std::size_t parent, const Queues& queues, int stage,
    Pass pass, std::int64_t end, const StateWeights& weights)
{
    m_weights = weights;
    m_score = 0;
    m_least = kNever;
    const Step step {stage, pass, countOf(layer.counts(parent), stage, pass), end};
    if (end > m_windows.latestEnd(m_problem.node(stage, pass, step.unit))
        || !carryOver(layer, parent, queues, step))
        return false;
    std::ranges::copy(layer.latest(parent), m_latest.begin());
    return assess(m_problem.stage(stage).device);
}

bool NextState::carryOver(
    const Layer& layer, std::size_t parent, const Queues& queues, const Step& step)
{
    const std::span counts = layer.counts(parent);
    const std::span times = layer.times(parent);
    m_counts.assign(counts.begin(), counts.end());
    ++m_counts[static_cast<std::size_t>(step.stage) * kPassCount
        + static_cast<std::size_t>(step.pass)];
    m_times.assign(times.begin(), times.begin() + m_problem.devices);
    freeAt(m_problem.stage(step.stage).device) = step.end;
    for (int s = 0; s < static_cast<int>(m_problem.stages.size()); ++s) {
        for (const Pass pass : {Pass::Forward, Pass::InputGrad}) {
            const std::size_t begin = m_times.size();
            const std::span arrivals =
                times.subspan(queues.begin(s, pass), queues.end(s, pass) - queues.begin(s, pass));
            if (!carryQueue(arrivals, s, pass, step))
                return false;
            const SearchStage& stage = m_problem.stage(s);
            const int from = pass == Pass::Forward ? stage.previous : stage.next;
            if (pass == step.pass && from == step.stage && !deliver(s, step, begin))
                return false;
        }
    }
    m_queues.lay(m_problem, m_counts);
    return true;
}

bool NextState::carryQueue(
    std::span<const std::int64_t> arrivals, int s, Pass pass, const Step& step)
{
    if (arrivals.empty())
        return true;
    const SearchStage& stage = m_problem.stage(s);
    const bool taken = s == step.stage && pass == step.pass;
    const std::span left = arrivals.subspan(taken ? 1 : 0);
    if (stage.device != m_problem.stage(step.stage).device) {
        m_times.insert(m_times.end(), left.begin(), left.end());
        return true;
    }
    // Nothing is used before its device is free and those before it have run: what arrives sooner
    // makes no difference, so it is written as no sooner, and more states compare.
    std::int64_t usable = freeAt(stage.device);
    std::size_t node = m_problem.node(s, pass, countOf(m_counts, s, pass));
    for (const std::int64_t arrival : left) {
        usable = std::max(usable, arrival);
        m_times.push_back(usable);
        usable += stage.durationOf(pass);
        if (usable > m_windows.latestEnd(node++))
            return false;
    }
    return true;
}

bool NextState::deliver(int to, const Step& step, std::size_t queueBegin)
{
    const SearchStage& stage = m_problem.stage(to);
    const std::int64_t hop = step.pass == Pass::Forward ? stage.activationHop : stage.gradientHop;
    const std::int64_t behind = m_times.size() > queueBegin
        ? m_times.back() + stage.durationOf(step.pass)
        : freeAt(stage.device);
    m_times.push_back(std::max(step.end + hop, behind));
    return m_times.back() + stage.durationOf(step.pass)
        <= m_windows.latestEnd(m_problem.node(to, step.pass, step.unit));
}

std::int64_t NextState::latestFor(int device) const
{
    std::int64_t latest = m_latestEnds[static_cast<std::size_t>(device)];
    std::int64_t walked = kNever;
    for (const int s : m_problem.stagesOf(device)) {
        const SearchStage& stage = m_problem.stage(s);
        for (int p = 0; p < m_problem.passes(); ++p) {
            const auto pass = static_cast<Pass>(p);
            latest -= (stage.units - countOf(m_counts, s, pass)) * stage.durationOf(pass);
        }
        if (!m_windows.walksLattices())
            continue;
        const int inputs = countOf(m_counts, s, Pass::InputGrad);
        const int weights =
            m_problem.splitBackward ? countOf(m_counts, s, Pass::WeightGrad) : inputs;
        walked = std::min(walked,
            m_windows.lattice(s).latestAt(countOf(m_counts, s, Pass::Forward), inputs, weights));
    }
    return std::min(latest, walked);
}

bool NextState::assess(int device)
{
    m_latest[static_cast<std::size_t>(device)] = latestFor(device);
    if (freeAt(device) > m_latest[static_cast<std::size_t>(device)])
        return false;
    for (const int s : m_problem.downstream()) {
        if (!boundForward(s))
            return false;
    }
    for (const int s : m_problem.upstream()) {
        if (!boundInputGrad(s))
            return false;
    }
    for (int d = 0; d < m_problem.devices; ++d) {
        if (!judgeDevice(d))
            return false;
    }
    m_score += m_weights.least * (m_least >> m_shift);
    return true;
}

bool NextState::boundForward(int s)
{
    const SearchStage& stage = m_problem.stage(s);
    const int unit = countOf(m_counts, s, Pass::Forward);
    std::int64_t& start = m_nextForward[static_cast<std::size_t>(s)];
    if (unit == stage.units) {
        start = kNever;
        return true;
    }
    start = freeAt(stage.device);
    if (stage.previous >= 0) {
        const std::int64_t arrival = m_queues.isEmpty(s, Pass::Forward)
            ? m_nextForward[static_cast<std::size_t>(stage.previous)]
                + m_problem.stage(stage.previous).durationOf(Pass::Forward) + stage.activationHop
            : m_times[m_queues.begin(s, Pass::Forward)];
        start = std::max(start, arrival);
    }
    const std::int64_t slack = m_windows.latestEnd(m_problem.node(s, Pass::Forward, unit)) - start
        - stage.durationOf(Pass::Forward);
    return count(m_weights.forward, slack);
}

bool NextState::boundInputGrad(int s)
{
    const SearchStage& stage = m_problem.stage(s);
    const int unit = countOf(m_counts, s, Pass::InputGrad);
    std::int64_t& start = m_nextInputGrad[static_cast<std::size_t>(s)];
    if (unit == stage.units) {
        start = kNever;
        return true;
    }
    start = freeAt(stage.device);
    if (unit == countOf(m_counts, s, Pass::Forward))
        start = m_nextForward[static_cast<std::size_t>(s)] + stage.durationOf(Pass::Forward);
    if (stage.next >= 0) {
        const std::int64_t arrival = m_queues.isEmpty(s, Pass::InputGrad)
            ? m_nextInputGrad[static_cast<std::size_t>(stage.next)]
                + m_problem.stage(stage.next).durationOf(Pass::InputGrad) + stage.gradientHop
            : m_times[m_queues.begin(s, Pass::InputGrad)];
        start = std::max(start, arrival);
    }
    const std::int64_t slack = m_windows.latestEnd(m_problem.node(s, Pass::InputGrad, unit)) - start
        - stage.durationOf(Pass::InputGrad);
    return count(m_weights.gradient, slack);
}

bool NextState::count(std::int64_t weight, std::int64_t slack)
{
    m_score += weight * (slack >> m_shift);
    m_least = std::min(m_least, slack);
    return slack >= 0;
}

bool NextState::judgeDevice(int device)
{
    std::int64_t next = kNever;
    for (const int s : m_problem.stagesOf(device)) {
        const auto at = static_cast<std::size_t>(s);
        next = std::min({next, m_nextForward[at], m_nextInputGrad[at]});
        if (m_problem.splitBackward
            && countOf(m_counts, s, Pass::WeightGrad) < countOf(m_counts, s, Pass::InputGrad))
            next = 0;
    }
    const std::int64_t free = freeAt(device);
    const std::int64_t slack =
        m_latest[static_cast<std::size_t>(device)] - (next == kNever ? free : std::max(free, next));
    return count(m_weights.device, slack);
}

} // namespace pipegantt
