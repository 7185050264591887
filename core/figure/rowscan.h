// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/coverage.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace pipegantt {

/// Blue, green and red of a colour, and nothing.
inline std::array<double, 4> mixOf(Color color)
{
    return {static_cast<double>(color.blue), static_cast<double>(color.green),
        static_cast<double>(color.red), 0};
}

/// The same as a pixel that is mixed of nothing else.
inline Mix pixelMix(Color color)
{
    return {static_cast<float>(color.blue), static_cast<float>(color.green),
        static_cast<float>(color.red), 0};
}

/// Picoseconds times levels of the four channels: whole numbers below 2^53, and so exact, as long
/// as a column is no longer than half a minute.
struct alignas(32) Sums
{
    std::array<double, 4> channels {};

    void add(const std::array<double, 4>& change, double length)
    {
        for (std::size_t i = 0; i < 4; ++i)
            channels[i] += length * change[i];
    }
    void add(const Sums& other)
    {
        for (std::size_t i = 0; i < 4; ++i)
            channels[i] += other.channels[i];
    }
    /// What they make of a column of `base`, of which a picosecond is `share`.
    [[nodiscard]] Mix mixOver(double share, const std::array<double, 4>& base) const
    {
        Mix mix;
        for (std::size_t i = 0; i < 4; ++i)
            mix[i] = static_cast<float>(base[i] + share * channels[i]);
        return mix;
    }
};

/// The operations of one row that are visible, in the order of time, and what each changes of the
/// picture.
template <class Times>
class PlainRow
{
public:
    PlainRow(const Times& times, IndexRange range, const Schedule& schedule, const RowFills& row,
        const Fills& fills)
        : m_times(times)
        , m_range(range)
        , m_operations(schedule.operations().data())
        , m_row(row)
        , m_fills(fills)
    {
    }

    [[nodiscard]] IndexRange range() const { return m_range; }
    /// Whether operation `i` ends by the right edge of column `x`.
    [[nodiscard]] bool endsBy(std::size_t i, const ColumnEdges& edges, std::size_t x) const
    {
        return m_times.endTick(i) <= edges.tick(x + 1);
    }
    [[nodiscard]] std::int64_t start(std::size_t i) const { return m_times.startAt(i); }
    [[nodiscard]] std::int64_t end(std::size_t i) const { return m_times.endAt(i); }
    [[nodiscard]] Color color(std::size_t i) const
    {
        return m_fills.color(m_row.of(m_operations[i]));
    }
    void addPart(Sums& sums, std::size_t i, std::int64_t length) const
    {
        sums.add(m_fills.change(m_row.of(m_operations[i])), static_cast<double>(length));
    }
    void addWhole(Sums& sums, std::size_t i) const
    {
        addPart(sums, i, std::int64_t {m_times.lengthTick(i)} * m_times.tick());
    }

private:
    const Times& m_times;
    IndexRange m_range;
    const PackedOperation* m_operations;
    const RowFills& m_row;
    const Fills& m_fills;
};

/// The same where kind and chunk say how long an operation takes and which fill it has: what it
/// adds is in a table.
template <class Times>
class TabledRow : public PlainRow<Times>
{
public:
    TabledRow(const Times& times, IndexRange range, const Schedule& schedule, const RowFills& row,
        const Fills& fills)
        : PlainRow<Times>(times, range, schedule, row, fills)
        , m_operations(schedule.operations().data())
    {
        for (std::size_t kind = 0; kind < kOperationKindCount; ++kind) {
            for (int chunk = 0; chunk < schedule.chunks(); ++chunk) {
                const PackedOperation operation(static_cast<OperationKind>(kind), chunk, 0);
                const std::size_t pass = operation.pass();
                m_whole[pass].add(fills.change(row.ofPass(pass)),
                    static_cast<double>(
                        std::int64_t {times.lengthOf(operation.pass())} * times.tick()));
            }
        }
    }

    void addWhole(Sums& sums, std::size_t i) const { sums.add(m_whole[m_operations[i].pass()]); }

private:
    const PackedOperation* m_operations;
    std::array<Sums, PackedOperation::kPasses> m_whole;
};

/// Idle time instead of operations.
class IdleRow
{
public:
    IdleRow(std::span<const IdlePart> parts, const Fills& fills)
        : m_parts(parts)
        , m_fills(fills)
    {
    }

    [[nodiscard]] IndexRange range() const { return {0, m_parts.size()}; }
    [[nodiscard]] bool endsBy(std::size_t i, const ColumnEdges& edges, std::size_t x) const
    {
        return m_parts[i].end <= edges[x + 1];
    }
    [[nodiscard]] std::int64_t start(std::size_t i) const { return m_parts[i].begin; }
    [[nodiscard]] std::int64_t end(std::size_t i) const { return m_parts[i].end; }
    [[nodiscard]] Color color(std::size_t i) const
    {
        return m_fills.color(Fills::of(m_parts[i].cause));
    }
    void addPart(Sums& sums, std::size_t i, std::int64_t length) const
    {
        sums.add(m_fills.change(Fills::of(m_parts[i].cause)), static_cast<double>(length));
    }
    void addWhole(Sums& sums, std::size_t i) const { addPart(sums, i, end(i) - start(i)); }

private:
    std::span<const IdlePart> m_parts;
    const Fills& m_fills;
};

/// Walks the columns from left to right beside the operations. Runs of columns that lie within one
/// operation or one gap go to `sink.plain` at once, any other column with its mix to `sink.mixed`.
template <class Row, class Sink>
void scanRow(const Row& row, const ColumnEdges& edges, Sink& sink)
{
    const std::size_t columns = edges.columns();
    const std::size_t last = row.range().last;
    const std::span shares = edges.shares();
    const std::array<double, 4> base = mixOf(sink.fills().bubble());
    std::size_t i = row.range().first;
    for (std::size_t x = 0; x < columns;) {
        const std::int64_t low = edges[x];
        // Where a picosecond is wider than a column, the column shows the instant it begins at.
        const std::int64_t high = std::max(edges[x + 1], low + 1);
        const std::int64_t start = i == last ? high : row.start(i);
        if (start >= high) {
            const std::size_t to = i == last ? columns : edges.columnAfter(start, x + 1);
            sink.plain(x, to, sink.fills().bubble());
            x = to;
            continue;
        }
        if (start <= low && row.end(i) >= high) {
            const std::int64_t end = row.end(i);
            const std::size_t to = edges.columnAfter(end, x + 1);
            sink.plain(x, to, row.color(i));
            if (end <= edges[to])
                ++i;
            x = to;
            continue;
        }
        Sums sums;
        // Of the first, not what is left of the column; of the last, what is not right of it.
        if (start < low)
            row.addPart(sums, i, start - low);
        for (; i < last && row.endsBy(i, edges, x); ++i)
            row.addWhole(sums, i);
        if (i < last && row.start(i) < high)
            row.addPart(sums, i, high - row.start(i));
        sink.mixed(x, sums.mixOver(shares[x], base));
        ++x;
    }
}

} // namespace pipegantt
