// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of TimelineView that selects boxes and measures by keys.

#include "core/simulate/idle.h"
#include "ui/timeline/snap.h"
#include "ui/timeline/timelineview.h"

#include <algorithm>

namespace pipegantt {

void TimelineView::zoomToSelection()
{
    if (const auto& box = m_analysis.selection().box())
        m_viewport.glideToRange(box->begin, box->end);
    else if (m_target.kind != HoverTarget::Kind::Nothing)
        m_viewport.glideToRange(m_target.begin, m_target.end);
}

void TimelineView::selectAll()
{
    if (m_run) {
        m_analysis.selection().select(
            {Duration::zero(), m_run->timeline.makespan, 0, m_rows.order().size() - 1});
    }
}

void TimelineView::extendLater()
{
    extendBy(1);
}

void TimelineView::extendEarlier()
{
    extendBy(-1);
}

void TimelineView::extendUp()
{
    extendRowsBy(-1);
}

void TimelineView::extendDown()
{
    extendRowsBy(1);
}

/// What the keys extend where no box is selected.
ChartBox TimelineView::boxOfTarget() const
{
    const int row = std::max(m_rows.order().find(m_target.device, m_target.chunk), 0);
    return {m_target.begin, m_target.end, row, row};
}

void TimelineView::extendBy(int step)
{
    Selection& selection = m_analysis.selection();
    if (!m_run || (!selection.box() && selectAnything() && !m_target.operation))
        return;
    const ChartBox from = boxOfTarget();
    const Duration makespan = m_run->timeline.makespan;
    Duration head = selection.headFor(step, from);
    const auto momentOf = [&](Duration when) {
        const Run& picture = m_rows.picture();
        return momentAt(picture.schedule, picture.timeline, selection.headRow(from), when);
    };
    if (step > 0 && head < makespan)
        head = momentOf(head).end;
    else if (step < 0 && head > Duration::zero())
        head = momentOf(head - Duration(1)).begin;
    selection.extendTo(head, from);
    m_viewport.reveal(head, head);
}

void TimelineView::extendRowsBy(int step)
{
    Selection& selection = m_analysis.selection();
    if (!m_run || (!selection.box() && selectAnything() && !m_target.operation))
        return;
    selection.extendRows(step, boxOfTarget());
}

/// The instant that a key is about: what is selected, else under the pointer, else the playhead's.
Duration TimelineView::instantHere() const
{
    if (m_byKeyboard && m_target.kind != HoverTarget::Kind::Nothing)
        return m_target.begin;
    // Over flags and axis, too; the overview counts otherwise.
    const bool inTime = m_pointer.x() >= m_layout.bars.left()
        && m_pointer.x() <= m_layout.bars.right() && m_pointer.y() < m_layout.axis.bottom();
    if (underMouse() && inTime)
        return timeNear(m_pointer);
    return m_playback.cursor().value_or(std::max(m_viewport.scale().begin(), Duration::zero()));
}

std::optional<Duration> TimelineView::trueInstantHere() const
{
    return m_run ? std::optional(trueTimeOf(instantHere())) : std::nullopt;
}

Duration TimelineView::trueTimeOf(Duration when) const
{
    return m_run ? trueTime(*m_run, when) : when;
}

Duration TimelineView::heldTimeOf(Duration when) const
{
    return m_run ? heldTime(m_run->part(), when) : when;
}

void TimelineView::measureHere()
{
    if (m_run)
        m_analysis.rulers().set(instantHere());
}

void TimelineView::describeTarget()
{
    const bool any = m_run && m_target.kind != HoverTarget::Kind::Nothing;
    m_text = any ? m_rows.describe(m_target) : HoverText();
    m_text.lines << m_analysis.follow(m_target);
}

void TimelineView::showTarget(const HoverTarget& target)
{
    if (target.kind == HoverTarget::Kind::Operation)
        select(target.device, *target.operation);
    else
        selectTarget(target);
}

void TimelineView::predecessor()
{
    if (!m_run || selectAnything())
        return;
    const Flows flows(m_run->plan, m_run->schedule, m_run->timeline);
    goAlong(flows.into(m_target.device, *m_target.operation), true);
}

void TimelineView::successor()
{
    if (!m_run || selectAnything())
        return;
    const Flows flows(m_run->plan, m_run->schedule, m_run->timeline);
    goAlong(flows.outOf(m_target.device, *m_target.operation), false);
}

/// Back to what arrived last, on to what begins first.
void TimelineView::goAlong(const std::vector<Flow>& flows, bool back)
{
    if (flows.empty())
        return;
    const Timeline& times = m_run->timeline;
    const Flow& flow =
        back ? flows.back() : *std::ranges::min_element(flows, {}, [&](const Flow& each) {
            return times.start(each.userDevice, each.user);
        });
    if (back)
        select(flow.makerDevice, flow.maker);
    else
        select(flow.userDevice, flow.user);
}

void TimelineView::nextLinks()
{
    m_analysis.links().next();
    describeTarget();
    update();
}

} // namespace pipegantt
