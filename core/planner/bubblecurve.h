// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/ratio.h"
#include "core/plan/plan.h"

#include <stop_token>
#include <vector>

namespace pipegantt {

/// One point of a curve of the bubble ratio against M.
struct CurvePoint
{
    int microbatches = 1;
    Ratio bubbleRatio;

    friend bool operator==(const CurvePoint&, const CurvePoint&) = default;
};

/// The bubble ratio of `plan`, `adapted` to `kind`, for M = 1 … maxMicrobatches, at every M up to
/// 16 and then at about 16 points per doubling, each simulated exactly or taken from a formula that
/// is exact there. Leaves out what the kind cannot run. Ends early, with the points so far, when
/// `stop` asks or where a point would exceed `operationsPerPoint`. Kinds that run only one
/// micro-batch give a level line at their ratio.
std::vector<CurvePoint> bubbleCurve(const Plan& plan, ScheduleKind kind, int maxMicrobatches,
    std::int64_t operationsPerPoint, const std::stop_token& stop);

} // namespace pipegantt
