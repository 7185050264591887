// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulate/timeline.h"

#include <algorithm>
#include <type_traits>

namespace pipegantt {
namespace {

/// The first index of `row` from which on `follows` holds.
template <class Row, class Follows>
std::size_t firstOf(const Row& row, Follows follows)
{
    std::size_t low = row.begin();
    std::size_t high = row.end();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (follows(middle))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

} // namespace

Timeline Timeline::of(const Schedule& schedule, const std::vector<std::int64_t>& starts,
    const std::vector<std::int64_t>& ends)
{
    Timeline timeline;
    TickArrays<std::int64_t>& ticks = timeline.lay<std::int64_t>(schedule, 1, false);
    std::ranges::copy(starts, ticks.starts.begin());
    std::ranges::copy(ends, ticks.ends.begin());
    if (!ends.empty())
        timeline.makespan = Duration(std::ranges::max(ends));
    return timeline;
}

Duration Timeline::start(int device, std::size_t index) const
{
    return visitRow(device, [index](const auto& row) { return Duration(row.startAt(index)); });
}

std::size_t Timeline::firstEndAfter(int device, Duration when) const
{
    return visitRow(device, [when](const auto& row) {
        return firstOf(row, [&](std::size_t index) { return row.endAt(index) > when.count(); });
    });
}

std::size_t Timeline::firstStartAfter(int device, Duration when) const
{
    return visitRow(device, [when](const auto& row) {
        return firstOf(row, [&](std::size_t index) { return row.startAt(index) > when.count(); });
    });
}

template <class Tick>
TickArrays<Tick>& Timeline::ticksOf()
{
    if constexpr (std::is_same_v<Tick, std::int64_t>)
        return m_wideTicks;
    else
        return m_narrowTicks;
}

template <class Tick>
TickArrays<Tick>& Timeline::lay(const Schedule& schedule, std::int64_t tick, bool tabled)
{
    m_rows = schedule.rows();
    m_tick = tick;
    constexpr bool wide = std::is_same_v<Tick, std::int64_t>;
    if (wide != m_wide) {
        m_narrowTicks = {};
        m_wideTicks = {};
        m_wide = wide;
    }
    TickArrays<Tick>& ticks = ticksOf<Tick>();
    const std::size_t operations = m_rows->operations.size();
    ticks.ends.resize(operations);
    if (tabled)
        ticks.starts = {};
    else
        ticks.starts.resize(operations);
    ticks.lengths.resize(tabled ? m_rows->ends.size() * PackedOperation::kPasses : 0);
    precursors.clear();
    messages.clear();
    return ticks;
}

template TickArrays<std::int32_t>& Timeline::lay(const Schedule&, std::int64_t, bool);
template TickArrays<std::int64_t>& Timeline::lay(const Schedule&, std::int64_t, bool);

void Timeline::release()
{
    m_rows.reset();
}

int Timeline::deviceAt(std::size_t index) const
{
    const auto row = std::ranges::upper_bound(m_rows->ends, index);
    return static_cast<int>(row - m_rows->ends.begin());
}

bool operator==(const Timeline& one, const Timeline& other)
{
    if (one.makespan != other.makespan || one.precursors != other.precursors
        || one.messages != other.messages || one.size() != other.size())
        return false;
    for (std::size_t i = 0; i < one.size(); ++i) {
        if (one.start(i) != other.start(i) || one.end(i) != other.end(i))
            return false;
    }
    return true;
}

} // namespace pipegantt
