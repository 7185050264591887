// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/time.h"
#include "core/figure/page.h"
#include "core/figure/words.h"
#include "core/metrics/metrics.h"
#include "core/order/schedule.h"
#include "core/plan/plan.h"

#include <string>
#include <vector>

namespace pipegantt {

/// `slots`, `µs`, `ms`, `s`
std::string unitCaption(const FigureWords& words, TimeUnit unit);

/// `device 2`
std::string deviceCaption(const FigureWords& words, int device);

/// `stages P = 4 · micro-batches M = 8`
std::string shapeCaption(const FigureWords& words, const Plan& plan);

/// `forward 5 · device 2 · 12–13 slots`
std::string operationCaption(const Plan& plan, const FigureWords& words, int device,
    const Operation& operation, Duration begin, Duration end);

/// `bubble 6 slots · device 2 · 4–10 slots`
std::string bubbleCaption(
    const Plan& plan, const FigureWords& words, int device, Duration begin, Duration end);

/// `bubble (P−1)/(P−1+M) = 3/11 = 27.3 %`. Where the textbook's ratio is not the simulated one, the
/// simulated one, and the textbook's with its condition.
std::string bubbleRatioCaption(const Plan& plan, const FigureWords& words, const Metrics& metrics);

/// `start` and `dur` as exact numbers in the plan's unit.
std::vector<PageFact> timeFacts(const Plan& plan, Duration begin, Duration end);

/// An empty node for the row of `device`: `stage-2` with the fact `stage`, where a device is a
/// stage, else `device-2`.
PageNode rowNode(const Schedule& schedule, int device);

} // namespace pipegantt
