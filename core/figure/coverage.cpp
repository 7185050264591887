// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/coverage.h"

#include "core/figure/denserow.h"
#include "core/figure/rowscan.h"

#include <algorithm>
#include <numeric>
#include <type_traits>

namespace pipegantt {

namespace {

// Takes a row as pixels.
class PixelSink
{
public:
    PixelSink(const Fills& fills, std::span<std::uint32_t> pixels)
        : m_fills(fills)
        , m_pixels(pixels.data())
    {
    }

    void start(std::size_t /*columns*/, std::size_t /*things*/) { }
    void plain(std::size_t from, std::size_t to, Color color)
    {
        std::fill(m_pixels + from, m_pixels + to, color.argb());
    }
    void mixed(std::size_t x, const Mix& mix) { m_pixels[x] = m_rounding.pixel(mix); }
    void mixed(std::size_t from, std::span<const Mix> mixes)
    {
        m_rounding.pixels(mixes, {m_pixels + from, mixes.size()});
    }
    [[nodiscard]] const Fills& fills() const { return m_fills; }

private:
    const Fills& m_fills;
    std::uint32_t* m_pixels;
    Rounding m_rounding;
};

// Takes a row as it is before it is rounded.
class MixSink
{
public:
    MixSink(const Fills& fills, MixedRow& row)
        : m_fills(fills)
        , m_row(row)
    {
    }

    void start(std::size_t columns, std::size_t things)
    {
        // Each has two edges, and the pixels at them.
        m_row.reset(columns, 4 * things);
    }
    void plain(std::size_t from, std::size_t to, Color color)
    {
        m_row.append(from, to, pixelMix(color));
    }
    void mixed(std::size_t x, const Mix& mix) { m_row.append(x, x + 1, mix); }
    void mixed(std::size_t from, std::span<const Mix> mixes) { m_row.append(from, mixes); }
    [[nodiscard]] const Fills& fills() const { return m_fills; }

private:
    const Fills& m_fills;
    MixedRow& m_row;
};

template <class Sink>
void scanDense(DenseRow&& row, std::size_t columns, Sink& sink)
{
    std::array<Mix, DenseRow::kMostColumns> mixes;
    for (std::size_t x = 0; x < columns; x += mixes.size()) {
        const std::span block = std::span(mixes).first(std::min(mixes.size(), columns - x));
        row.mix(block);
        sink.mixed(x, block);
    }
}

template <class Sink>
void scan(const Schedule& schedule, const Timeline& timeline, int device, const ColumnEdges& edges,
    Sink& sink)
{
    const IndexRange range =
        visibleOperations(timeline, device, Duration(edges[0]), Duration(edges[edges.columns()]));
    sink.start(edges.columns(), range.last - range.first);
    timeline.visitRow(device, [&](const auto& times) {
        const RowFills fills = sink.fills().row(device);
        using Times = std::decay_t<decltype(times)>;
        if constexpr (Times::isTabled()) {
            if constexpr (std::is_same_v<Times, DenseRow::Times>) {
                if (fills.areByPass() && DenseRow::suits(times, range, schedule, edges)) {
                    scanDense(DenseRow(times, range, schedule, fills, sink.fills(), edges),
                        edges.columns(), sink);
                    return;
                }
            }
            if (fills.areByPass()) {
                scanRow(TabledRow(times, range, schedule, fills, sink.fills()), edges, sink);
                return;
            }
        }
        scanRow(PlainRow(times, range, schedule, fills, sink.fills()), edges, sink);
    });
}

template <class Sink>
void scan(std::span<const IdlePart> parts, const ColumnEdges& edges, Sink& sink)
{
    const auto visible = visibleParts(parts, edges[0], edges[edges.columns()]);
    sink.start(edges.columns(), visible.size());
    scanRow(IdleRow(visible, sink.fills()), edges, sink);
}

} // namespace

void ColumnEdges::lay(const TimeScale& scale, std::size_t columns, const Timeline& timeline)
{
    const std::int64_t begin = scale.begin().count();
    const std::int64_t end = scale.end().count();
    const std::int64_t tick = timeline.visitRow(0, [](const auto& row) { return row.tick(); });
    if (m_edges.size() == columns + 1 && m_edges.front() == begin && m_edges.back() == end
        && m_tick == tick)
        return;
    m_tick = tick;
    m_edges.resize(columns + 1);
    m_columnsPerPicosecond = static_cast<double>(columns) / static_cast<double>(end - begin);
    const auto count = static_cast<std::int64_t>(columns);
    const std::int64_t whole = (end - begin) / count;
    const std::int64_t remainder = (end - begin) % count;
    std::int64_t edge = begin;
    std::int64_t carry = 0;
    for (std::size_t x = 0; x < columns; ++x) {
        m_edges[x] = edge;
        edge += whole;
        carry += remainder;
        if (carry >= count) {
            carry -= count;
            ++edge;
        }
    }
    m_edges[columns] = end;
    m_shares.resize(columns);
    for (std::size_t x = 0; x < columns; ++x)
        m_shares[x] =
            1 / static_cast<double>(std::max<std::int64_t>(m_edges[x + 1] - m_edges[x], 1));
    m_ticks.resize(columns + 1);
    for (std::size_t x = 0; x <= columns; ++x)
        m_ticks[x] = m_edges[x] >= 0 ? m_edges[x] / tick : -1 - (-1 - m_edges[x]) / tick;
}

std::size_t ColumnEdges::columnAfter(std::int64_t time, std::size_t x) const
{
    if (time >= m_edges.back())
        return columns();
    // Where it is by the width of a column; rounding is put right from there.
    const double guess = static_cast<double>(time - m_edges.front()) * m_columnsPerPicosecond;
    std::size_t column =
        std::clamp(guess > 0 ? static_cast<std::size_t>(guess) : std::size_t {0}, x, columns() - 1);
    while (column > x && std::max(m_edges[column], m_edges[column - 1] + 1) > time)
        --column;
    while (std::max(m_edges[column + 1], m_edges[column] + 1) <= time)
        ++column;
    return column;
}

void paintCoverage(const Schedule& schedule, const Timeline& timeline, int device,
    const Fills& fills, const ColumnEdges& edges, std::span<std::uint32_t> pixels)
{
    PixelSink sink(fills, pixels);
    scan(schedule, timeline, device, edges, sink);
}

void paintCoverage(const Schedule& schedule, const Timeline& timeline, int device,
    const TimeScale& scale, const Look& look, std::span<std::uint32_t> pixels, ColumnEdges& edges)
{
    if (pixels.empty())
        return;
    edges.lay(scale, pixels.size(), timeline);
    paintCoverage(schedule, timeline, device, Fills(look, schedule.chunks()), edges, pixels);
}

void mixCoverage(const Schedule& schedule, const Timeline& timeline, int device, const Fills& fills,
    const ColumnEdges& edges, MixedRow& row)
{
    MixSink sink(fills, row);
    scan(schedule, timeline, device, edges, sink);
}

void paintIdle(std::span<const IdlePart> parts, const Fills& fills, const ColumnEdges& edges,
    std::span<std::uint32_t> pixels)
{
    PixelSink sink(fills, pixels);
    scan(parts, edges, sink);
}

void mixIdle(
    std::span<const IdlePart> parts, const Fills& fills, const ColumnEdges& edges, MixedRow& row)
{
    MixSink sink(fills, row);
    scan(parts, edges, sink);
}

std::span<const IdlePart> visibleParts(
    std::span<const IdlePart> parts, std::int64_t begin, std::int64_t end)
{
    const auto first = std::ranges::upper_bound(parts, begin, {}, &IdlePart::end);
    const auto last = std::lower_bound(first, parts.end(), end,
        [](const IdlePart& part, std::int64_t time) { return part.begin < time; });
    return {first, last};
}

std::int64_t RangeWork::operationCount() const
{
    return std::accumulate(operations.begin(), operations.end(), std::int64_t {0});
}

std::int64_t RangeWork::busy() const
{
    return std::accumulate(byKind.begin(), byKind.end(), std::int64_t {0});
}

RangeWork& RangeWork::operator+=(const RangeWork& other)
{
    for (std::size_t kind = 0; kind < kOperationKindCount; ++kind) {
        operations[kind] += other.operations[kind];
        byKind[kind] += other.byKind[kind];
    }
    return *this;
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
            const auto kind = static_cast<std::size_t>(schedule.operations()[i].kind());
            found.byKind[kind] += to - from;
            ++found.operations[kind];
        }
    });
    found.operations[static_cast<std::size_t>(OperationKind::PairedBackward)] = 0;
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
