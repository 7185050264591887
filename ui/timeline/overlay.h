// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/timescale.h"
#include "core/run/run.h"
#include "ui/theme/theme.h"
#include "ui/timeline/chartlayout.h"
#include "ui/timeline/hover.h"
#include "ui/timeline/orderdrag.h"

#include <QPainter>
#include <QString>

namespace pipegantt {

/// Paints what lies over the bars for a moment: what is pointed at and what it waited for, the
/// playhead and what runs under it.
class OverlayPainter
{
public:
    OverlayPainter(
        QPainter& painter, const ChartLayout& layout, const TimeScale& scale, const Theme& theme);

    /// Outlines of the target and of its cause, with an arrow from the one to the other.
    void paintTarget(const Run& run, const HoverTarget& target);
    /// The operation on its way: itself at the pointer, and the place or the device that it would
    /// come to.
    void paintDrag(const Run& run, const OrderDrag& drag, QPointF pointer, bool refused);
    /// Outlines of the operations and arrows from each to the one that needs it.
    void paintNeeds(const Run& run, const std::vector<Need>& needs);
    /// What runs in each row of `picture`.
    void paintRunning(const Run& picture, Duration cursor);
    /// A line through all rows with `label` at the axis.
    void paintPlayhead(Duration cursor, const QString& label);

    /// Where [begin, end) of `device` is on screen, in the row of `chunk` where rows are of chunks,
    /// at least three pixels wide.
    [[nodiscard]] QRectF place(int device, Duration begin, Duration end, int chunk = -1) const;
    /// Where the bar of an operation is.
    [[nodiscard]] QRectF placeOf(const Run& run, int device, std::size_t operation) const;

private:
    [[nodiscard]] QRectF placeIn(const QRectF& row, Duration begin, Duration end) const;
    void outline(const QRectF& place, const QColor& color, double width, bool dashed);
    void paintArrow(QPointF from, QPointF to, const QColor& color);

    QPainter& m_painter;
    const ChartLayout& m_layout;
    const TimeScale& m_scale;
    const Theme& m_theme;
};

} // namespace pipegantt
