// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/run.h"

#include "core/schedule/catalogue.h"

#include <new>
#include <string>

namespace pipegantt {

Result<Run> run(const Plan& plan)
{
    Run result;
    SimulationScratch scratch;
    if (const Result<void> done = run(plan, scratch, result); !done)
        return failure(done);
    return result;
}

Result<void> run(const Plan& plan, SimulationScratch& scratch, Run& into)
{
    // Memory may run out long before the budget: on a small machine, or beside other programs.
    try {
        into.plan = plan;
        return generate(plan, into.schedule)
            .and_then([&] { return simulate(plan, into.schedule, scratch, into.timeline); })
            .and_then([&] { return measure(plan, into.schedule, into.timeline, into.metrics); });
    } catch (const std::bad_alloc&) {
        return failure(ErrorCode::OutOfMemory, {std::to_string(operationCount(plan))});
    }
}

} // namespace pipegantt
