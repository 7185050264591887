// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/analysis.h"

#include "ui/timeline/selectionpainter.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace pipegantt {

Analysis::Analysis(const RowOrder& rows, QObject* parent)
    : QObject(parent)
    , m_rows(rows)
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
        m_selection.setLimits(m_run->timeline.makespan, m_rows.size());
}

void Analysis::followRows()
{
    m_selection.clear();
    if (m_run)
        m_selection.setLimits(m_run->timeline.makespan, m_rows.size());
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
    // Idle time and messages are of devices, whatever a row shows of them.
    std::vector<int> devices;
    for (int row = box->firstRow; row <= box->lastRow; ++row)
        devices.push_back(m_rows.at(row).device);
    std::ranges::sort(devices);
    const auto again = std::ranges::unique(devices);
    devices.erase(again.begin(), again.end());
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
