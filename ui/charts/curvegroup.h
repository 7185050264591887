// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/planner/bubblecurve.h"

#include <QPointF>

#include <stop_token>
#include <vector>

namespace pipegantt {

/// Schedules whose bubble curves coincide exactly, drawn as one line.
struct CurveGroup
{
    /// In the catalogue's order; never empty.
    std::vector<ScheduleKind> kinds;
    /// The longest of their curves.
    std::vector<CurvePoint> points;

    [[nodiscard]] bool contains(ScheduleKind kind) const;
    /// The bubble ratio at `microbatches`, between two points on the line that joins them on a
    /// logarithmic axis; the last point's beyond the end.
    [[nodiscard]] double ratioAt(int microbatches) const;

    friend bool operator==(const CurveGroup&, const CurveGroup&) = default;
};

/// The line through `points` (M, ratio) as drawn on a logarithmic axis: exact at each of them,
/// smooth and monotone where they are between them.
std::vector<QPointF> smoothCurve(const std::vector<CurvePoint>& points);

/// `plan` without all that its curves do not depend on: two plans that agree here have the same.
Plan curvePlan(Plan plan);

/// The curves of the plan's schedule and of the textbook's (naive, inference, GPipe, 1F1B) under
/// the pipeline and the times of `plan`, up to `maxMicrobatches`: all at once would be one black
/// band, and comparing all is the business of the schedule browser. Ends early, with the groups so
/// far, when `stop` asks.
std::vector<CurveGroup> curveGroups(
    const Plan& plan, int maxMicrobatches, const std::stop_token& stop);

} // namespace pipegantt
