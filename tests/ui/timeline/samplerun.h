// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/run.h"

#include <cstdlib>
#include <memory>
#include <utility>

namespace pipegantt::test {

/// A run of `schedule` with forwards of one slot and backwards of two, and its usual chunks.
inline std::shared_ptr<const Run> sampleRun(
    ScheduleKind schedule, int stages, int microbatches, Duration comm = {})
{
    Plan plan;
    plan.schedule = schedule;
    const KindShape& shape = shapeOf(schedule);
    plan.chunks = shape.chunks > 0 ? shape.chunks : shape.usualChunks;
    plan.stages = stages;
    plan.microbatches = microbatches;
    plan.link.latency = comm;
    Result<Run> result = run(plan);
    if (!result)
        std::abort();
    return std::make_shared<const Run>(std::move(*result));
}

/// `count` slots.
inline Duration inSlots(std::int64_t count)
{
    return count * unitDuration(TimeUnit::Slots);
}

/// Index of an operation in Schedule::operations().
inline std::size_t find(const Run& run, int device, OperationKind kind, int microbatch)
{
    std::size_t i = run.schedule.rowBegin(device);
    while (run.schedule.operations()[i] != PackedOperation(kind, 0, microbatch))
        ++i;
    return i;
}

} // namespace pipegantt::test
