// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/wholeprofile.h"

#include <algorithm>
#include <iterator>

namespace pipegantt {

void wholeMemoryProfile(
    const Run& run, int device, std::size_t maxSteps, std::vector<MemoryStep>& steps)
{
    wholeMemoryProfile(
        run, device, Duration::zero(), run.timeline.makespan + Duration(1), maxSteps, steps);
}

void wholeMemoryProfile(const Run& run, int device, Duration begin, Duration end,
    std::size_t maxSteps, std::vector<MemoryStep>& steps)
{
    memoryProfile(run.plan, run.schedule, run.timeline, device, begin, end, maxSteps, steps);
    if (!run.excerpt)
        return;
    for (const Break& one : run.excerpt->breaks) {
        if (one.at >= end)
            continue;
        const auto next = std::ranges::lower_bound(steps, one.at, {}, &MemoryStep::when);
        // The last step before is what the device holds there.
        if (next != steps.begin() && (next == steps.end() || next->when > one.at))
            steps.insert(next, {one.at, std::prev(next)->held});
    }
    for (MemoryStep& step : steps)
        step.held.value += run.excerpt->heldBeyond(device, step.when);
}

} // namespace pipegantt
