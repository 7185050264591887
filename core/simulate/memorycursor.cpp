// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulate/memorycursor.h"

namespace pipegantt {
namespace {

constexpr std::size_t kStride = 4096;

} // namespace

MemoryCursor::MemoryCursor(const Plan& plan, const Schedule& schedule, const Timeline& timeline)
    : m_schedule(schedule)
    , m_timeline(timeline)
{
    m_rows.reserve(static_cast<std::size_t>(schedule.devices()));
    for (int device = 0; device < schedule.devices(); ++device)
        m_rows.push_back({MemoryModel(plan, schedule, device), {}, 0, {HeldActivations {}}});
}

Bytes MemoryCursor::heldOn(int device, Duration when)
{
    Row& row = m_rows[static_cast<std::size_t>(device)];
    const std::size_t events = 2 * (m_schedule.rowEnd(device) - m_schedule.rowBegin(device));
    // Back to the last stop from which there is a way on to `when`.
    while (row.events > 0 && timeOf(device, row.events - 1) > when) {
        const std::size_t stop = (row.events - 1) / kStride;
        row.held = row.stops[stop];
        row.events = stop * kStride;
    }
    while (row.events < events && timeOf(device, row.events) <= when)
        apply(row, device);
    return row.model.total(row.held);
}

Duration MemoryCursor::timeOf(int device, std::size_t event) const
{
    const std::size_t index = m_schedule.rowBegin(device) + event / 2;
    return event % 2 == 0 ? m_timeline.start(device, index) : m_timeline.end(index);
}

void MemoryCursor::apply(Row& row, int device) const
{
    const PackedOperation operation =
        m_schedule.operations()[m_schedule.rowBegin(device) + row.events / 2];
    if (row.events % 2 == 0)
        row.model.begin(operation, row.held);
    else
        row.model.end(operation, row.held);
    ++row.events;
    if (row.events % kStride == 0 && row.events / kStride == row.stops.size())
        row.stops.push_back(row.held);
}

} // namespace pipegantt
