// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/boxtotals.h"

#include <algorithm>
#include <numeric>

namespace pipegantt {

Duration WorkTotals::busy() const
{
    return std::accumulate(time.begin(), time.end(), Duration::zero());
}

std::int64_t WorkTotals::operationCount() const
{
    return std::accumulate(operations.begin(), operations.end(), std::int64_t {0});
}

WorkTotals& WorkTotals::operator+=(const WorkTotals& other)
{
    for (std::size_t kind = 0; kind < kOperationKindCount; ++kind) {
        operations[kind] += other.operations[kind];
        time[kind] += other.time[kind];
    }
    messages += other.messages;
    bytes.value += other.bytes.value;
    idle.warmUp += other.idle.warmUp;
    idle.drain += other.idle.drain;
    idle.message += other.idle.message;
    idle.dependency += other.idle.dependency;
    idle.imbalance += other.idle.imbalance;
    return *this;
}

Ratio BoxTotals::share(Duration part) const
{
    return {part.count(),
        std::max<std::int64_t>(1, length().count() * static_cast<std::int64_t>(devices.size()))};
}

BoxReader::BoxReader(const Plan& plan, const Schedule& schedule, const Timeline& timeline)
    : m_schedule(schedule)
    , m_timeline(timeline)
    , m_message(plan.message)
    , m_idle(plan, schedule, timeline)
{
    m_idle.index();
}

BoxTotals BoxReader::read(Duration begin, Duration end, std::span<const int> devices) const
{
    BoxTotals totals {.begin = begin, .end = end, .devices = {}, .all = {}};
    totals.devices.reserve(devices.size());
    for (const int device : devices) {
        totals.devices.push_back({device, readDevice(device, begin, end)});
        totals.all += totals.devices.back().work;
    }
    return totals;
}

std::size_t BoxReader::operationsIn(
    Duration begin, Duration end, std::span<const int> devices) const
{
    std::size_t count = 0;
    for (const int device : devices) {
        const Range range = rangeOf(device, begin, end);
        count += range.last - range.first;
    }
    return count;
}

/// The operations of `device` from the first that ends after `begin` to the last that starts before
/// `end`.
BoxReader::Range BoxReader::rangeOf(int device, Duration begin, Duration end) const
{
    const std::size_t first = m_timeline.firstEndAfter(device, begin);
    const std::size_t last = m_timeline.firstStartAfter(device, end - Duration(1));
    return {first, std::max(first, last)};
}

WorkTotals BoxReader::readDevice(int device, Duration begin, Duration end) const
{
    WorkTotals work;
    work.idle = m_idle.in(device, begin, end);
    const Range range = rangeOf(device, begin, end);
    for (std::size_t i = range.first; i < range.last; ++i) {
        const Duration from = std::max(m_timeline.start(device, i), begin);
        const Duration to = std::min(m_timeline.end(i), end);
        const auto kind = static_cast<std::size_t>(m_schedule.operations()[i].kind());
        if (m_schedule.operations()[i].kind() != OperationKind::PairedBackward)
            ++work.operations[kind];
        work.time[kind] += to - from;
    }
    // The backward half of a pair has no length, and may stand right at the end.
    for (std::size_t i = range.first; i < m_schedule.rowEnd(device) && m_timeline.end(i) <= end;
         ++i) {
        if (sends(device, i))
            ++work.messages;
    }
    work.bytes = {work.messages * m_message.value};
    return work;
}

/// Whether the result of an operation goes to another device.
bool BoxReader::sends(int device, std::size_t index) const
{
    const PackedOperation operation = m_schedule.operations()[index];
    const Placement& placement = m_schedule.placement();
    const int stage = m_schedule.stageOf(device, operation.chunk());
    if (isForward(operation.kind()))
        return !placement.isLast(stage) && m_schedule.deviceOf(stage + 1) != device;
    if (makesGradient(operation.kind()))
        return !placement.isFirst(stage) && m_schedule.deviceOf(stage - 1) != device;
    return false;
}

} // namespace pipegantt
