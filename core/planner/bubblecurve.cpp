// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/planner/bubblecurve.h"

#include "core/planner/adaptation.h"
#include "core/planner/bubbleprobe.h"
#include "core/schedule/catalogue.h"

#include <algorithm>
#include <optional>

namespace pipegantt {
namespace {

/// The M of the curve's points: every one at first, then about sixteen for each doubling.
int nextMicrobatches(int microbatches)
{
    return microbatches + std::max(1, microbatches / 23);
}

} // namespace

std::vector<CurvePoint> bubbleCurve(const Plan& plan, ScheduleKind kind, int maxMicrobatches,
    std::int64_t operationsPerPoint, const std::stop_token& stop)
{
    std::vector<CurvePoint> curve;
    Plan point = adapted(plan, kind);
    point.group = 0;
    const bool level = runsOneMicrobatchOnly(kind);
    BubbleProbe probe(operationsPerPoint);
    for (int m = 1; m <= maxMicrobatches && !stop.stop_requested();) {
        point.microbatches = level ? 1 : m;
        // Some need more micro-batches than stages, or an even number.
        if (!entry(kind).check(point)) {
            ++m;
            continue;
        }
        const std::optional<Ratio> ratio = probe.bubbleRatio(point);
        if (!ratio)
            break;
        curve.push_back({m, *ratio});
        m = m == maxMicrobatches ? m + 1 : std::min(nextMicrobatches(m), maxMicrobatches);
    }
    return curve;
}

} // namespace pipegantt
