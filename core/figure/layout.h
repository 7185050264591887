// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/figure/look.h"
#include "core/figure/page.h"
#include "core/figure/words.h"
#include "core/metrics/metrics.h"
#include "core/order/schedule.h"
#include "core/plan/plan.h"
#include "core/simulate/excerpt.h"
#include "core/simulate/timeline.h"

#include <cstdint>
#include <string>

namespace pipegantt {

/// What a figure shows: the parts of one run, which must outlive the call that they are given to.
struct FigureSubject
{
    const Plan& plan;
    const Schedule& schedule;
    const Timeline& timeline;
    const Metrics& metrics;
    /// What schedule and timeline are an excerpt of; null where they are all.
    const Excerpt* excerpt = nullptr;
};

inline constexpr double kLeastFigureMm = 40;
inline constexpr double kMostFigureMm = 1200;

struct FigureOptions
{
    /// 84 is one column of a paper, 174 two; from kLeastFigureMm to kMostFigureMm.
    double widthMm = 174;
    /// Size of labels at the final size, from 5 to 72 and to a fourteenth of the width. A label
    /// that does not fit is left out.
    double fontSizePt = 8;
    const Look* look = &lightLook();
    FigureWords words = englishWords();
    /// Whether schedule, P and M stand above the chart.
    bool title = true;
    /// Carried along in the figure, so that it can be made again; the text of a plan file.
    std::string planText;
};

/// More operations than this, or operations thinner than kThinnestBarMm on the mean, and the rows
/// are drawn as strips: runs of columns whose colour is the exact share of the work they cover.
/// This bounds the size of every figure.
inline constexpr std::int64_t kMostBars = 20'000;
inline constexpr double kThinnestBarMm = 0.15;

/// Lays a run out as a figure: title, rows of bars and bubbles, time axis, legend, and the bubble
/// ratio with its formula. The height follows from the number of devices and is never much more
/// than the width. Fails where the width or the font size is out of range. The same input gives the
/// same page, to the bit. O(operations).
Result<Page> layoutPage(const FigureSubject& subject, const FigureOptions& options);

} // namespace pipegantt
