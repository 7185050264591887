// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"

#include "core/run/beyond.h"
#include "core/run/published.h"
#include "core/schedule/catalogue.h"

#include <new>
#include <string>

namespace pipegantt {
namespace {

Result<void> order(const Plan& plan, const SearchWatch& watch, Run& into)
{
    into.lowerBound.reset();
    if (plan.schedule != ScheduleKind::Auto)
        return generate(plan, into.schedule);
    return checkPlan(plan).and_then([&] { return entry(plan.schedule).check(plan); }).map([&] {
        into.lowerBound = searchSchedule(plan, watch, into.schedule);
    });
}

Result<void> timeAndMeasure(const Plan& plan, SimulationScratch& scratch, Run& into)
{
    const auto measured = [&] {
        return simulate(plan, into.schedule, scratch, into.timeline).and_then([&] {
            return measure(plan, into.schedule, into.timeline, into.metrics);
        });
    };
    Result<void> done = measured();
    if (plan.schedule != ScheduleKind::Auto)
        return done;
    // An order for messages that travel beside the work may deadlock where they do not.
    const Duration makespan = done && into.metrics.fits ? into.metrics.makespan : Duration::max();
    return preferPublished(plan, makespan, scratch, into) ? measured() : done;
}

} // namespace

Duration trueTime(const Run& run, Duration when)
{
    return run.excerpt ? run.excerpt->trueTime(when) : when;
}

std::string actionAt(const Run& run, int device, std::size_t index)
{
    const PackedOperation operation = run.schedule.operations()[index];
    const int stage = run.schedule.stageOf(device, operation.chunk());
    if (!run.excerpt)
        return actionText(run.schedule, stage, operation);
    std::string text = std::to_string(stage) + operationLetter(operation.kind())
        + std::to_string(run.excerpt->trueMicrobatch(run.schedule, device, index));
    if (run.schedule.slices() > 1)
        text += '.' + std::to_string(operation.unit() % run.schedule.slices());
    return text;
}

std::optional<Ratio> optimalityGap(const Run& run)
{
    if (!run.lowerBound)
        return std::nullopt;
    return Ratio {run.metrics.makespan.count() - run.lowerBound->count(), run.lowerBound->count()};
}

Result<Run> run(const Plan& plan, const SearchWatch& watch)
{
    Run result;
    SimulationScratch scratch;
    if (const Result<void> done = run(plan, scratch, result, watch); !done)
        return failure(done);
    return result;
}

Result<void> run(const Plan& plan, SimulationScratch& scratch, Run& into, const SearchWatch& watch)
{
    // Memory may run out long before the budget: on a small machine, or beside other programs.
    try {
        into.plan = plan;
        into.timeline.release();
        into.excerpt.reset();
        if (!isHeldWhole(plan)) {
            return checkPlan(plan)
                .and_then([&] { return entry(plan.schedule).check(plan); })
                .and_then([&] { return runBeyond(plan, scratch, into); });
        }
        return order(plan, watch, into).and_then([&] {
            return timeAndMeasure(plan, scratch, into);
        });
    } catch (const std::bad_alloc&) {
        return failure(ErrorCode::OutOfMemory, {std::to_string(operationCount(plan))});
    }
}

} // namespace pipegantt
