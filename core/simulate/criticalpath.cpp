// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulate/criticalpath.h"

#include <algorithm>
#include <optional>

namespace pipegantt {

CriticalPath criticalPath(const Plan& plan, const Schedule& schedule, const Timeline& timeline)
{
    CausalWalk walk(plan, schedule, timeline);
    walk.index();
    std::optional<CausalStep> step;
    for (int device = 0; device < schedule.devices() && !step; ++device) {
        const std::size_t end = schedule.rowEnd(device);
        if (end > schedule.rowBegin(device) && timeline.end(end - 1) == timeline.makespan)
            step = walk.stepOf(device, end - 1);
    }
    CriticalPath path;
    for (; step; step = walk.before(*step)) {
        path.steps.push_back(*step);
        const bool works = step->kind == CausalStep::Kind::Operation;
        (works ? path.work : path.travel) += step->end - step->begin;
    }
    std::ranges::reverse(path.steps);
    return path;
}

} // namespace pipegantt
