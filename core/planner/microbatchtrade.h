// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/planner/comparison.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace pipegantt {

/// A batch cut into micro-batches of one measured size.
struct TradePoint
{
    std::int64_t microbatchSize = 0;
    /// Samples a second that a stage of layers computes while it does not wait. Grows with the
    /// size.
    double stageRate = 0;
    /// Samples a second of the whole pipeline: that, less the bubble. 0 where it cannot run.
    double rate = 0;
    /// What the schedule makes of it; its plan's source is of this size.
    ComparedPlan row;
};

/// The note's trade-off for one schedule: small micro-batches leave a small bubble and compute
/// badly, large ones the other way round.
struct MicrobatchTrade
{
    ScheduleKind kind = ScheduleKind::OneFOneB;
    /// In ascending order of size.
    std::vector<TradePoint> points;
    /// The one that ends soonest within the memory limit; the smaller of two that are equal.
    std::optional<std::size_t> best;
};

/// `plans` are one plan with measured times, cut in as many ways, in ascending order of size: each
/// with the same global batch. Each is adapted to `kind`.
MicrobatchTrade microbatchTrade(
    Comparison& comparison, std::span<const Plan> plans, ScheduleKind kind);

} // namespace pipegantt
