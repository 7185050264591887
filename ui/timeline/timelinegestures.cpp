// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of TimelineView that answers the mouse, wheel and fingers.

#include "ui/timeline/snap.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QGestureEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace pipegantt {

namespace {

constexpr double kZoomPerNotch = 1.25;
constexpr double kNotch = 120; // what a wheel reports for one step
constexpr double kPanPerNotch = 80;

} // namespace

bool TimelineView::event(QEvent* event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride: {
        // Space plays when it is let go, so that a drag can come in between.
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() != Qt::Key_Space || key->modifiers() != Qt::NoModifier)
            break;
        key->accept();
        return true;
    }
    case QEvent::NativeGesture: {
        auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture)
            pinch(gesture->position(), 1 + gesture->value());
        else if (gesture->gestureType() == Qt::SmartZoomNativeGesture)
            fit();
        return true;
    }
    case QEvent::Gesture: {
        auto* gestures = static_cast<QGestureEvent*>(event);
        auto* two = static_cast<QPinchGesture*>(gestures->gesture(Qt::PinchGesture));
        if (two == nullptr)
            break;
        pinch(mapFromGlobal(two->centerPoint()), two->scaleFactor());
        gestures->accept(two);
        return true;
    }
    default:
        break;
    }
    return QWidget::event(event);
}

void TimelineView::pinch(QPointF position, double factor)
{
    if (factor > 0)
        m_viewport.zoomAt(position.x() - m_layout.bars.left(), factor);
}

void TimelineView::wheelEvent(QWheelEvent* event)
{
    if (m_rowGestures.wheel(*event, m_layout)) {
        event->accept();
        return;
    }
    const QPoint turned = event->angleDelta();
    const bool sideways = std::abs(turned.x()) > std::abs(turned.y());
    const int delta = sideways ? turned.x() : turned.y();
    const double notches = delta / kNotch;
    // A wheel with notches glides from one to the next; a touchpad is smooth by itself.
    const bool glides = delta % static_cast<int>(kNotch) == 0 && event->pixelDelta().isNull();
    if (sideways || event->modifiers().testFlag(Qt::ShiftModifier)) {
        const double px = notches * kPanPerNotch;
        if (glides)
            m_viewport.glidePan(px);
        else
            m_viewport.panBy(px);
    } else {
        const double px = event->position().x() - m_layout.bars.left();
        const double factor = std::pow(kZoomPerNotch, notches);
        if (glides)
            m_viewport.glideZoom(px, factor);
        else
            m_viewport.zoomAt(px, factor);
    }
    pointAt(event->position());
    event->accept();
}

void TimelineView::mousePressEvent(QMouseEvent* event)
{
    m_showFocus = false;
    if (!m_run || m_gesture != Gesture::None)
        return;
    const QPointF position = event->position();
    if (event->button() == Qt::LeftButton
        && (m_rowGestures.press(position, m_layout)
            || m_marks.press(position, m_layout, m_viewport.scale())))
        return;
    const bool onOverview = !m_viewport.isFitted() && m_layout.overview.contains(position);
    if (!onOverview)
        pointAt(position);
    m_dragFrom = position;
    m_edge = m_analysis.selection().edgeAt(position, m_layout, m_viewport.scale());
    m_gesture = gestureOf({
        .button = event->button(),
        .modifiers = event->modifiers(),
        .spaceHeld = m_spaceHeld,
        .onOverview = onOverview,
        .onRows = m_layout.deviceAt(position.y()) >= 0 && position.x() >= m_layout.bars.left(),
        .onSelectionEdge = m_edge != Selection::Edge::None,
        .onMovable = canMoveTarget() && !m_rows.showsStages(),
    });
    m_armed = m_gesture != Gesture::None && m_gesture != Gesture::MoveWindow;
    if (m_gesture == Gesture::MoveWindow)
        continueGesture(position);
}

void TimelineView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF position = event->position();
    if (m_rowGestures.move(position, m_layout))
        return;
    if (m_armed && (position - m_dragFrom).manhattanLength() >= QApplication::startDragDistance()) {
        m_armed = false;
        beginGesture();
    }
    if (m_gesture != Gesture::None && !m_armed) {
        continueGesture(position);
        return;
    }
    pointAt(position);
    showCursorFor(position);
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_rowGestures.release())
        endGesture(event->position());
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (m_marks.doubleClick(event->position(), m_layout, m_viewport.scale()))
        return;
    pointAt(event->position());
    if (m_target.kind != HoverTarget::Kind::Operation)
        m_viewport.fit();
}

void TimelineView::beginGesture()
{
    switch (m_gesture) {
    case Gesture::Pan:
        m_spaceUsed = m_spaceHeld;
        setCursor(Qt::ClosedHandCursor);
        break;
    case Gesture::MoveOperation:
        beginOrderDrag();
        break;
    case Gesture::Select:
        m_analysis.selection().begin(timeNear(m_dragFrom), rowNear(m_dragFrom));
        break;
    case Gesture::ResizeSelection:
        m_analysis.selection().grab(m_edge);
        break;
    case Gesture::Measure:
        m_analysis.rulers().begin(timeNear(m_dragFrom));
        break;
    case Gesture::MoveWindow:
    case Gesture::None:
        break;
    }
}

void TimelineView::continueGesture(QPointF position)
{
    switch (m_gesture) {
    case Gesture::Pan:
        m_viewport.panBy(position.x() - m_dragFrom.x());
        m_dragFrom = position;
        break;
    case Gesture::MoveWindow:
        m_viewport.centreOn(Overview::timeAt(position.x(), m_layout, m_viewport.makespan()));
        break;
    case Gesture::MoveOperation:
        dragOrder(position);
        break;
    case Gesture::Select:
    case Gesture::ResizeSelection:
        m_analysis.selection().dragTo(timeNear(position), rowNear(position));
        m_edgeScroll.follow(position, m_layout.bars);
        break;
    case Gesture::Measure:
        m_analysis.rulers().dragTo(timeNear(position));
        m_edgeScroll.follow(position, m_layout.bars);
        break;
    case Gesture::None:
        break;
    }
}

/// The mouse drags a box or a cursor beyond the edge: more of the chart comes.
void TimelineView::scrollBeyond(double px, QPointF position)
{
    m_viewport.panBy(px);
    continueGesture(position);
}

void TimelineView::endGesture(QPointF position)
{
    m_edgeScroll.stop();
    const Gesture gesture = std::exchange(m_gesture, Gesture::None);
    const bool clicked = std::exchange(m_armed, false);
    switch (gesture) {
    case Gesture::Select:
    case Gesture::ResizeSelection:
        if (clicked && gesture == Gesture::Select)
            m_analysis.selection().clear();
        else
            m_analysis.selection().drop();
        break;
    case Gesture::MoveOperation:
        if (m_orderDrag) {
            dropOrder();
            return;
        }
        break;
    default:
        break;
    }
    pointAt(position);
    showCursorFor(position);
}

/// The row at `position`, or the one that is nearest to it.
int TimelineView::rowNear(QPointF position) const
{
    return m_layout.rowAt(
        std::clamp(position.y(), m_layout.bars.top(), m_layout.bars.bottom() - 1));
}

Duration TimelineView::timeNear(QPointF position) const
{
    return snappedTime(m_rows.picture(), m_viewport.scale(), rowNear(position),
        std::clamp(position.x(), m_layout.bars.left(), m_layout.bars.right())
            - m_layout.bars.left(),
        m_marks.places());
}

void TimelineView::showCursorFor(QPointF position)
{
    Qt::CursorShape shape = m_spaceHeld ? Qt::OpenHandCursor : Qt::ArrowCursor;
    switch (m_analysis.selection().edgeAt(position, m_layout, m_viewport.scale())) {
    case Selection::Edge::Left:
    case Selection::Edge::Right:
        shape = Qt::SizeHorCursor;
        break;
    case Selection::Edge::Top:
    case Selection::Edge::Bottom:
        shape = Qt::SizeVerCursor;
        break;
    case Selection::Edge::None:
        break;
    }
    if (QWidget::cursor().shape() != shape)
        setCursor(shape);
}

void TimelineView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Space || event->modifiers() != Qt::NoModifier) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (event->isAutoRepeat())
        return;
    m_spaceHeld = true;
    m_spaceUsed = false;
    if (m_gesture == Gesture::None)
        showCursorFor(m_pointer);
}

void TimelineView::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Space || !m_spaceHeld) {
        QWidget::keyReleaseEvent(event);
        return;
    }
    if (event->isAutoRepeat())
        return;
    m_spaceHeld = false;
    if (m_gesture == Gesture::None)
        showCursorFor(m_pointer);
    if (!m_spaceUsed)
        togglePlay();
}

} // namespace pipegantt
