// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/search/implied.h"

#include <algorithm>

namespace pipegantt {
namespace {

/// Passes of one stage.
struct Counts
{
    int forwards = 0;
    int inputs = 0;
    int weights = 0;
};

std::int64_t workOf(const SearchProblem& problem, const SearchStage& stage, const Counts& counts)
{
    const std::int64_t both = counts.forwards * stage.durationOf(Pass::Forward)
        + counts.inputs * stage.durationOf(Pass::InputGrad);
    return problem.splitBackward ? both + counts.weights * stage.durationOf(Pass::WeightGrad)
                                 : both;
}

} // namespace

std::int64_t workBefore(const SearchProblem& problem, int stage, Pass pass, int unit, int room)
{
    // The stage itself: its earlier units, and those that had to make room for this unit's forward.
    const int freed = std::max(unit + 1 - room, 0);
    const bool forward = pass == Pass::Forward;
    const int inputs = forward ? freed : pass == Pass::InputGrad ? unit : unit + 1;
    const int weights = pass == Pass::WeightGrad ? unit : freed;
    const Counts own {forward ? unit : unit + 1, inputs, weights};
    std::int64_t work = workOf(problem, problem.stage(stage), own);
    bool upstream = true;
    for (const int other : problem.stagesOf(problem.stage(stage).device)) {
        upstream = upstream && other != stage;
        if (other == stage || problem.lastOf(other) != problem.lastOf(stage))
            continue;
        // A forward has passed the stages before it; an input gradient all, and comes from behind.
        const int reached = forward ? freed : unit + 1;
        const Counts counts = upstream ? Counts {unit + 1, 0, 0} : Counts {reached, reached, 0};
        work += workOf(problem, problem.stage(other), counts);
    }
    return work;
}

std::int64_t workAfter(const SearchProblem& problem, int stage, Pass pass, int unit, int room)
{
    const int units = problem.stage(stage).units;
    const bool forward = pass == Pass::Forward;
    // Forwards that wait for the memory that this unit's weight gradient frees.
    const int waiting = std::max(units - unit - room, 0);
    const int left = units - unit - 1;
    const Counts own {forward ? left : waiting,
        forward                       ? left + 1
            : pass == Pass::InputGrad ? left
                                      : waiting,
        pass == Pass::WeightGrad ? left : left + 1};
    std::int64_t work = workOf(problem, problem.stage(stage), own);
    bool upstream = true;
    for (const int other : problem.stagesOf(problem.stage(stage).device)) {
        upstream = upstream && other != stage;
        if (other == stage || problem.lastOf(other) != problem.lastOf(stage))
            continue;
        Counts counts;
        if (upstream) {
            // The gradient goes on to the stages before, except from a weight gradient.
            const int reached = pass == Pass::WeightGrad ? waiting : left + 1;
            counts = {0, reached, reached};
        } else {
            const int reached = forward ? left + 1 : waiting;
            counts = {reached, reached, reached};
        }
        work += workOf(problem, problem.stage(other), counts);
    }
    return work;
}

} // namespace pipegantt
