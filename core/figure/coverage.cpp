// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/coverage.h"

#include "core/figure/rowscan.h"

#include <algorithm>
#include <numeric>
#include <type_traits>

namespace pipegantt {

namespace {

// Pixels in fixed point: what is behind the point waits for the next pixel.
constexpr unsigned kFraction = 13;
constexpr std::int32_t kOne = std::int32_t {1} << kFraction;

// What rounding owes to the pixels to come, in blue, green and red.
class Debt
{
public:
    std::uint32_t settle(const Mix& wanted)
    {
        return 0xff000000U | one(wanted[0], m_blue) | one(wanted[1], m_green) << 8U
            | one(wanted[2], m_red) << 16U;
    }

private:
    static std::uint32_t one(float wanted, std::int32_t& owed)
    {
        // Rounded by hand: lround is a call a channel, and nothing here is below zero.
        const float ones = wanted * kOne + 0.5F;
        const std::int32_t sum = static_cast<std::int32_t>(ones) + owed;
        owed = sum & (kOne - 1);
        return static_cast<std::uint32_t>(sum >> kFraction);
    }

    std::int32_t m_blue = kOne / 2;
    std::int32_t m_green = kOne / 2;
    std::int32_t m_red = kOne / 2;
};

// Takes a row as pixels.
class PixelSink
{
public:
    PixelSink(const Fills& fills, std::span<std::uint32_t> pixels)
        : m_fills(fills)
        , m_pixels(pixels.data())
        , m_base(mixOf(fills.bubble()))
    {
    }

    void plain(std::size_t from, std::size_t to, Color color)
    {
        std::fill(m_pixels + from, m_pixels + to, color.argb());
    }
    void mixed(std::size_t x, const std::array<double, 4>& change, std::int64_t length)
    {
        const double part = 1 / static_cast<double>(length);
        Mix mix;
        for (std::size_t channel = 0; channel < 4; ++channel)
            mix[channel] = static_cast<float>(m_base[channel] + part * change[channel]);
        m_pixels[x] = m_debt.settle(mix);
    }
    [[nodiscard]] const Fills& fills() const { return m_fills; }

private:
    const Fills& m_fills;
    std::uint32_t* m_pixels;
    std::array<double, 4> m_base;
    Debt m_debt;
};

// Takes a row as it is before it is rounded.
class MixSink
{
public:
    MixSink(const Fills& fills, std::span<Mix> row)
        : m_fills(fills)
        , m_row(row)
        , m_base(mixOf(fills.bubble()))
    {
    }

    void plain(std::size_t from, std::size_t to, Color color)
    {
        const auto at = [this](std::size_t x) {
            return m_row.begin() + static_cast<std::ptrdiff_t>(x);
        };
        std::fill(at(from), at(to), pixelMix(color));
    }
    void mixed(std::size_t x, const std::array<double, 4>& change, std::int64_t length)
    {
        const double part = 1 / static_cast<double>(length);
        for (std::size_t channel = 0; channel < 4; ++channel)
            m_row[x][channel] = static_cast<float>(m_base[channel] + part * change[channel]);
    }
    [[nodiscard]] const Fills& fills() const { return m_fills; }

private:
    const Fills& m_fills;
    std::span<Mix> m_row;
    std::array<double, 4> m_base;
};

template <class Sink>
void scan(const Schedule& schedule, const Timeline& timeline, int device, const ColumnEdges& edges,
    Sink& sink)
{
    const IndexRange range =
        visibleOperations(timeline, device, Duration(edges[0]), Duration(edges[edges.columns()]));
    timeline.visitRow(device, [&](const auto& times) {
        const RowFills fills = sink.fills().row(device);
        if constexpr (std::decay_t<decltype(times)>::isTabled()) {
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
    scanRow(
        IdleRow(visibleParts(parts, edges[0], edges[edges.columns()]), sink.fills()), edges, sink);
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
    const ColumnEdges& edges, std::span<Mix> row)
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

void mixIdle(std::span<const IdlePart> parts, const Fills& fills, const ColumnEdges& edges,
    std::span<Mix> row)
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

void settle(std::span<const Mix> row, std::span<std::uint32_t> pixels)
{
    Debt debt;
    for (std::size_t x = 0; x < row.size(); ++x)
        pixels[x] = debt.settle(row[x]);
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
