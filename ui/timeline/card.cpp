// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/card.h"

#include <QFontMetricsF>

#include <algorithm>

namespace pipegantt {

namespace {

constexpr double kPaddingX = 13;
constexpr double kPaddingY = 10;
constexpr double kDistance = 7;
constexpr double kRadius = 6;

} // namespace

QRectF placeCard(QSizeF size, const QRectF& subject, QPointF pointer, const QRectF& area)
{
    const auto within = [](double position, double length, double low, double high) {
        return std::clamp(position, low, std::max(low, high - length));
    };
    const double x =
        within(pointer.x() - size.width() / 3, size.width(), area.left(), area.right());
    if (subject.bottom() + kDistance + size.height() <= area.bottom())
        return {QPointF(x, subject.bottom() + kDistance), size};
    if (subject.top() - kDistance - size.height() >= area.top())
        return {QPointF(x, subject.top() - kDistance - size.height()), size};
    const double y =
        within(pointer.y() - size.height() / 2, size.height(), area.top(), area.bottom());
    const bool right = area.right() - subject.right() >= subject.left() - area.left();
    return {
        QPointF(right ? subject.right() + kDistance : subject.left() - kDistance - size.width(), y),
        size};
}

void paintCard(QPainter& painter, const HoverText& text, const QRectF& subject, QPointF pointer,
    const QRectF& area, const Theme& theme)
{
    QFont titleFont = uiFont(TypeStep::Body);
    titleFont.setBold(true);
    const QFont lineFont = uiFont(TypeStep::Caption);
    const QFontMetricsF titleMetrics(titleFont);
    const QFontMetricsF lineMetrics(lineFont);
    double width = titleMetrics.horizontalAdvance(text.title);
    for (const QString& line : text.lines)
        width = std::max(width, lineMetrics.horizontalAdvance(line));
    const double lineHeight = lineMetrics.height() + 3;
    const QSizeF size(width + 2 * kPaddingX,
        titleMetrics.height() + static_cast<double>(text.lines.size()) * lineHeight
            + 2 * kPaddingY);
    const QRectF card = placeCard(size, subject, pointer, area);

    // The theme turned over: dark on light, light on dark.
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.window, 1));
    painter.setBrush(theme.text);
    painter.drawRoundedRect(card, kRadius, kRadius);
    painter.setPen(theme.window);
    painter.setFont(titleFont);
    double y = card.top() + kPaddingY;
    painter.drawText(QPointF(card.left() + kPaddingX, y + titleMetrics.ascent()), text.title);
    y += titleMetrics.height() + 3;
    painter.setFont(lineFont);
    for (const QString& line : text.lines) {
        painter.drawText(QPointF(card.left() + kPaddingX, y + lineMetrics.ascent()), line);
        y += lineHeight;
    }
    painter.restore();
}

} // namespace pipegantt
