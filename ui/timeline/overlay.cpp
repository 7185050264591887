// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/overlay.h"

#include "core/simulate/idle.h"

#include <QFontMetricsF>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace pipegantt {

namespace {

constexpr double kLeastWidth = 3;
constexpr double kLeastRunningWidth = 6;
constexpr double kRadius = 2;
constexpr double kArrowLength = 7;
constexpr double kFar = 100000; // keeps coordinates of a deep zoom within a painter's range

} // namespace

OverlayPainter::OverlayPainter(
    QPainter& painter, const ChartLayout& layout, const TimeScale& scale, const Theme& theme)
    : m_painter(painter)
    , m_layout(layout)
    , m_scale(scale)
    , m_theme(theme)
{
}

QRectF OverlayPainter::place(int device, Duration begin, Duration end, int chunk) const
{
    return placeIn(m_layout.row(device, chunk), begin, end);
}

QRectF OverlayPainter::placeOf(const Run& run, int device, std::size_t operation) const
{
    return place(device, run.timeline.start(device, operation), run.timeline.end(operation),
        run.schedule.operations()[operation].chunk());
}

QRectF OverlayPainter::placeIn(const QRectF& row, Duration begin, Duration end) const
{
    const double left = std::clamp(m_scale.toPx(begin), -kFar, m_scale.width() + kFar);
    const double right = std::clamp(m_scale.toPx(end), -kFar, m_scale.width() + kFar);
    const double spare = std::max(kLeastWidth - (right - left), 0.0) / 2;
    return {QPointF(row.left() + left - spare, row.top()),
        QPointF(row.left() + right + spare, row.bottom())};
}

void OverlayPainter::outline(const QRectF& place, const QColor& color, double width, bool dashed)
{
    // A line of the background under the line itself stands out from bars of any colour.
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(m_theme.window, width + 2));
    m_painter.drawRoundedRect(place, kRadius, kRadius);
    m_painter.setPen(QPen(color, width, dashed ? Qt::DashLine : Qt::SolidLine));
    m_painter.drawRoundedRect(place, kRadius, kRadius);
}

void OverlayPainter::paintTarget(const Run& run, const HoverTarget& target)
{
    if (target.kind == HoverTarget::Kind::Nothing)
        return;
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setClipRect(m_layout.bars.adjusted(-2, -2, 2, 2));
    const QRectF self = place(target.device, target.begin, target.end, target.chunk);
    const auto cause = causeOf(run, target);
    const QRectF other = cause ? placeOf(run, cause->device, cause->operation) : QRectF();
    // Of a row that is not shown there is nothing to point at.
    if (cause && other.height() > 0) {
        outline(other, m_theme.text, 1.5, true);
        outline(self, m_theme.text, 2, false);
        // In the bubble the answer arrives at its end, in an operation at its start.
        const double x = target.kind == HoverTarget::Kind::Bubble ? self.right() : self.left();
        if (other.top() != self.top()) {
            const bool down = other.top() < self.top();
            paintArrow({other.right(), other.center().y()}, {x, down ? self.top() : self.bottom()},
                m_theme.text);
        }
    } else {
        outline(self, m_theme.text, 2, false);
    }
    m_painter.restore();
}

void OverlayPainter::paintDrag(const Run& run, const OrderDrag& drag, QPointF pointer, bool refused)
{
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setClipRect(m_layout.bars.adjusted(-2, -2, 2, 2));
    const QColor color = refused ? m_theme.bad : m_theme.accent;
    const QRectF self = placeOf(run, drag.device(), drag.operation());
    outline(self, m_theme.text, 1.5, true);
    if (drag.targetDevice() != drag.device()) {
        outline(m_layout.row(drag.targetDevice()).adjusted(1, 1, -1, -1), color, 2, false);
    } else if (drag.outcome()) {
        const QRectF row = m_layout.row(drag.device());
        const double x = m_layout.bars.left() + m_scale.toPx(drag.mark());
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_theme.window);
        m_painter.drawRect(QRectF(x - 3, row.top() - 2, 6, row.height() + 4));
        m_painter.setBrush(color);
        m_painter.drawRect(QRectF(x - 1.5, row.top() - 2, 3, row.height() + 4));
    }
    QColor ghost = color;
    ghost.setAlphaF(0.35F);
    QRectF carried = self;
    carried.moveCenter(pointer);
    m_painter.setPen(QPen(color, 1.5));
    m_painter.setBrush(ghost);
    m_painter.drawRoundedRect(carried, kRadius, kRadius);
    m_painter.restore();
}

void OverlayPainter::paintNeeds(const Run& run, const std::vector<Need>& needs)
{
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setClipRect(m_layout.bars.adjusted(-2, -2, 2, 2));
    for (const Need& need : needs) {
        const QRectF maker = placeOf(run, need.makerDevice, need.maker);
        const QRectF user = placeOf(run, need.userDevice, need.user);
        outline(maker, m_theme.bad, 1.5, true);
        outline(user, m_theme.bad, 2, false);
        paintArrow(maker.center(), user.center(), m_theme.bad);
    }
    m_painter.restore();
}

void OverlayPainter::paintArrow(QPointF from, QPointF to, const QColor& color)
{
    const QPointF way = to - from;
    const double length = std::hypot(way.x(), way.y());
    if (length < 1)
        return;
    const QPointF unit = way / length;
    const QPointF across(-unit.y(), unit.x());
    const QPointF neck = to - unit * kArrowLength;
    QPainterPath head(to);
    head.lineTo(neck + across * (kArrowLength / 2));
    head.lineTo(neck - across * (kArrowLength / 2));
    head.closeSubpath();
    m_painter.setPen(QPen(m_theme.window, 4));
    m_painter.drawLine(from, neck);
    m_painter.setPen(QPen(m_theme.window, 2));
    m_painter.setBrush(color);
    m_painter.drawPath(head);
    m_painter.setPen(QPen(color, 1.5));
    m_painter.drawLine(from, neck);
    m_painter.drawEllipse(from, 2, 2);
}

void OverlayPainter::paintRunning(const Run& picture, Duration cursor)
{
    if (cursor >= picture.timeline.makespan)
        return;
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setClipRect(m_layout.bars.adjusted(-2, -2, 2, 2), Qt::IntersectClip);
    const Rows::Band band = m_layout.rows.band(0);
    if (band.height() >= kLeastRunningWidth * m_layout.devicePixelRatio) {
        for (int row = 0; row < m_layout.rows.devices; ++row) {
            const Moment moment = momentAt(picture.schedule, picture.timeline, row, cursor);
            if (moment.idle || m_scale.lengthPx(moment.end - moment.begin) < kLeastRunningWidth)
                continue;
            const QRectF bar =
                placeIn(m_layout.band(row), moment.begin, moment.end).adjusted(0, 0, -1, 0);
            outline(bar.adjusted(0.5, 0.5, -0.5, -0.5), m_theme.text, 1.5, false);
        }
    }
    m_painter.restore();
}

void OverlayPainter::paintPlayhead(Duration cursor, const QString& label)
{
    const double px = m_scale.toPx(cursor);
    if (px < -1 || px > m_scale.width() + 1)
        return;
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    const double x = m_layout.bars.left() + px;
    const double axisY = m_layout.axis.top() + 10;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.window);
    m_painter.drawRect(QRectF(x - 2, m_layout.bars.top() - 3, 4, axisY - m_layout.bars.top() + 3));
    m_painter.setBrush(m_theme.accent);
    m_painter.drawRect(QRectF(x - 1, m_layout.bars.top() - 3, 2, axisY - m_layout.bars.top() + 3));

    QFont font = uiFont(TypeStep::Caption);
    font.setBold(true);
    const QFontMetricsF metrics(font);
    const QSizeF size(metrics.horizontalAdvance(label) + 14, metrics.height() + 4);
    const double left = std::clamp(
        x - size.width() / 2, 0.0, std::max(m_layout.bars.right() + 14 - size.width(), 0.0));
    const QRectF chip(QPointF(left, axisY + 3), size);
    m_painter.setPen(QPen(m_theme.window, 2));
    m_painter.drawRoundedRect(chip, 4, 4);
    m_painter.setFont(font);
    m_painter.setPen(m_theme.accentText);
    m_painter.drawText(chip, Qt::AlignCenter, label);
    m_painter.restore();
}

} // namespace pipegantt
