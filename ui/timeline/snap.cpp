// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/snap.h"

#include "core/simulate/idle.h"

#include <algorithm>
#include <cmath>

namespace pipegantt {

namespace {

constexpr double kRoundPx = 4;

} // namespace

Duration snappedTime(
    const Run& run, const TimeScale& scale, int device, double px, std::span<const Duration> marks)
{
    const Duration makespan = run.timeline.makespan;
    const Duration when = std::clamp(scale.toTime(px), Duration::zero(), makespan);
    const Moment moment = momentAt(run.schedule, run.timeline, device,
        std::min(when, std::max(makespan, Duration(1)) - Duration(1)));
    // What is on no edge is as exact as a pixel, and a round number.
    Duration step(1);
    while (scale.lengthPx(step * 10) < kRoundPx)
        step *= 10;
    Duration nearest = std::min((when + step / 2) / step * step, makespan);
    double distance = kSnapPx;
    const auto offer = [&](Duration edge) {
        const double away = std::abs(scale.toPx(edge) - px);
        if (away < distance) {
            nearest = edge;
            distance = away;
        }
    };
    for (const Duration edge : {moment.begin, moment.end, makespan})
        offer(edge);
    for (const Duration mark : marks)
        offer(mark);
    return nearest;
}

} // namespace pipegantt
