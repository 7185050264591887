// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/time.h"
#include "core/order/actionsheet.h"
#include "core/order/schedule.h"
#include "core/plan/memorylimit.h"
#include "core/plan/modellayout.h"
#include "core/plan/schedulekind.h"
#include "core/plan/timesource.h"

#include <cstdint>
#include <memory>
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

/// A link between two devices.
struct Link
{
    /// From the end of the pass that sends to the moment the message is there, were it empty.
    Duration latency {};
    /// Bytes per second; 0 where messages cost no more than the latency.
    std::int64_t bandwidth = 0;

    friend constexpr bool operator==(const Link&, const Link&) = default;
};

/// An order that was not generated but given: imported, or edited by hand. Shared and never
/// changed, so that copying a plan costs nothing; equal where the orders are.
struct GivenOrder
{
    std::shared_ptr<const Schedule> schedule;
    /// The cells that it was read from, where they say more than the schedule: idle cells,
    /// communication, how lines end.
    std::shared_ptr<const ActionSheet> sheet;

    friend bool operator==(const GivenOrder& a, const GivenOrder& b)
    {
        const auto same = [](const auto& x, const auto& y) {
            return x == y || (x && y && *x == *y);
        };
        return same(a.schedule, b.schedule) && same(a.sheet, b.sheet);
    }
};

/// What a device holds beside activations, the same on each: of weights and gradients one copy.
struct ModelState
{
    Bytes weights;
    Bytes gradients;
    Bytes optimizer;
    /// Communication buffers, workspace and the runtime's own.
    Bytes buffers;

    [[nodiscard]] constexpr Bytes total() const
    {
        return {weights.value + gradients.value + optimizer.value + buffers.value};
    }

    friend constexpr bool operator==(const ModelState&, const ModelState&) = default;
};

/// What is asked: which pipeline, which schedule, which costs. A value; `checkPlan` says whether it
/// can be run. The numbers' limits and defaults stand in the table of `parameter.h`, the choices in
/// that of `choice.h`.
struct Plan
{
    ScheduleKind schedule = ScheduleKind::OneFOneB;
    /// P: devices of the pipeline; with one chunk on each, its stages.
    int stages = 4;
    /// M: micro-batches per iteration, those of both directions where there are two.
    int microbatches = 8;
    /// V: chunks of the model on each device.
    int chunks = 1;
    /// N: micro-batches that a chunk runs in a row; 0 stands for the schedule's own rule.
    int group = 0;
    /// S: slices of the sequence of a micro-batch, where the schedule cuts it.
    int slices = 1;
    /// Empty for equal slices, or for each slice by how much its passes take longer than the times
    /// below say.
    std::vector<int> sliceWeights;
    BackwardOrder backwardOrder = BackwardOrder::Ascending;
    RecomputeStart recomputeStart = RecomputeStart::WithGradient;
    /// The order of a custom schedule.
    GivenOrder given;
    /// For the searched schedule: the device of each stage of the model; empty for the loop.
    std::vector<int> placement;

    /// The unit in which all times of this plan were given and are shown.
    TimeUnit unit = TimeUnit::Slots;
    /// The time of each stage that `perStage` does not name; with slices, of one slice. With a
    /// layout, of one transformer layer.
    StageTime time = stageTime(unitDuration(TimeUnit::Slots), 2 * unitDuration(TimeUnit::Slots));
    /// Where the times of stages come from.
    TimeSource source;
    /// Times of the model's stages in model order: empty, or one for each of modelStages().
    std::vector<StageTime> perStage;
    /// What each of modelStages() holds; empty where stages are given by their times.
    ModelLayout layout;
    /// In a layout, how long these take in percent of a transformer layer.
    int embedding = 0;
    int predictor = 100;
    int head = 100;
    /// Of a recomputation; 0 stands for the stage's forward time.
    Duration recompute {};
    /// Of a forward and a backward pass that run together; 0 stands for their sum.
    Duration pair {};
    /// Of an optimizer step; 0 where none is drawn.
    Duration optimizer {};

    /// Between devices of one node.
    Link link;
    /// Between nodes; read only where devicesPerNode is not 0.
    Link nodeLink;
    /// Consecutive devices share a node; 0 for one node of all.
    int devicesPerNode = 0;
    /// What travels between two stages for one unit.
    Bytes message;
    CommModel commModel = CommModel::Asynchronous;
    /// By how many percent the time of a pass may differ from the plan, either way, drawn by seed.
    int jitter = 0;
    std::int64_t seed = 1;
    /// How long `auto` may search, from 1 to 10.
    int effort = 3;

    /// Activations that one micro-batch leaves on a device that holds all chunks of its stage.
    Bytes activation {1'000'000'000};
    /// The part of them that the input gradient releases, in percent; the rest lives until the
    /// weight gradient.
    int earlyRelease = 0;
    ModelState state;
    MemoryLimit memoryLimit;

    /// Samples per iteration over all micro-batches; 0 where it is not given.
    std::int64_t globalBatch = 32;
    /// The efficiency that the recommendation aims for, in percent.
    int targetEfficiency = 90;

    /// Stages of the model: stages * chunks, or those of the given order or placement.
    [[nodiscard]] int modelStages() const;

    /// Slices that the schedule cuts the sequence into: 1 where it does not, those of a given
    /// order.
    [[nodiscard]] int slicesInUse() const;

    /// Units that flow through the pipeline: micro-batches, times slices where there are any.
    [[nodiscard]] std::int64_t units() const;

    /// The time of stage `stage`, 0 ≤ stage < modelStages().
    [[nodiscard]] StageTime timeOf(int stage) const
    {
        if (!layout.empty())
            return timeOf(layout[static_cast<std::size_t>(stage)]);
        return perStage.empty() ? time : perStage[static_cast<std::size_t>(stage)];
    }
    /// The time of a stage that holds `contents`, rounded down to a picosecond; as long as time
    /// goes where that is longer.
    [[nodiscard]] StageTime timeOf(const StageContents& contents) const;

    /// Whether stages have times of their own, from a list or a layout.
    [[nodiscard]] bool timesEachStage() const { return !perStage.empty() || !layout.empty(); }

    friend bool operator==(const Plan&, const Plan&) = default;
};

/// How long a message travels from device `from` to device `to`: nothing on one device, else the
/// link's latency and the message over its bandwidth, rounded up to a picosecond.
Duration hopTime(const Plan& plan, int from, int to);

/// Where the times of `after` come from, a plan that was \`before\`: measured times stay so while
/// stages are cut otherwise or others join, and cease to be when somebody sets one.
TimeSource sourceAfter(const Plan& before, const Plan& after);

/// Takes P, M and V from the given order.
void adoptGivenShape(Plan& plan);

/// `plan` with its layout, if it has one, replaced by the times that it gives.
Plan withListedTimes(Plan plan);

/// Whether all stages take the same times in the passes that the schedule runs.
bool hasEqualStages(const Plan& plan);

/// The most operations that one run may hold. A run keeps up to 36 bytes an operation, so this
/// bounds a run to about 1.2 GB of memory.
inline constexpr std::int64_t kOperationBudget = std::int64_t {1} << 25;

/// Operations that the plan's schedule would hold; may exceed the budget.
std::int64_t operationCount(const Plan& plan);

/// Whether a run holds all operations of the plan. Where they exceed the budget, it holds an
/// excerpt.
bool isHeldWhole(const Plan& plan);

/// The refusal of whatever needs all operations where they exceed the budget.
Error tooManyOperations(const Plan& plan);

/// Whether the micro-batches of `plan` repeat each other exactly, so that what many of them amount
/// to can be counted without holding all of their operations: no jitter, no blocking messages, an
/// order that follows a rule. The error says what is against it.
Result<void> checkCountable(const Plan& plan);

/// Checks every number against the table of limits, the per-stage lists against the number of
/// stages, and the whole against the range of time; beyond the operation budget `checkCountable`,
/// too. The schedule's own rules are the catalogue's.
Result<void> checkPlan(const Plan& plan);

} // namespace pipegantt
