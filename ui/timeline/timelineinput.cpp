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

// The operation with the next bar to the right or to the left: the backward of a pair has none.
std::optional<std::size_t> barBeside(
    const Schedule& schedule, int device, std::size_t operation, int step)
{
    const auto isBar = [&schedule](std::size_t index) {
        return schedule.operations()[index].kind() != OperationKind::PairedBackward;
    };
    std::size_t beside = operation;
    do {
        if (beside == (step > 0 ? schedule.rowEnd(device) - 1 : schedule.rowBegin(device)))
            return std::nullopt;
        beside = step > 0 ? beside + 1 : beside - 1;
    } while (!isBar(beside));
    return beside;
}

std::size_t lastBar(const Schedule& schedule, int device)
{
    return *barBeside(schedule, device, schedule.rowEnd(device), -1);
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
    if (!m_byKeyboard)
        setTarget({}, false);
}

void TimelineView::pointAt(QPointF position)
{
    m_pointer = position;
    const int device = m_layout.deviceAt(position.y());
    HoverTarget target;
    const double px = position.x() - m_layout.bars.left();
    if (m_run && device >= 0 && px >= 0 && px < m_layout.bars.width()
        && m_viewport.scale().toTime(px) < m_run->timeline.makespan) {
        target = targetAt(
            *m_run, m_viewport.scale(), m_layout.devicesAt(position.y()), px, kLeastTargetPx);
    }
    setTarget(target, false);
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
    const HoverTarget target = targetOf(*m_run, device, operation);
    m_viewport.reveal(target.begin, target.end);
    setTarget(target, true);
}

// Starts a selection at the playhead, or at the left of the window.
bool TimelineView::selectAnything()
{
    if (m_target.operation)
        return false;
    const Duration when = std::clamp(m_playback.cursor().value_or(m_viewport.scale().begin()),
        Duration::zero(), m_run->timeline.makespan - Duration(1));
    const Moment moment = momentAt(m_run->schedule, m_run->timeline, m_target.device, when);
    select(m_target.device, moment.operation.value_or(lastBar(m_run->schedule, m_target.device)));
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
    else if (const auto next = barBeside(m_run->schedule, device, operation, step))
        select(device, *next);
}

void TimelineView::selectDevice(int step)
{
    if (!m_run || selectAnything())
        return;
    const int device = m_target.device + step;
    if (device < 0 || device >= m_run->schedule.devices())
        return;
    const Duration middle = m_target.begin + (m_target.end - m_target.begin) / 2;
    const Moment moment = momentAt(m_run->schedule, m_run->timeline, device,
        std::min(middle, m_run->timeline.makespan - Duration(1)));
    select(device, moment.operation.value_or(lastBar(m_run->schedule, device)));
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
