// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/analysis.h"

#include "ui/timeline/selectionpainter.h"

#include <numeric>
#include <utility>
#include <vector>

namespace pipegantt {

Analysis::Analysis(QObject* parent)
    : QObject(parent)
{
    connect(&m_selection, &Selection::changed, this, &Analysis::changed);
    connect(&m_rulers, &Rulers::changed, this, &Analysis::changed);
    connect(&m_links, &Links::changed, this, &Analysis::changed);
    connect(&m_critical, &CriticalOverlay::changed, this, &Analysis::changed);
    connect(&m_finder, &Finder::changed, this, &Analysis::changed);
    connect(&m_selection, &Selection::settled, this, &Analysis::askForTotals);
}

void Analysis::setRun(std::shared_ptr<const Run> run)
{
    m_run = std::move(run);
    m_totals.setRun(m_run);
    m_links.setRun(m_run);
    m_critical.setRun(m_run);
    m_finder.setRun(m_run);
    if (m_run)
        m_selection.setLimits(m_run->timeline.makespan, m_run->schedule.devices());
}

QStringList Analysis::follow(const HoverTarget& target)
{
    m_links.follow(target);
    return m_links.lines();
}

void Analysis::askForTotals()
{
    const auto& box = m_selection.box();
    if (!box) {
        m_totals.clear();
        return;
    }
    std::vector<int> devices(static_cast<std::size_t>(box->lastRow - box->firstRow) + 1);
    std::iota(devices.begin(), devices.end(), box->firstRow);
    m_totals.request(box->begin, box->end, std::move(devices));
}

void Analysis::clear()
{
    m_selection.clear();
    m_rulers.clear();
}

void Analysis::paint(const ChartSurface& on)
{
    if (!m_run)
        return;
    SelectionPainter::paint(on, *m_run, m_selection);
    m_finder.paint(on);
    m_critical.paint(on);
    m_links.paint(on);
}

void Analysis::paintCursors(const ChartSurface& on)
{
    if (m_run)
        paintRulers(on, *m_run, m_rulers);
}

} // namespace pipegantt
