// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of TimelineView that is not painted again with every move of the pointer.

#include "ui/timeline/breakpainter.h"
#include "ui/timeline/framepainter.h"
#include "ui/timeline/timelineview.h"

#include <QPainter>

#include <algorithm>

namespace pipegantt {

namespace {

Color toColor(const QColor& color)
{
    return {static_cast<std::uint8_t>(color.red()), static_cast<std::uint8_t>(color.green()),
        static_cast<std::uint8_t>(color.blue())};
}

} // namespace

void TimelineView::setColorBy(ColorBy colorBy)
{
    m_colorBy = colorBy;
    m_idle.setRun(m_colorBy == ColorBy::IdleCause ? m_run : nullptr);
    relayout();
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
    const ColorBy colorBy =
        m_colorBy == ColorBy::IdleCause && m_idle.parts() == nullptr ? ColorBy::Kind : m_colorBy;
    m_bars.paint(painter, m_layout.bars,
        {
            .run = &run,
            .look = m_theme.look,
            .colorBy = colorBy,
            .idle = m_idle.parts(),
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
    m_labels.paint(painter, run, m_layout, scale, Fills(*m_theme.look, run.schedule, colorBy),
        m_playback.cursor());

    if (run.excerpt)
        BreakPainter(painter, m_layout, m_theme).paint(run, scale);
    FramePainter frame(painter, m_layout, m_theme);
    frame.paintPhases(scale, m_phases);
    frame.paintDevices();
    frame.paintAxis(scale, run.plan.unit, run.part());
    frame.paintLegend(run, colorBy, m_companions.kinds);
    if (!m_viewport.isFitted())
        m_overview.paint(
            painter, run, m_layout, scale, m_theme, m_viewport.makespan(), colorBy, m_idle.parts());
}

} // namespace pipegantt
