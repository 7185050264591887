// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/chartsurface.h"

#include <QFontMetricsF>

#include <algorithm>

namespace pipegantt {

namespace {

constexpr double kFar = 100000; // keeps coordinates of a deep zoom within a painter's range
constexpr double kAxisDistance = 10;
constexpr double kOverhang = 3;

QFont chipFont()
{
    QFont font = uiFont(TypeStep::Caption);
    font.setBold(true);
    return font;
}

} // namespace

double ChartSurface::x(Duration time) const
{
    return layout.bars.left() + std::clamp(scale.toPx(time), -kFar, scale.width() + kFar);
}

QRectF ChartSurface::place(int row, Duration begin, Duration end, double leastPx) const
{
    const QRectF line = layout.band(row);
    const double left = x(begin);
    const double right = x(end);
    const double spare = std::max(leastPx - (right - left), 0.0) / 2;
    return {QPointF(left - spare, line.top()), QPointF(right + spare, line.bottom())};
}

double chipTop(const ChartLayout& layout)
{
    return layout.axis.top() + kAxisDistance + kOverhang;
}

QSizeF chipSize(const QString& text)
{
    const QFontMetricsF metrics(chipFont());
    return {metrics.horizontalAdvance(text) + 14, metrics.height() + 4};
}

QRectF paintChip(const ChartSurface& on, const QString& text, double centreX, double top,
    const ChipColors& colors)
{
    const QSizeF size = chipSize(text);
    const double right = on.layout.bars.right() + 14 - size.width();
    const QRectF chip(
        QPointF(std::clamp(centreX - size.width() / 2, 0.0, std::max(right, 0.0)), top), size);
    QPainter& painter = on.painter;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(on.theme.window, 2));
    painter.setBrush(colors.fill);
    painter.drawRoundedRect(chip, 4, 4);
    painter.setFont(chipFont());
    painter.setPen(colors.ink);
    painter.drawText(chip, Qt::AlignCenter, text);
    painter.restore();
    return chip;
}

void paintUpright(const ChartSurface& on, Duration time, const QColor& color, Qt::PenStyle style)
{
    const double x = on.x(time);
    const double top = on.layout.bars.top() - kOverhang;
    const double bottom = on.layout.axis.top() + kAxisDistance;
    QPainter& painter = on.painter;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(x - 2, top, 4, bottom - top), on.theme.window);
    painter.setPen(QPen(color, 2, style, Qt::FlatCap));
    painter.drawLine(QPointF(x, top), QPointF(x, bottom));
    painter.restore();
}

} // namespace pipegantt
