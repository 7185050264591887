// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/linkedviews.h"

#include "ui/charts/memorychart.h"
#include "ui/readouts/devicetable.h"
#include "ui/timeline/timelineview.h"

namespace pipegantt {

LinkedViews::LinkedViews(
    TimelineView& timeline, MemoryChart& memory, DeviceTable& table, QObject* parent)
    : QObject(parent)
    , m_timeline(timeline)
    , m_memory(memory)
    , m_table(table)
{
    Viewport& viewport = timeline.viewport();
    connect(&viewport, &Viewport::changed, this, &LinkedViews::followWindow);
    connect(&timeline, &TimelineView::pointedAt, this,
        [this](std::optional<int> device, std::optional<Duration> when) {
            point(&m_timeline, device, when);
        });
    connect(&memory, &MemoryChart::pointedAt, this,
        [this](std::optional<int> device, std::optional<Duration> when) {
            point(&m_memory, device, when);
        });
    connect(&table, &DeviceTable::devicePointed, this,
        [this](std::optional<int> device) { point(&m_table, device, std::nullopt); });
    connect(&memory, &MemoryChart::zoomed, this, [&viewport](Duration around, double factor) {
        viewport.zoomAt(viewport.scale().toPx(around), factor);
    });
    connect(&memory, &MemoryChart::panned, this,
        [&viewport](double share) { viewport.panBy(share * viewport.scale().width()); });
    connect(&memory, &MemoryChart::fitted, &timeline, &TimelineView::fit);
}

void LinkedViews::followWindow()
{
    const TimeScale& scale = m_timeline.viewport().scale();
    m_memory.setWindow(scale.begin(), scale.end());
}

void LinkedViews::point(QObject* where, std::optional<int> device, std::optional<Duration> when)
{
    // What is under the pointer in the chart itself needs no mark there.
    if (where == &m_timeline)
        m_timeline.setSpotlight(std::nullopt, std::nullopt);
    else
        m_timeline.setSpotlight(device, when);
    m_memory.highlight(device);
    m_memory.setPointer(when);
    m_table.highlight(device);
}

} // namespace pipegantt
