// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/ratio.h"
#include "core/base/time.h"
#include "core/plan/plan.h"

#include <cstdint>
#include <optional>

namespace pipegantt {

/// What makes a textbook formula differ from the simulation.
enum class FormulaGap : std::uint8_t
{
    None,
    UnevenStages,
    HopLatency,
    Both,
    PartialGroup, ///< several chunks, and a group of fewer micro-batches than devices
};

/// What the literature's formulas say about a plan, beside what simulation finds.
struct ClosedForm
{
    /// The textbook bubble ratio of equal stages without latency, as its terms:
    /// idleTerms / (idleTerms + workTerms), for example (P-1) / (P-1 + M).
    std::int64_t idleTerms = 0;
    std::int64_t workTerms = 1;
    /// Why the textbook ratio is not this plan's, None where it is exact.
    FormulaGap gap = FormulaGap::None;
    /// The makespan where a formula gives it exactly for this plan, latency and uneven stages
    /// included.
    std::optional<Duration> makespan;

    [[nodiscard]] Ratio bubbleRatio() const { return {idleTerms, idleTerms + workTerms}; }
    [[nodiscard]] Ratio efficiency() const { return {workTerms, idleTerms + workTerms}; }
};

/// The formulas at `plan`. O(stages).
ClosedForm closedForm(const Plan& plan);

/// The time of the whole batch through all stages uncut, each stage waiting for the one before: M
/// times the sum of all stage times, plus a hop between neighbours each way.
Duration uncutMakespan(const Plan& plan);

} // namespace pipegantt
