// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/overview.h"

#include "ui/timeline/devicepixels.h"

#include <algorithm>
#include <cmath>

namespace pipegantt {

namespace {

constexpr double kLeastWindow = 4;
constexpr float kDimming = 0.62F;

} // namespace

void Overview::paint(QPainter& painter, const Run& run, const ChartLayout& layout,
    const TimeScale& scale, const Theme& theme, Duration reach, ColorBy colorBy,
    const IdleParts* idle)
{
    const QRectF area = layout.overview;
    if (area.isEmpty())
        return;
    const TimeScale whole(Duration::zero(), reach, area.width());
    if (!m_valid) {
        const double ratio = layout.devicePixelRatio;
        m_image = m_raster.paint({
            .run = &run,
            .look = theme.look,
            .colorBy = colorBy,
            .idle = idle,
            .background = theme.look->bubble,
            .scale = {whole.begin(), whole.end(), area.width() * ratio},
            .rows = {run.schedule.devices(), static_cast<int>(std::lround(area.height() * ratio)),
                0},
            .devicePixelRatio = ratio,
            .detailed = false,
            .cursor = std::nullopt,
        });
        m_image.setDevicePixelRatio(1);
        m_valid = true;
    }
    drawAligned(painter, area.topLeft(), m_image);
    if (run.timeline.makespan < reach)
        painter.fillRect(area.adjusted(whole.toPx(run.timeline.makespan), 0, 0, 0), theme.window);

    double left = whole.toPx(scale.begin());
    double right = whole.toPx(scale.end());
    const double spare = std::max(kLeastWindow - (right - left), 0.0) / 2;
    left = area.left() + std::max(left - spare, 0.0);
    right = area.left() + std::min(right + spare, area.width());
    QColor veil = theme.window;
    veil.setAlphaF(kDimming);
    painter.fillRect(QRectF(area.topLeft(), QPointF(left, area.bottom())), veil);
    painter.fillRect(QRectF(QPointF(right, area.top()), area.bottomRight()), veil);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.accent, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(
        QRectF(QPointF(left, area.top() - 1), QPointF(right, area.bottom() + 1)), 3, 3);
    painter.restore();
}

Duration Overview::timeAt(double x, const ChartLayout& layout, Duration makespan)
{
    const TimeScale whole(Duration::zero(), makespan, layout.overview.width());
    return std::clamp(whole.toTime(x - layout.overview.left()), Duration::zero(), makespan);
}

} // namespace pipegantt
