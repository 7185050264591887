// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of TimelineView that follows its rows, and what other views point at.

#include "ui/text/quantities.h"
#include "ui/timeline/timelineview.h"

#include <QContextMenuEvent>

namespace pipegantt {

QString TimelineView::cardText() const
{
    const HoverText& text = m_laneText.title.isEmpty() ? m_text : m_laneText;
    if (m_target.kind == HoverTarget::Kind::Nothing && m_laneText.title.isEmpty())
        return {};
    return (QStringList(text.title) + text.lines).join(QLatin1Char('\n'));
}

void TimelineView::retranslate()
{
    QString name = tr("Gantt chart");
    if (m_run) {
        const int devices = m_run->schedule.devices();
        name = tr("Gantt chart, %1, %2, bubble %3")
                   .arg(devices == 1 ? tr("1 device") : tr("%1 devices").arg(devices),
                       durationText(m_run->metrics.makespan, m_run->plan.unit),
                       percentText(m_run->metrics.bubbleRatio));
        if (m_rows.showsStages())
            name = tr("%1, rows are stages").arg(name);
        if (const QString hidden = m_rows.hiddenText(); !hidden.isEmpty())
            name = tr("%1, %2", "chart and what is hidden").arg(name, hidden);
        describeTarget();
    }
    setAccessibleName(name);
    setAccessibleDescription(cardText());
}

QRectF TimelineView::placeOf(int device, std::size_t operation) const
{
    const TimeScale& scale = m_viewport.scale();
    QRectF place = m_layout.row(device, m_run->schedule.operations()[operation].chunk());
    place.setLeft(m_layout.bars.left() + scale.toPx(m_run->timeline.start(device, operation)));
    place.setRight(m_layout.bars.left() + scale.toPx(m_run->timeline.end(operation)));
    return place;
}

void TimelineView::followRows()
{
    // What is selected stays so while its row is there.
    HoverTarget kept;
    if (m_run && m_target.kind == HoverTarget::Kind::Operation)
        kept = m_rows.targetOf(m_target.device, *m_target.operation);
    if (m_rows.order().find(kept.device, kept.chunk) < 0)
        kept = {};
    setTarget(kept, m_byKeyboard && kept.kind != HoverTarget::Kind::Nothing);
    m_bars.setRun(m_rows.pictureToKeep());
    relayout();
    retranslate();
    m_analysis.followRows();
    if (underMouse() && !m_byKeyboard && m_gesture == Gesture::None)
        pointAt(m_pointer);
}

void TimelineView::showLanes(bool on)
{
    m_showsLanes = on;
    m_laneText = {};
    relayout();
}

void TimelineView::setSpotlight(std::optional<int> device, std::optional<Duration> when)
{
    if (device && m_run && *device >= m_run->schedule.devices())
        device.reset();
    const Spotlight spotlight {device, when};
    if (spotlight == m_spotlight)
        return;
    m_spotlight = spotlight;
    update();
}

void TimelineView::contextMenuEvent(QContextMenuEvent* event)
{
    if (event->reason() == QContextMenuEvent::Mouse)
        m_rows.setAtHand(m_layout.rowAt(event->pos().y()) < 0
                ? std::nullopt
                : std::optional(m_layout.rowAt(event->pos().y())));
    emit rowMenuAsked(event->globalPos());
}

HoverText TimelineView::laneTextAt(int row, QPointF position) const
{
    const QRectF lane = m_layout.lane(row);
    if (!lane.contains(position))
        return {};
    return m_lanes.describe(m_rows.order().at(row), position.y() < lane.center().y(),
        m_viewport.scale().toTime(position.x() - m_layout.bars.left()));
}

void TimelineView::selectTarget(const HoverTarget& target)
{
    m_rows.reveal(target);
    m_viewport.reveal(target.begin, target.end);
    const int row = m_rows.order().find(target.device, target.chunk);
    m_rows.setAtHand(row < 0 ? std::nullopt : std::optional(row));
    setTarget(target, true);
}

} // namespace pipegantt
