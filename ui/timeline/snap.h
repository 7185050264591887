// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/timescale.h"
#include "core/run/run.h"

#include <span>

namespace pipegantt {

/// How near an edge has to be to draw something to it.
inline constexpr double kSnapPx = 8;

/// The edge of a bar of `device` that is nearest to `px` of `scale`, or the end of the iteration,
/// where one is within kSnapPx; else the instant there, in no more digits than a pixel can show.
/// Always within [0, makespan]. Instants of `marks` count as edges of bars do.
Duration snappedTime(const Run& run, const TimeScale& scale, int device, double px,
    std::span<const Duration> marks = {});

} // namespace pipegantt
