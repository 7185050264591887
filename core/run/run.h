// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/metrics/metrics.h"
#include "core/order/schedule.h"
#include "core/plan/plan.h"
#include "core/schedule/automatic.h"
#include "core/simulate/excerpt.h"
#include "core/simulate/simulate.h"
#include "core/simulate/timeline.h"

#include <cstddef>
#include <optional>
#include <string>

namespace pipegantt {

/// The whole thread of one plan: what is asked, in which order, when, and what it amounts to.
/// Beyond the operation budget schedule and timeline are an excerpt; the metrics are always of the
/// whole, but for indices of operations, which are of what is held. Shared as
/// `std::shared_ptr<const Run>`, it feeds every view, readout and export.
struct Run
{
    Plan plan;
    Schedule schedule;
    Timeline timeline;
    Metrics metrics;
    /// What of the plan schedule and timeline hold; nothing where they hold all of it.
    std::optional<Excerpt> excerpt;
    /// The excerpt, or null.
    [[nodiscard]] const Excerpt* part() const { return excerpt ? &*excerpt : nullptr; }

    /// Where the order was searched: a makespan that no order goes below. The order is proven to be
    /// optimal where it equals the makespan.
    std::optional<Duration> lowerBound;
};

/// When what happens at `when` in the timeline happens in the run of the whole plan.
Duration trueTime(const Run& run, Duration when);

/// The action of the operation at `index` on `device` in the PyTorch grammar, with the micro-batch
/// that it is of the whole plan.
std::string actionAt(const Run& run, int device, std::size_t index);

/// By how much the makespan could be too long: (makespan - bound) / bound; nothing where no bound
/// is known.
std::optional<Ratio> optimalityGap(const Run& run);

/// Plan to Run in one call. `watch` stops, follows or shortens the search of a searched schedule.
Result<Run> run(const Plan& plan, const SearchWatch& watch = {});

/// The same into an existing run, whose memory is reused: no allocation once it has been as large.
/// On failure, an OutOfMemory among them, `into` holds no valid run.
Result<void> run(
    const Plan& plan, SimulationScratch& scratch, Run& into, const SearchWatch& watch = {});

} // namespace pipegantt
