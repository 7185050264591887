// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/search/bound.h"

#include <algorithm>
#include <numeric>

namespace pipegantt {
namespace {

/// Narrowing until nothing changes gains little after this many rounds.
constexpr int kRounds = 100;

} // namespace

std::int64_t timeStep(const SearchProblem& problem)
{
    std::int64_t step = 0;
    for (const SearchStage& stage : problem.stages) {
        for (int pass = 0; pass < problem.passes(); ++pass)
            step = std::gcd(step, stage.durationOf(static_cast<Pass>(pass)));
        step = std::gcd(step, stage.previous >= 0 ? stage.activationHop : 0);
        step = std::gcd(step, stage.next >= 0 ? stage.gradientHop : 0);
    }
    for (const std::int64_t afterwards : problem.afterwards)
        step = std::gcd(step, afterwards);
    return std::max<std::int64_t>(step, 1);
}

std::vector<std::int64_t> latestEndsFor(const SearchProblem& problem, std::int64_t makespan)
{
    std::vector<std::int64_t> ends(problem.afterwards.size());
    std::ranges::transform(problem.afterwards, ends.begin(),
        [makespan](std::int64_t afterwards) { return makespan - afterwards; });
    return ends;
}

std::vector<std::int64_t> deviceStarts(const SearchProblem& problem)
{
    std::vector<std::int64_t> starts(
        static_cast<std::size_t>(problem.devices), SearchProblem::kNever);
    std::int64_t reached = 0;
    for (const int s : problem.downstream()) {
        const SearchStage& stage = problem.stage(s);
        reached = stage.previous < 0
            ? 0
            : reached + problem.durationOf(problem.stage(stage.previous), Pass::Forward, 0)
                + stage.activationHop;
        std::int64_t& start = starts[static_cast<std::size_t>(stage.device)];
        if (stage.units > 0)
            start = std::min(start, reached);
    }
    return starts;
}

std::int64_t plainBound(const SearchProblem& problem)
{
    const std::vector<std::int64_t> starts = deviceStarts(problem);
    std::int64_t bound = 0;
    for (int device = 0; device < problem.devices; ++device) {
        const auto at = static_cast<std::size_t>(device);
        if (starts[at] < SearchProblem::kNever)
            bound = std::max(bound, starts[at] + problem.workOf(device) + problem.afterwards[at]);
    }
    return bound;
}

std::int64_t lowerBound(const SearchProblem& problem, Windows& windows, std::int64_t least,
    std::int64_t most, std::int64_t budget, std::int64_t& steps)
{
    const std::int64_t step = timeStep(problem);
    const std::int64_t until = steps + budget;
    const auto isRefuted = [&](std::int64_t makespan) {
        return !windows.narrow(latestEndsFor(problem, makespan), kRounds, steps);
    };
    // Everything below `refuted` + 1 time step is refuted; nothing is known of `open`.
    std::int64_t refuted = (least + step - 1) / step - 1;
    std::int64_t open = most / step;
    for (std::int64_t stride = 1; refuted + 1 < open && steps < until; stride *= 4) {
        const std::int64_t next = std::min(refuted + stride, open - 1);
        if (!isRefuted(next * step)) {
            open = next;
            break;
        }
        refuted = next;
    }
    while (refuted + 1 < open && steps < until) {
        const std::int64_t middle = refuted + (open - refuted) / 2;
        if (isRefuted(middle * step))
            refuted = middle;
        else
            open = middle;
    }
    return (refuted + 1) * step;
}

} // namespace pipegantt
