// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"
#include "ui/timeline/barraster.h"
#include "ui/timeline/chartlayout.h"

#include <QPainter>

namespace pipegantt {

/// The strip that shows the whole run and, in it, the window that is on screen.
class Overview
{
public:
    /// Call when run, theme or size are new; the strip is painted again when it is next shown.
    void invalidate() { m_valid = false; }

    /// The strip goes to `reach`, which is the end of the run or behind it. `idle` is the run's
    /// idle time by cause where `colorBy` tells it.
    void paint(QPainter& painter, const Run& run, const ChartLayout& layout, const TimeScale& scale,
        const Theme& theme, Duration reach, ColorBy colorBy, const IdleParts* idle);

    /// The instant of the whole run at `x` of the widget.
    static Duration timeAt(double x, const ChartLayout& layout, Duration makespan);

private:
    BarRaster m_raster;
    QImage m_image;
    bool m_valid = false;
};

} // namespace pipegantt
