// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/chart.h"

#include <algorithm>
#include <cmath>

namespace pipegantt {

PageNode breakNode(const ChartFrame& frame, double px, double bottom, const Look& look)
{
    // In parts of the font size: half the gap, how far an edge swings, and how often.
    constexpr double half = 0.3;
    constexpr double swing = 0.15;
    constexpr double step = 0.45;
    constexpr double stroke = 0.06;
    const double size = frame.fontSize;
    const double top = frame.top - 0.25 * size;
    const double end = bottom + 0.25 * size;
    const double centre = frame.left + px;

    PageNode node;
    node.styleClass = "break";
    node.shapes.emplace_back(
        PageRect {centre - half * size, top, 2 * half * size, end - top, look.background, 0});
    PageLines edges {{}, look.axis, stroke * size};
    for (const double side : {-half, half}) {
        double from = side * size;
        double sign = 1;
        const int strokes = static_cast<int>(std::ceil((end - top) / (step * size)));
        for (int i = 0; i < strokes; ++i, sign = -sign) {
            const double y = top + i * step * size;
            const double to = (side + sign * swing) * size;
            edges.segments.push_back(
                {centre + from, y, centre + to, std::min(y + step * size, end)});
            from = to;
        }
    }
    node.shapes.emplace_back(std::move(edges));
    return node;
}

} // namespace pipegantt
