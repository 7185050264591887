// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/published.h"

#include "core/schedule/catalogue.h"
#include "core/schedule/searchproblem.h"
#include "core/search/bound.h"

#include <algorithm>

namespace pipegantt {
namespace {

/// Jitter draws each pass anew, blocking messages hold up devices, a pair may take less time than
/// its halves, and slices need not go back in the order in which a search takes them.
bool knowsHalfOfTheCosts(const Plan& plan)
{
    return plan.jitter > 0 || plan.units() != plan.microbatches
        || plan.commModel == CommModel::Blocking || plan.pair > Duration::zero();
}

/// Whether the schedule does the work of one iteration with the micro-batches of `plan`, cut or
/// whole.
bool isComparable(const CatalogueEntry& known, const Plan& plan)
{
    Plan published = plan;
    published.schedule = known.kind;
    return known.kind != ScheduleKind::Auto && known.kind != ScheduleKind::Custom
        && known.hasBackward && !shapeOf(known.kind).stepsEachMicrobatch
        && published.units() == plan.units();
}

} // namespace

bool preferPublished(const Plan& plan, Duration makespan, SimulationScratch& scratch, Run& into)
{
    // A map that was given leaves no choice.
    if (!plan.placement.empty())
        return false;
    bool found = false;
    Run other;
    for (const CatalogueEntry& known : catalogue()) {
        Plan published = plan;
        published.schedule = known.kind;
        // A search never recomputes, but what does may fit where nothing else does.
        const bool recomputes = reads(known.kind, Parameter::Recompute);
        if (!isComparable(known, plan)
            || (!knowsHalfOfTheCosts(plan) && !recomputes && makespan < Duration::max()
                && searchesPlacement(plan, placementOf(published))))
            continue;
        if (!run(published, scratch, other) || !other.metrics.fits
            || other.metrics.makespan >= makespan)
            continue;
        makespan = other.metrics.makespan;
        std::swap(into.schedule, other.schedule);
        found = true;
    }
    if (found && into.lowerBound) {
        const std::int64_t plain = plainBound(undercutProblem(plan, into.schedule.placement()));
        into.lowerBound = std::min({*into.lowerBound, Duration(plain), makespan});
    }
    return found;
}

} // namespace pipegantt
