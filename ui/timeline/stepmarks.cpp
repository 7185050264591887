// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/stepmarks.h"

#include "ui/timeline/phases.h"

#include <algorithm>

namespace pipegantt {

namespace {

std::vector<Duration> ascending(std::vector<Duration> marks)
{
    std::ranges::sort(marks);
    marks.erase(std::ranges::unique(marks).begin(), marks.end());
    return marks;
}

} // namespace

std::vector<Duration> microbatchMarks(const Run& run)
{
    const Schedule& schedule = run.schedule;
    struct Stay
    {
        Duration from;
        Duration to {};
    };
    std::vector<Stay> stays(
        static_cast<std::size_t>(schedule.microbatches()), Stay {run.timeline.makespan});
    for (int device = 0; device < schedule.devices(); ++device) {
        for (std::size_t i = schedule.rowBegin(device); i < schedule.rowEnd(device); ++i) {
            const PackedOperation operation = schedule.operations()[i];
            if (operation.kind() == OperationKind::OptimizerStep)
                continue;
            Stay& stay = stays[static_cast<std::size_t>(operation.unit() / schedule.slices())];
            stay.from = std::min(stay.from, run.timeline.start(device, i));
            stay.to = std::max(stay.to, run.timeline.end(i));
        }
    }
    std::vector<Duration> marks;
    marks.reserve(2 * stays.size());
    for (const Stay& stay : stays) {
        marks.push_back(stay.from);
        marks.push_back(stay.to);
    }
    return ascending(std::move(marks));
}

std::vector<Duration> phaseMarks(const Run& run)
{
    std::vector<Duration> marks {Duration::zero(), run.timeline.makespan};
    for (const Phase& phase : phasesOf(run)) {
        marks.push_back(phase.begin);
        marks.push_back(phase.end);
    }
    return ascending(std::move(marks));
}

} // namespace pipegantt
