// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/time.h"
#include "core/figure/page.h"
#include "core/figure/words.h"
#include "core/metrics/metrics.h"
#include "core/order/schedule.h"
#include "core/plan/plan.h"
#include "core/simulate/excerpt.h"

#include <string>
#include <vector>

namespace pipegantt {

/// `slots`, `µs`, `ms`, `s`
std::string unitCaption(const FigureWords& words, TimeUnit unit);

/// `device 2`
std::string deviceCaption(const FigureWords& words, int device);

/// `stages P = 4 · micro-batches M = 8`, and chunks and slices where there are several.
std::string shapeCaption(const FigureWords& words, const Plan& plan);

/// What the operation at `index` of `schedule.operations()`, on `device`, is: `forward 5`, and of
/// which slice, chunk and stage where there are several: `forward 5 · slice 1 · chunk 1 · stage 6`.
/// Micro-batches are those of the whole run that `excerpt` is of.
/// A pair has two such parts: `forward 7 (stage 2) + backward 3 (stage 5, second direction)`.
std::string operationName(const Schedule& schedule, const FigureWords& words, int device,
    std::size_t index, const Excerpt* excerpt = nullptr);

/// `forward 5 · device 2 · 12–13 slots`
std::string operationCaption(const Plan& plan, const Schedule& schedule, const FigureWords& words,
    int device, std::size_t index, Duration begin, Duration end, const Excerpt* excerpt = nullptr);

/// The number in a bar: `5`, with slices `5.1`, of a pair `7|3`; none for an optimizer step.
std::string barNumber(
    const Schedule& schedule, int device, std::size_t index, const Excerpt* excerpt = nullptr);

/// `bubble 6 slots · device 2 · 4–10 slots`
std::string bubbleCaption(
    const Plan& plan, const FigureWords& words, int device, Duration begin, Duration end);

/// `bubble (P−1)/(P−1+M) = 3/11 = 27.3 %`. Where the formula's ratio is not the simulated one, the
/// simulated one, and the formula's with its condition; where there is no formula, that.
std::string bubbleRatioCaption(const Plan& plan, const FigureWords& words, const Metrics& metrics);

/// `start` and `dur` as exact numbers in the plan's unit.
std::vector<PageFact> timeFacts(const Plan& plan, Duration begin, Duration end);

/// An empty node for the row of `device`: `stage-2` with the fact `stage`, where a device is a
/// stage, else `device-2`.
PageNode rowNode(const Schedule& schedule, int device);

} // namespace pipegantt
