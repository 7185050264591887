// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/hatch.h"

#include <algorithm>
#include <cmath>

namespace pipegantt {

std::vector<PageSegment> hatchLines(const PageRect& area, double step)
{
    const double right = area.x + area.width;
    const double bottom = area.y + area.height;
    std::vector<PageSegment> lines;
    // Each line is the points with x + y = sum.
    const auto first = static_cast<int>(std::ceil((area.x + area.y) / step));
    const auto last = static_cast<int>(std::floor((right + bottom) / step));
    for (int i = first; i <= last; ++i) {
        const double sum = i * step;
        const double left = std::max(area.x, sum - bottom);
        const double end = std::min(right, sum - area.y);
        if (end > left)
            lines.push_back({left, sum - left, end, sum - end});
    }
    return lines;
}

} // namespace pipegantt
