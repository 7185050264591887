// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/spotlight.h"

#include <QPainter>

namespace pipegantt {

void paintSpotlight(QPainter& painter, const ChartLayout& layout, const TimeScale& scale,
    const Theme& theme, const Spotlight& spotlight)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.accent, 1.5));
    for (int row = 0; spotlight.device && row < layout.rows.devices; ++row) {
        const int device = layout.order == nullptr ? row : layout.order->at(row).device;
        if (device == *spotlight.device)
            painter.drawRoundedRect(layout.band(row).adjusted(-2, -1.5, 2, 1.5), 3, 3);
    }
    if (spotlight.when && *spotlight.when >= scale.begin() && *spotlight.when <= scale.end()) {
        const double x = layout.bars.left() + scale.toPx(*spotlight.when);
        painter.setPen(QPen(theme.window, 3));
        painter.drawLine(QPointF(x, layout.bars.top()), QPointF(x, layout.axis.top() + 10));
        painter.setPen(QPen(theme.text, 1));
        painter.drawLine(QPointF(x, layout.bars.top()), QPointF(x, layout.axis.top() + 10));
    }
    painter.restore();
}

} // namespace pipegantt
