// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/analysis.h"

#include "ui/timeline/selectionpainter.h"

#include <utility>

namespace pipegantt {

Analysis::Analysis(QObject* parent)
    : QObject(parent)
{
    connect(&m_selection, &Selection::changed, this, &Analysis::changed);
    connect(&m_rulers, &Rulers::changed, this, &Analysis::changed);
}

void Analysis::setRun(std::shared_ptr<const Run> run)
{
    m_run = std::move(run);
    if (m_run)
        m_selection.setLimits(m_run->timeline.makespan, m_run->schedule.devices());
}

void Analysis::clear()
{
    m_selection.clear();
    m_rulers.clear();
}

void Analysis::paint(const ChartSurface& on, const HoverTarget&)
{
    if (m_run)
        SelectionPainter::paint(on, *m_run, m_selection);
}

void Analysis::paintCursors(const ChartSurface& on)
{
    if (m_run)
        paintRulers(on, *m_run, m_rulers);
}

} // namespace pipegantt
