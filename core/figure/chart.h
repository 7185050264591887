// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/layout.h"
#include "core/figure/page.h"
#include "core/figure/timescale.h"

namespace pipegantt {

/// Where the rows of a figure lie, in points.
struct ChartFrame
{
    double left = 0;
    double top = 0;
    double width = 0;
    double pitch = 0; ///< from the top of one row to the top of the next
    double rowHeight = 0;
    double fontSize = 8; ///< of the numbers in bars

    [[nodiscard]] double rowTop(int device) const { return top + device * pitch; }
};

/// The two layers of the rows.
struct ChartLayers
{
    PageNode bubbles;
    PageNode operations;
};

/// A bar for each operation with its micro-batch where it fits, and a hatched area for each bubble.
ChartLayers layoutBars(
    const FigureSubject& subject, const FigureOptions& options, const ChartFrame& frame);

/// The rows as strips: neighbouring columns of much the same mix become one rectangle that has the
/// exact mean of their colours. Columns in which nothing runs are hatched like any bubble.
ChartLayers layoutStrips(
    const FigureSubject& subject, const FigureOptions& options, const ChartFrame& frame);

/// The hatch of a bubble, where `area` is large enough for lines to be seen.
void addHatch(PageNode& node, const PageRect& area, const Look& look, double fontSize);

/// The line at the foot of `bar` that marks it as part of the second direction, in its ink.
PageRect directionMark(const PageRect& bar);

/// A break of the rows `px` from their left, from above the first one down to `bottom`: a gap in
/// the colour of the page between two torn edges.
PageNode breakNode(const ChartFrame& frame, double px, double bottom, const Look& look);

/// A rectangle of bubble with its hatch.
void addBubble(PageNode& node, const PageRect& area, const Look& look, double fontSize);

} // namespace pipegantt
