// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/ratio.h"
#include "core/base/time.h"
#include "core/plan/plan.h"

#include <cstdint>
#include <optional>

namespace pipegantt {

/// What makes a published formula differ from the simulation.
enum class FormulaGap : std::uint8_t
{
    None,
    UnevenStages,
    HopLatency,
    Both,
    PartialGroup, ///< several chunks, and a group of fewer micro-batches than devices
    Conditions, ///< the formula's own conditions, `CatalogueEntry::exactWhen`, do not hold
    NoFormula, ///< the literature has none
};

/// What the terms of a bubble ratio are.
enum class TermUnit : std::uint8_t
{
    Passes, ///< numbers of equal passes: F of a stage, and B where there is one
    Time, ///< picoseconds of one device
};

/// What the literature's formulas say about a plan, beside what simulation finds.
struct ClosedForm
{
    /// The published bubble ratio as its terms, idleTerms / (idleTerms + workTerms): for example
    /// (P-1) / (P-1 + M).
    std::int64_t idleTerms = 0;
    std::int64_t workTerms = 1;
    TermUnit unit = TermUnit::Passes;
    /// Why the published ratio is not this plan's, None where it is exact.
    FormulaGap gap = FormulaGap::None;
    /// The makespan where a formula gives it exactly for this plan, latency and uneven stages
    /// included.
    std::optional<Duration> makespan;
    /// The same for the longest span of a device, where the literature counts the bubble in it.
    std::optional<Duration> span;

    [[nodiscard]] Ratio bubbleRatio() const { return {idleTerms, idleTerms + workTerms}; }
    [[nodiscard]] Ratio efficiency() const { return {workTerms, idleTerms + workTerms}; }
};

/// The formulas of the plan's schedule at `plan`, which has passed `checkPlan` and the schedule's
/// own check. O(stages).
ClosedForm closedForm(const Plan& plan);

/// The textbook's (P-1) / (P-1 + V·M), in slices where there are any, and `textbookGap`.
ClosedForm textbookForm(const Plan& plan);

/// The form of a formula in times: what one device is idle beside its work, and `textbookGap`.
ClosedForm timedForm(const Plan& plan, Duration idle, Duration work);

/// The form of an idle time published for one device of equal stages, beside the work of its M
/// micro-batches; with the makespan, their sum, where the formula's own conditions hold too.
ClosedForm idleForm(const Plan& plan, Duration idle, bool conditionsHold);

/// The form of a formula in passes that all take as long as the first stage's forward: those that
/// one device is idle for, and those of its work.
ClosedForm passesForm(const Plan& plan, std::int64_t idle, std::int64_t work, bool conditionsHold);

/// Whether forward, input gradient and weight gradient of the first stage take the same time.
bool hasEqualPasses(const Plan& plan);

/// Why a formula for equal stages without latency is not exact for `plan`, None where it is.
FormulaGap textbookGap(const Plan& plan);

/// Times of all stages of the model for one unit.
struct StageSums
{
    Duration forward {};
    Duration backward {};
    Duration slowestForward {};
    Duration slowestBackward {};
};
StageSums stageSums(const Plan& plan);

/// How long messages travel in all from the first stage to the last, or back.
Duration hopSum(const Plan& plan);

/// The terms of `uncutMakespan`: units * unit + hops. Their sum may leave the range of exact time
/// where a plan is beyond the operation budget.
struct UncutTime
{
    std::int64_t units = 0;
    Duration unit {};
    Duration hops {};
};
UncutTime uncutTime(const Plan& plan);

/// The time of the whole batch through all stages uncut, each stage waiting for the one before: M
/// times the sum of all stage times, plus a hop between neighbours each way.
Duration uncutMakespan(const Plan& plan);

} // namespace pipegantt
