// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/timescale.h"
#include "ui/theme/theme.h"
#include "ui/timeline/chartlayout.h"

#include <QPainter>
#include <QString>

namespace pipegantt {

/// What is painted on the chart, and where time and rows are on it. Refers to all of them.
struct ChartSurface
{
    QPainter& painter;
    const ChartLayout& layout;
    const TimeScale& scale;
    const Theme& theme;

    /// The x of an instant in the widget; far outside where it is far outside.
    [[nodiscard]] double x(Duration time) const;
    [[nodiscard]] bool shows(Duration time) const
    {
        return time >= scale.begin() && time <= scale.end();
    }
    /// Where [begin, end) of `row` is, at least `leastPx` wide.
    [[nodiscard]] QRectF place(int row, Duration begin, Duration end, double leastPx = 0) const;
};

/// How a chip looks: a word on a filled, rounded ground.
struct ChipColors
{
    QColor fill;
    QColor ink;
};

/// The size of a chip with `text`.
QSizeF chipSize(const QString& text);

/// Paints `text` as a chip whose middle is at `centreX` where there is room within [0, the right of
/// the chart], from `top` down. Returns where it is.
QRectF paintChip(const ChartSurface& on, const QString& text, double centreX, double top,
    const ChipColors& colors);

/// A line through all rows and down to the axis.
void paintUpright(const ChartSurface& on, Duration time, const QColor& color, Qt::PenStyle style);

/// Where chips stand below the axis, as the playhead's does.
double chipTop(const ChartLayout& layout);

} // namespace pipegantt
