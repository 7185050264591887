// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/time.h"
#include "core/plan/memorylimit.h"
#include "core/plan/schedulekind.h"

#include <cstdint>
#include <vector>

namespace pipegantt {

/// How long one micro-batch takes in one stage.
struct StageTime
{
    Duration forward {};
    Duration inputGrad {};
    Duration weightGrad {};

    /// The full backward pass: input gradient, then weight gradient, as one operation.
    [[nodiscard]] constexpr Duration backward() const { return inputGrad + weightGrad; }

    friend constexpr bool operator==(const StageTime&, const StageTime&) = default;
};

/// Splits a full backward pass into input and weight gradient, the input gradient taking the odd
/// picosecond.
constexpr StageTime stageTime(Duration forward, Duration backward)
{
    const Duration weightGrad = backward / 2;
    return {forward, backward - weightGrad, weightGrad};
}

/// What is asked: which pipeline, which schedule, which costs. A value; `checkPlan` says whether it
/// can be run. The numbers' limits and defaults stand in the table of `parameter.h`.
struct Plan
{
    ScheduleKind schedule = ScheduleKind::OneFOneB;
    /// P: pipeline stages of the linear layout, which is also the number of devices.
    int stages = 4;
    /// M: micro-batches per iteration.
    int microbatches = 8;
    /// V: chunks of the model on each device.
    int chunks = 1;
    /// N: micro-batches that a chunk runs in a row; 0 stands for min(P, M).
    int group = 0;
    BackwardOrder backwardOrder = BackwardOrder::Ascending;

    /// The unit in which all times of this plan were given and are shown.
    TimeUnit unit = TimeUnit::Slots;
    /// The time of each stage that `perStage` does not name.
    StageTime time = stageTime(unitDuration(TimeUnit::Slots), 2 * unitDuration(TimeUnit::Slots));
    /// Times of the model's stages in model order: empty, or one for each of stages * chunks.
    std::vector<StageTime> perStage;
    /// c: latency of a message between two different devices.
    Duration comm {};

    /// Activations that one micro-batch leaves on a device that holds all chunks of its stage.
    Bytes activation {1'000'000'000};
    MemoryLimit memoryLimit;

    /// Samples per iteration over all micro-batches; 0 where it is not given.
    std::int64_t globalBatch = 32;
    /// The efficiency that the recommendation aims for, in percent.
    int targetEfficiency = 90;

    /// Number of stages of the model: stages * chunks.
    [[nodiscard]] int modelStages() const { return stages * chunks; }

    /// The time of stage `stage`, 0 ≤ stage < modelStages().
    [[nodiscard]] const StageTime& timeOf(int stage) const
    {
        return perStage.empty() ? time : perStage[static_cast<std::size_t>(stage)];
    }

    friend bool operator==(const Plan&, const Plan&) = default;
};

/// Whether all stages take the same times in the passes that the schedule runs.
bool hasEqualStages(const Plan& plan);

/// The most operations that one run may hold. A run keeps up to 36 bytes an operation, so this
/// bounds a run to about 1.2 GB of memory.
inline constexpr std::int64_t kOperationBudget = std::int64_t {1} << 25;

/// Operations that the plan's schedule would hold; may exceed the budget.
std::int64_t operationCount(const Plan& plan);

/// Checks every number against the table of limits, the per-stage lists against the number of
/// stages, and the whole against the operation budget and the range of time. The schedule's own
/// rules are the catalogue's.
Result<void> checkPlan(const Plan& plan);

} // namespace pipegantt
