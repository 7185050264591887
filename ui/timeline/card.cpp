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

QRectF placeCard(QSizeF size, const CardSurroundings& around)
{
    const QRectF& area = around.area;
    const QRectF& subject = around.subject;
    const QRectF& cause = around.cause;
    const double atPointer = std::clamp(around.pointer.x() - size.width() / 3, area.left(),
        std::max(area.left(), area.right() - size.width()));
    const double below = subject.bottom() + kDistance;
    const double above = subject.top() - kDistance - size.height();
    const double rightOfCause = cause.right() + kDistance;
    const double leftOfCause = cause.left() - kDistance - size.width();
    const double level = std::clamp(around.pointer.y() - size.height() / 2, area.top(),
        std::max(area.top(), area.bottom() - size.height()));
    const QPointF places[] = {
        {atPointer, below},
        {atPointer, above},
        {leftOfCause, below},
        {rightOfCause, below},
        {leftOfCause, above},
        {rightOfCause, above},
        {atPointer, cause.bottom() + kDistance},
        {atPointer, cause.top() - kDistance - size.height()},
        {subject.right() + kDistance, level},
        {subject.left() - kDistance - size.width(), level},
    };
    for (const bool spareCause : {true, false}) {
        for (const QPointF place : places) {
            const QRectF card(place, size);
            if (area.contains(card) && !card.intersects(subject)
                && !(spareCause && card.intersects(cause)))
                return card;
        }
    }
    return {places[0], size};
}

void paintCard(
    QPainter& painter, const HoverText& text, const CardSurroundings& around, const Theme& theme)
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
    const QRectF card = placeCard(size, around);

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
