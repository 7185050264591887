// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of TimelineView that is not painted again with every move of the pointer.

#include "ui/timeline/breakpainter.h"
#include "ui/timeline/framepainter.h"
#include "ui/timeline/timelineview.h"

#include <QPainter>

#include <algorithm>

namespace pipegantt {

void TimelineView::setColorBy(ColorBy colorBy)
{
    m_colorBy = colorBy;
    m_idle.setRun(m_colorBy == ColorBy::IdleCause ? m_run : nullptr);
    relayout();
    emit colorsChanged();
}

ColorBy TimelineView::shownColors() const
{
    return m_colorBy == ColorBy::IdleCause && m_rows.showsStages() ? ColorBy::Kind : m_colorBy;
}

void TimelineView::paintChart(QPainter& painter, const QRegion& exposed)
{
    // Not behind the bars, which cover their place.
    const QRegion around =
        m_run ? QRegion(rect()) - m_layout.bars.toRect().adjusted(1, 1, -1, -1) : rect();
    for (const QRect& part : around)
        painter.fillRect(part, m_theme.window);
    if (!m_run)
        return;
    const Run& run = *m_run;
    const TimeScale& scale = m_viewport.scale();
    const double ratio = m_layout.devicePixelRatio;
    // Causes of idle time that are not known yet come with the next frame.
    const ColorBy colorBy = shownColors() == ColorBy::IdleCause && m_idle.parts() == nullptr
        ? ColorBy::Kind
        : shownColors();
    const Run& picture = m_rows.picture();
    m_bars.paint(painter, m_layout.bars,
        {
            .run = &picture,
            .look = m_theme.look,
            .colorBy = colorBy,
            .idle = m_idle.parts(),
            .order = &m_rows.order(),
            .background = toColor(m_theme.window),
            .scale = {scale.begin(), scale.end(), m_layout.bars.width() * ratio},
            .rows = m_layout.rows,
            .devicePixelRatio = ratio,
            .detailed = true,
            .cursor = m_playback.cursor(),
        },
        exposed);
    // Where the run has ended and another goes on, there is nothing: it is no bubble.
    if (const double end = std::max(scale.toPx(run.timeline.makespan), 0.0); end < scale.width())
        painter.fillRect(m_layout.bars.adjusted(end, 0, 1, 1), m_theme.window);
    m_labels.paint(painter, picture, m_layout, scale,
        Fills(*m_theme.look, picture.schedule, colorBy), m_playback.cursor(),
        [this](int row, std::size_t index) { return m_rows.microbatchAt(row, index); });
    if (m_showsLanes)
        m_lanes.paint(
            painter, m_layout, m_rows.order().shown(), scale, m_theme, m_playback.cursor());

    if (run.excerpt)
        BreakPainter(painter, m_layout, m_theme).paint(run, scale);
    FramePainter frame(painter, m_layout, m_theme);
    frame.paintPhases(scale, m_phases);
    frame.paintNames(m_rows);
    frame.paintAxis(scale, run.plan.unit, run.part());
    frame.paintLegend(picture,
        {.colorBy = colorBy,
            .stages = m_rows.showsStages(),
            .devices = m_companions.devices > 0,
            .lanes = m_showsLanes,
            .traffic = m_lanes.hasTraffic(),
            .companions = m_companions.kinds});
    if (!m_viewport.isFitted())
        m_overview.paint(
            painter, run, m_layout, scale, m_theme, m_viewport.makespan(), colorBy, m_idle.parts());
}

} // namespace pipegantt
