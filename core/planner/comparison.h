// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/base/ratio.h"
#include "core/base/time.h"
#include "core/plan/plan.h"
#include "core/run/run.h"

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace pipegantt {

/// One row of a comparison: a plan and what it amounts to, or why it cannot run. The measures stand
/// for nothing unless it `isMeasured`.
struct ComparedPlan
{
    Plan plan;
    /// Why the plan cannot run.
    std::optional<Error> refusal;
    /// Whether it can run but was too large to be simulated for a comparison.
    bool tooLarge = false;

    Ratio bubbleRatio;
    Ratio spanBubbleRatio;
    Duration makespan {};
    /// Of the device that holds most.
    Bytes peakMemory;
    /// The activations that it holds, in micro-batches of one device.
    Ratio peakActivations;
    /// Messages of an iteration between two devices, activations and gradients.
    std::int64_t messages = 0;
    /// Of the device that keeps most: a copy for each direction, a version for each micro-batch
    /// that an update overtakes.
    int weightCopies = 1;
    /// Whether the peak keeps the plan's memory limit.
    bool fits = true;

    [[nodiscard]] bool isMeasured() const { return !refusal && !tooLarge; }

    friend bool operator==(const ComparedPlan&, const ComparedPlan&) = default;
};

/// The row of a plan that has run.
ComparedPlan comparedRun(const Run& run);

/// Simulates plans to compare them. Keeps its memory between them, so that a table allocates little
/// more than its largest row. The results depend on nothing but the plans.
class Comparison
{
public:
    /// Simulates only plans of at most `mostOperations`.
    explicit Comparison(std::int64_t mostOperations = kOperationBudget)
        : m_mostOperations(mostOperations)
    {
    }

    ComparedPlan row(const Plan& plan);

    /// The schedule `kind` at `plan` as `adapted` to it. `auto` takes the numbers of chunks and
    /// slices at which it ends first, of those that the other schedules have: so none of them is
    /// better, however it cuts model and batch. It is searched quickly here, as one row of many.
    ComparedPlan catalogueRow(const Plan& plan, ScheduleKind kind);

    /// Every schedule of the catalogue, in its order, each as its `catalogueRow`. `plan` has
    /// passed `checkPlan`. Ends early, with the rows so far, when `stop` asks.
    std::vector<ComparedPlan> catalogueRows(const Plan& plan, const std::stop_token& stop = {});

private:
    ComparedPlan row(const Plan& plan, const SearchWatch& watch);

    std::int64_t m_mostOperations;
    SimulationScratch m_scratch;
    Run m_buffer;
};

/// Neighbouring stages of a pipeline that are on two devices. O(stages).
std::int64_t linkCount(const Placement& placement);

/// Messages between two devices in one iteration of `schedule`: for each unit and each pair of
/// neighbouring stages on two devices an activation, and a gradient where there are backward
/// passes. O(stages + operations of a device).
std::int64_t messageCount(const Schedule& schedule);

/// What the rows of a comparison can be ordered by. The least comes first: less is better.
enum class ComparisonOrder : std::uint8_t
{
    Catalogue,
    Year,
    Bubble,
    SpanBubble,
    Makespan,
    Memory,
    Activations,
    Messages,
    WeightCopies,
};

/// Whether `a` belongs before `b`. Rows that are not measured come behind all others in the orders
/// by measures.
bool comesBefore(const ComparedPlan& a, const ComparedPlan& b, ComparisonOrder order);

/// Orders `rows`; those that are equal stay as they were.
void sortRows(std::span<ComparedPlan> rows, ComparisonOrder order);

} // namespace pipegantt
