// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of TimelineView that points and selects.

#include "core/simulate/idle.h"
#include "ui/timeline/timelineview.h"

#include <QFocusEvent>

#include <algorithm>
#include <cmath>

namespace pipegantt {

namespace {

constexpr double kLeastTargetPx = 3;
constexpr double kKeyPan = 0.15; // of the width

std::size_t lastBar(const Schedule& schedule, int device)
{
    std::size_t last = schedule.rowEnd(device) - 1;
    while (schedule.operations()[last].kind() == OperationKind::PairedBackward)
        --last;
    return last;
}

} // namespace

void TimelineView::focusInEvent(QFocusEvent* event)
{
    m_showFocus =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    update();
}

void TimelineView::focusOutEvent(QFocusEvent* event)
{
    m_showFocus = false;
    m_spaceHeld = false;
    // A menu is about what is selected, and gives the focus back.
    if (m_byKeyboard && event->reason() != Qt::PopupFocusReason)
        setTarget({}, false);
    update();
}

void TimelineView::leaveEvent(QEvent*)
{
    m_marks.pointAt({-1, -1}, m_layout, m_viewport.scale());
    m_laneText = {};
    if (!m_byKeyboard)
        setTarget({}, false);
    emit pointedAt(std::nullopt, std::nullopt);
}

void TimelineView::pointAt(QPointF position)
{
    m_pointer = position;
    const int row = m_layout.rowAt(position.y());
    HoverTarget target;
    const bool onRow = m_run && row >= 0;
    m_marks.pointAt(position, m_layout, m_viewport.scale());
    m_rows.setAtHand(onRow ? std::optional(row) : std::nullopt);
    const bool onBars =
        onRow && position.x() >= m_layout.bars.left() && position.x() < m_layout.bars.right();
    const double px = position.x() - m_layout.bars.left();
    const bool inRun = onBars && m_viewport.scale().toTime(px) < m_run->timeline.makespan;
    m_laneText = onBars ? laneTextAt(row, position) : HoverText();
    if (inRun && !m_layout.lane(row).contains(position)) {
        target =
            m_rows.targetAt(m_viewport.scale(), m_layout.rowsAt(position.y()), px, kLeastTargetPx);
    }
    setTarget(target, false);
    emit pointedAt(onRow ? std::optional(m_rows.order().at(row).device) : std::nullopt,
        inRun ? std::optional(m_viewport.scale().toTime(px)) : std::nullopt);
}

double TimelineView::zoomCentre() const
{
    const double width = m_viewport.scale().width();
    if (underMouse() && m_layout.bars.contains(m_pointer))
        return m_pointer.x() - m_layout.bars.left();
    if (m_target.kind != HoverTarget::Kind::Nothing)
        return std::clamp(m_viewport.scale().toPx(m_target.begin), 0.0, width);
    if (const auto cursor = m_playback.cursor())
        return std::clamp(m_viewport.scale().toPx(*cursor), 0.0, width);
    return width / 2;
}

void TimelineView::select(int device, std::size_t operation)
{
    selectTarget(m_rows.targetOf(device, operation));
}

// Starts a selection at the playhead, or at the left of the window.
bool TimelineView::selectAnything()
{
    if (m_target.operation)
        return false;
    const Duration when = std::clamp(m_playback.cursor().value_or(m_viewport.scale().begin()),
        Duration::zero(), m_run->timeline.makespan - Duration(1));
    const RowOrder& order = m_rows.order();
    const bool shown = order.find(m_target.device, ChartRow::kWholeDevice) >= 0;
    const int device = shown ? m_target.device : order.at(0).device;
    const Moment moment = momentAt(m_run->schedule, m_run->timeline, device, when);
    select(device, moment.operation.value_or(lastBar(m_run->schedule, device)));
    return true;
}

void TimelineView::selectBeside(int step)
{
    if (!m_run || selectAnything())
        return;
    const std::size_t operation = *m_target.operation;
    const bool bubble = m_target.kind == HoverTarget::Kind::Bubble;
    const int device = m_target.device;
    if (step > 0 && bubble)
        select(device, operation);
    else if (const auto next = m_rows.besideInRow(m_target, step))
        selectTarget(m_rows.targetIn(m_target, *next));
}

void TimelineView::selectDevice(int step)
{
    if (!m_run || selectAnything())
        return;
    if (const auto beside = m_rows.besideRow(m_target, step))
        selectTarget(*beside);
}

void TimelineView::panLeft()
{
    m_viewport.glidePan(m_viewport.scale().width() * kKeyPan);
}

void TimelineView::panRight()
{
    m_viewport.glidePan(-m_viewport.scale().width() * kKeyPan);
}

void TimelineView::nextOperation()
{
    selectBeside(1);
}

void TimelineView::previousOperation()
{
    selectBeside(-1);
}

void TimelineView::deviceAbove()
{
    selectDevice(-1);
}

void TimelineView::deviceBelow()
{
    selectDevice(1);
}

} // namespace pipegantt
