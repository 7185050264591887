// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/coverage.h"

#include <algorithm>

namespace pipegantt {

namespace {

// Where each of `columns` columns begins, and where the last one ends. Whole picoseconds: the
// remainder of the division is spread over the columns, and rows of one scale share the result.
void layEdges(const TimeScale& scale, std::size_t columns, std::vector<std::int64_t>& edges)
{
    const std::int64_t begin = scale.begin().count();
    const std::int64_t end = scale.end().count();
    if (edges.size() == columns + 1 && edges.front() == begin && edges.back() == end)
        return;
    edges.resize(columns + 1);
    const auto count = static_cast<std::int64_t>(columns);
    const std::int64_t whole = (end - begin) / count;
    const std::int64_t remainder = (end - begin) % count;
    std::int64_t edge = begin;
    std::int64_t carry = 0;
    for (std::size_t x = 0; x < columns; ++x) {
        edges[x] = edge;
        edge += whole;
        carry += remainder;
        if (carry >= count) {
            carry -= count;
            ++edge;
        }
    }
    edges[columns] = end;
}

// One row's arrays.
struct Row
{
    std::span<const PackedOperation> operations;
    const std::int64_t* starts;
    const std::int64_t* ends;
};

Row rowOf(const Schedule& schedule, const Timeline& timeline, IndexRange range)
{
    return {schedule.operations().subspan(range.first, range.last - range.first),
        timeline.starts.data() + range.first, timeline.ends.data() + range.first};
}

std::size_t slot(PackedOperation operation)
{
    return static_cast<std::size_t>(operation.kind());
}

// Walks the columns from left to right beside the operations. A column that lies within one
// operation or one gap goes to `plain`, with the operation or nothing; any other to `mixed`.
template <class Plain, class Mixed>
void scanColumns(const Row& row, std::span<const std::int64_t> edges, Plain plain, Mixed mixed)
{
    const std::size_t count = row.operations.size();
    std::size_t i = 0;
    for (std::size_t x = 0; x + 1 < edges.size(); ++x) {
        const std::int64_t low = edges[x];
        // Where a picosecond is wider than a column, the column shows the instant it begins at.
        const std::int64_t high = std::max(edges[x + 1], low + 1);
        if (i == count || row.starts[i] >= high) {
            plain(x, nullptr, high - low);
            continue;
        }
        if (row.starts[i] <= low && row.ends[i] >= high) {
            plain(x, &row.operations[i], high - low);
            if (row.ends[i] <= edges[x + 1])
                ++i;
            continue;
        }
        ColumnWork work;
        for (; i < count && row.ends[i] <= edges[x + 1]; ++i)
            work.byKind[slot(row.operations[i])] += row.ends[i] - std::max(row.starts[i], low);
        if (i < count && row.starts[i] < high)
            work.byKind[slot(row.operations[i])] += high - std::max(row.starts[i], low);
        mixed(x, work, high - low);
    }
}

// Mixes the colours of a column by the differences that each kind of work makes to the three
// channels of a bubble. What rounding takes from one mixed pixel it gives to the next: thousands of
// columns with the same mixture would otherwise all err to the same side.
class Mixer
{
public:
    explicit Mixer(const Look& look)
        : m_bubble {static_cast<float>(look.bubble.red), static_cast<float>(look.bubble.green),
            static_cast<float>(look.bubble.blue)}
    {
        for (std::size_t kind = 0; kind < kOperationKindCount; ++kind) {
            const Color fill = look.fills[kind];
            m_change[kind] = {static_cast<float>(fill.red) - m_bubble[0],
                static_cast<float>(fill.green) - m_bubble[1],
                static_cast<float>(fill.blue) - m_bubble[2]};
        }
    }

    std::uint32_t pixel(const ColumnWork& work, std::int64_t length)
    {
        const float perPicosecond = 1.0F / static_cast<float>(length);
        std::array<float, 3> sum = m_bubble;
        for (std::size_t kind = 0; kind < kOperationKindCount; ++kind) {
            const float share = static_cast<float>(work.byKind[kind]) * perPicosecond;
            for (std::size_t channel = 0; channel < 3; ++channel)
                sum[channel] += share * m_change[kind][channel];
        }
        std::uint32_t mixed = 0xffU;
        for (std::size_t channel = 0; channel < 3; ++channel) {
            const float wanted = sum[channel] + m_owed[channel];
            // NOLINTNEXTLINE(bugprone-incorrect-roundings): lround is a call, in the innermost loop
            const auto given = std::clamp(static_cast<std::int32_t>(wanted + 0.5F), 0, 255);
            m_owed[channel] = wanted - static_cast<float>(given);
            mixed = mixed << 8U | static_cast<std::uint32_t>(given);
        }
        return mixed;
    }

private:
    std::array<float, 3> m_bubble;
    std::array<std::array<float, 3>, kOperationKindCount> m_change;
    std::array<float, 3> m_owed {};
};

} // namespace

void paintCoverage(const Schedule& schedule, const Timeline& timeline, int device,
    const TimeScale& scale, const Look& look, std::span<std::uint32_t> pixels,
    std::vector<std::int64_t>& edges)
{
    if (pixels.empty())
        return;
    layEdges(scale, pixels.size(), edges);
    const IndexRange range =
        visibleOperations(schedule, timeline, device, scale.begin(), scale.end());
    Mixer mixer(look);
    const std::uint32_t bubble = look.bubble.argb();
    std::array<std::uint32_t, kOperationKindCount> fills {};
    std::ranges::transform(look.fills, fills.begin(), &Color::argb);
    scanColumns(
        rowOf(schedule, timeline, range), edges,
        [&](std::size_t x, const PackedOperation* operation, std::int64_t) {
            pixels[x] = operation == nullptr ? bubble : fills[slot(*operation)];
        },
        [&](std::size_t x, const ColumnWork& work, std::int64_t length) {
            pixels[x] = mixer.pixel(work, length);
        });
}

void measureColumns(const Schedule& schedule, const Timeline& timeline, int device,
    const TimeScale& scale, std::span<ColumnWork> columns, std::vector<std::int64_t>& edges)
{
    if (columns.empty())
        return;
    layEdges(scale, columns.size(), edges);
    const IndexRange range =
        visibleOperations(schedule, timeline, device, scale.begin(), scale.end());
    scanColumns(
        rowOf(schedule, timeline, range), edges,
        [&](std::size_t x, const PackedOperation* operation, std::int64_t length) {
            columns[x] = {};
            if (operation != nullptr)
                columns[x].byKind[slot(*operation)] = length;
        },
        [&](std::size_t x, const ColumnWork& work, std::int64_t) { columns[x] = work; });
}

RangeWork workIn(
    const Schedule& schedule, const Timeline& timeline, int device, Duration begin, Duration end)
{
    RangeWork found;
    const IndexRange range = visibleOperations(schedule, timeline, device, begin, end);
    for (std::size_t i = range.first; i < range.last; ++i) {
        const std::int64_t from = std::max(timeline.starts[i], begin.count());
        const std::int64_t to = std::min(timeline.ends[i], end.count());
        found.busy.byKind[slot(schedule.operations()[i])] += to - from;
    }
    found.operations = static_cast<std::int64_t>(range.last - range.first);
    return found;
}

IndexRange visibleOperations(
    const Schedule& schedule, const Timeline& timeline, int device, Duration begin, Duration end)
{
    const std::size_t rowBegin = schedule.rowBegin(device);
    const std::size_t rowEnd = schedule.rowEnd(device);
    const auto at = [](const std::vector<std::int64_t>& times, std::size_t index) {
        return times.begin() + static_cast<std::ptrdiff_t>(index);
    };
    const auto first =
        std::upper_bound(at(timeline.ends, rowBegin), at(timeline.ends, rowEnd), begin.count())
        - timeline.ends.begin();
    const auto last =
        std::lower_bound(at(timeline.starts, rowBegin), at(timeline.starts, rowEnd), end.count())
        - timeline.starts.begin();
    const auto from = static_cast<std::size_t>(first);
    return {from, std::max(from, static_cast<std::size_t>(last))};
}

} // namespace pipegantt
