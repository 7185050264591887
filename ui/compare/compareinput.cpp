// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of CompareCanvas that answers the mouse. Keys are the chart's actions.

#include "ui/compare/comparecanvas.h"
#include "ui/timeline/timelineview.h"

#include <QFocusEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

namespace pipegantt {

namespace {

constexpr double kLeastTargetPx = 3;
constexpr double kZoomPerNotch = 1.25;
constexpr double kNotch = 120; // what a wheel reports for one step
constexpr double kPanPerNotch = 80;

} // namespace

void CompareCanvas::focusInEvent(QFocusEvent* event)
{
    m_showFocus =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    update();
}

void CompareCanvas::focusOutEvent(QFocusEvent*)
{
    m_showFocus = false;
    update();
}

void CompareCanvas::leaveEvent(QEvent*)
{
    m_spot.reset();
    update();
}

void CompareCanvas::wheelEvent(QWheelEvent* event)
{
    // The axis is the chart's, and so are its pixels.
    const double perPixel = m_viewport.scale().width() / m_layout.frame.bars.width();
    const QPoint turned = event->angleDelta();
    const bool sideways = std::abs(turned.x()) > std::abs(turned.y());
    const double notches = (sideways ? turned.x() : turned.y()) / kNotch;
    if (sideways || event->modifiers().testFlag(Qt::ShiftModifier)) {
        m_viewport.panBy(notches * kPanPerNotch * perPixel);
    } else {
        m_viewport.zoomAt((event->position().x() - m_layout.frame.bars.left()) * perPixel,
            std::pow(kZoomPerNotch, notches));
    }
    pointAt(event->position());
    event->accept();
}

void CompareCanvas::mousePressEvent(QMouseEvent* event)
{
    m_showFocus = false;
    if (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton)
        m_dragFrom = event->position();
}

void CompareCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_dragFrom) {
        pointAt(event->position());
        return;
    }
    const double perPixel = m_viewport.scale().width() / m_layout.frame.bars.width();
    m_viewport.panBy((event->position().x() - m_dragFrom->x()) * perPixel);
    m_dragFrom = event->position();
    setCursor(Qt::ClosedHandCursor);
}

void CompareCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    m_dragFrom.reset();
    unsetCursor();
    pointAt(event->position());
}

void CompareCanvas::mouseDoubleClickEvent(QMouseEvent*)
{
    m_viewport.fit();
}

void CompareCanvas::pointAt(QPointF position)
{
    m_pointer = position;
    m_spot.reset();
    m_target = {};
    if (trouble().isEmpty() && !m_shown.empty())
        m_spot = m_layout.at(position, dividerX());
    if (m_spot) {
        const Run& run = runOf(m_spot->plan);
        const double px = position.x() - m_layout.frame.bars.left();
        // Behind its end a plan says nothing.
        if (!isDrawn(m_spot->plan) || scale().toTime(px) >= run.timeline.makespan)
            m_spot.reset();
        else
            m_target = targetAt(run, scale(), m_spot->device, px, kLeastTargetPx);
    }
    update();
}

} // namespace pipegantt
