// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/coverage.h"

#include <algorithm>
#include <bit>

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

// The visible operations of one device.
template <class Times>
struct Row
{
    std::span<const PackedOperation> operations; ///< of all devices
    IndexRange range;
    Times times;

    [[nodiscard]] std::int64_t start(std::size_t i) const { return times.startAt(i); }
    [[nodiscard]] std::int64_t end(std::size_t i) const { return times.endAt(i); }
};

// The work of one column while it is gathered. Few of the fills occur in a column, so those that do
// are remembered.
class Tally
{
public:
    /// Adds what of the operations from `i` on runs in [low, high); the first of them that does not
    /// end by `edge`.
    template <class Times>
    [[nodiscard]] std::size_t add(const Row<Times>& row, const Fills& fills, std::size_t i,
        std::int64_t low, std::int64_t high, std::int64_t edge)
    {
        std::uint64_t used = 0; // a local: the sums could be it, for all the compiler knows
        const auto addOne = [&](std::int64_t until) {
            const std::size_t fill = fills.of(row.operations[i]);
            m_work[fill] += until - std::max(row.start(i), low);
            used |= std::uint64_t {1} << fill;
        };
        for (; i < row.range.last && row.end(i) <= edge; ++i)
            addOne(row.end(i));
        if (i < row.range.last && row.start(i) < high)
            addOne(high);
        m_used = used;
        return i;
    }

    /// Hands each fill that occurs and its work to `take`, and is empty then.
    template <class Take>
    void empty(Take take)
    {
        for (; m_used != 0; m_used &= m_used - 1) {
            const auto fill = static_cast<std::size_t>(std::countr_zero(m_used));
            take(fill, m_work[fill]);
            m_work[fill] = 0;
        }
    }

private:
    static_assert(Fills::kCount <= 64);

    std::array<std::int64_t, Fills::kCount> m_work {};
    std::uint64_t m_used = 0;
};

// Walks the columns from left to right beside the operations. A column that lies within one
// operation or one gap goes to `plain`, with the operation or nothing; any other to `mixed`.
template <class Times, class Plain, class Mixed>
void scanColumns(const Row<Times>& row, const Fills& fills, std::span<const std::int64_t> edges,
    Plain plain, Mixed mixed)
{
    Tally tally;
    std::size_t i = row.range.first;
    for (std::size_t x = 0; x + 1 < edges.size(); ++x) {
        const std::int64_t low = edges[x];
        // Where a picosecond is wider than a column, the column shows the instant it begins at.
        const std::int64_t high = std::max(edges[x + 1], low + 1);
        if (i == row.range.last || row.start(i) >= high) {
            plain(x, nullptr, high - low);
            continue;
        }
        if (row.start(i) <= low && row.end(i) >= high) {
            plain(x, &row.operations[i], high - low);
            if (row.end(i) <= edges[x + 1])
                ++i;
            continue;
        }
        i = tally.add(row, fills, i, low, high, edges[x + 1]);
        mixed(x, tally, high - low);
    }
}

// Mixes the colours of a column by the differences that each fill makes to the three channels of a
// bubble. What rounding takes from one mixed pixel it gives to the next: thousands of columns with
// the same mixture would otherwise all err to the same side.
class Mixer
{
public:
    Mixer(const Look& look, const Fills& fills)
        : m_bubble {static_cast<float>(look.bubble.red), static_cast<float>(look.bubble.green),
            static_cast<float>(look.bubble.blue)}
    {
        for (std::size_t kind = 0; kind < kOperationKindCount; ++kind) {
            for (int shade = 0; shade < fills.shades(); ++shade) {
                const std::size_t fill = Fills::of(static_cast<OperationKind>(kind), shade);
                const Color color = fills.color(fill);
                m_change[fill] = {static_cast<float>(color.red) - m_bubble[0],
                    static_cast<float>(color.green) - m_bubble[1],
                    static_cast<float>(color.blue) - m_bubble[2]};
            }
        }
    }

    std::uint32_t pixel(Tally& tally, std::int64_t length)
    {
        const float perPicosecond = 1.0F / static_cast<float>(length);
        std::array<float, 3> sum = m_bubble;
        tally.empty([&](std::size_t fill, std::int64_t work) {
            const float share = static_cast<float>(work) * perPicosecond;
            for (std::size_t channel = 0; channel < 3; ++channel)
                sum[channel] += share * m_change[fill][channel];
        });
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
    std::array<std::array<float, 3>, Fills::kCount> m_change;
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
    const IndexRange range = visibleOperations(timeline, device, scale.begin(), scale.end());
    const Fills fills(look, schedule.chunks());
    Mixer mixer(look, fills);
    const std::uint32_t bubble = look.bubble.argb();
    std::array<std::uint32_t, Fills::kCount> argb {};
    for (std::size_t fill = 0; fill < Fills::kCount; ++fill)
        argb[fill] = fills.color(fill).argb();
    timeline.visitRow(device, [&](const auto& times) {
        scanColumns(
            Row {schedule.operations(), range, times}, fills, edges,
            [&](std::size_t x, const PackedOperation* operation, std::int64_t) {
                pixels[x] = operation == nullptr ? bubble : argb[fills.of(*operation)];
            },
            [&](std::size_t x, Tally& tally, std::int64_t length) {
                pixels[x] = mixer.pixel(tally, length);
            });
    });
}

void measureColumns(const Schedule& schedule, const Timeline& timeline, int device,
    const TimeScale& scale, std::span<ColumnWork> columns, std::vector<std::int64_t>& edges)
{
    if (columns.empty())
        return;
    layEdges(scale, columns.size(), edges);
    const IndexRange range = visibleOperations(timeline, device, scale.begin(), scale.end());
    // Which fill is which colour does not matter to the sums.
    const Fills fills(lightLook(), schedule.chunks());
    timeline.visitRow(device, [&](const auto& times) {
        scanColumns(
            Row {schedule.operations(), range, times}, fills, edges,
            [&](std::size_t x, const PackedOperation* operation, std::int64_t length) {
                columns[x] = {};
                if (operation != nullptr)
                    columns[x].byFill[fills.of(*operation)] = length;
            },
            [&](std::size_t x, Tally& tally, std::int64_t) {
                columns[x] = {};
                tally.empty(
                    [&](std::size_t fill, std::int64_t work) { columns[x].byFill[fill] = work; });
            });
    });
}

RangeWork workIn(
    const Schedule& schedule, const Timeline& timeline, int device, Duration begin, Duration end)
{
    RangeWork found;
    const IndexRange range = visibleOperations(timeline, device, begin, end);
    timeline.visitRow(device, [&](const auto& row) {
        for (std::size_t i = range.first; i < range.last; ++i) {
            const std::int64_t from = std::max(row.startAt(i), begin.count());
            const std::int64_t to = std::min(row.endAt(i), end.count());
            const OperationKind kind = schedule.operations()[i].kind();
            found.byKind[static_cast<std::size_t>(kind)] += to - from;
            found.operations += kind == OperationKind::PairedBackward ? 0 : 1;
        }
    });
    return found;
}

IndexRange visibleOperations(const Timeline& timeline, int device, Duration begin, Duration end)
{
    const std::size_t first = timeline.firstEndAfter(device, begin);
    // Starts are whole picoseconds: the first at `end` or later.
    const std::size_t last = timeline.firstStartAfter(device, end - Duration(1));
    return {first, std::max(first, last)};
}

} // namespace pipegantt
