// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/denserow.h"

#include "core/base/multiversion.h"
#include "core/figure/rowscan.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace pipegantt {

namespace {

/// The four channels of a sum in registers.
using Words [[gnu::vector_size(16)]] = std::uint32_t;
using Integers [[gnu::vector_size(16)]] = std::int32_t;
using Floats [[gnu::vector_size(16)]] = float;
using Doubles [[gnu::vector_size(32)]] = double;

// Columns for each operation from which on runs of columns that are alike are worth looking for.
constexpr std::size_t kColumnsPerOperation = 4;
constexpr std::int64_t kMostLevels = 255;

} // namespace

DenseRow::DenseRow(const Times& times, IndexRange range, const Schedule& schedule,
    const RowFills& row, const Fills& fills, const ColumnEdges& edges)
    : m_times(times)
    , m_edges(edges)
    , m_operations(schedule.operations().data())
    , m_last(range.last)
    , m_columnsPerTick(static_cast<double>(edges.columns())
          / static_cast<double>(edges[edges.columns()] - edges[0])
          * static_cast<double>(times.tick()))
    , m_columnsBefore(
          static_cast<double>(edges[0]) / static_cast<double>(times.tick()) * m_columnsPerTick)
    , m_base(mixOf(fills.bubble()))
    , m_next(range.first)
{
    for (std::size_t kind = 0; kind < kOperationKindCount; ++kind) {
        for (int chunk = 0; chunk < schedule.chunks(); ++chunk) {
            const std::size_t pass =
                PackedOperation(static_cast<OperationKind>(kind), chunk, 0).pass();
            m_changes[pass] = fills.change(row.ofPass(pass));
            for (std::size_t channel = 0; channel < 3; ++channel)
                m_whole[pass][channel] = static_cast<std::uint32_t>(
                    times.lengthOf(pass) * static_cast<std::int64_t>(m_changes[pass][channel]));
            m_whole[pass][3] = 1;
        }
    }
    const std::int64_t ran = std::max<std::int64_t>(edges[0] - times.startAt(m_next), 0);
    const Change& change = m_changes[m_operations[m_next].pass()];
    for (std::size_t channel = 0; channel < 4; ++channel)
        m_part[channel] = change[channel] * static_cast<double>(ran);
}

bool DenseRow::suits(
    const Times& times, IndexRange range, const Schedule& schedule, const ColumnEdges& edges)
{
    const std::size_t columns = edges.columns();
    const std::int64_t span = edges[columns] - edges[0];
    if ((range.last - range.first) * kColumnsPerOperation < columns
        || span < static_cast<std::int64_t>(columns))
        return false;
    // A column has what ends in it: its own length, and the rest of the first.
    std::int64_t longest = 0;
    for (std::size_t kind = 0; kind < kOperationKindCount; ++kind) {
        for (int chunk = 0; chunk < schedule.chunks(); ++chunk)
            longest = std::max<std::int64_t>(longest,
                times.lengthOf(PackedOperation(static_cast<OperationKind>(kind), chunk, 0).pass()));
    }
    const std::int64_t column = span / static_cast<std::int64_t>(columns) / times.tick() + 2;
    return column + longest < std::numeric_limits<std::int32_t>::max() / kMostLevels;
}

void DenseRow::mix(std::span<Mix> mixes)
{
    Ends ends;
    add(*this, mixes.size(), ends);
    mix(*this, ends, mixes);
    m_column += mixes.size();
}

// Rounding may put an end that lies on an edge behind it or before it. No matter: all of the
// operation, and no more, is on the left of that edge either way.
PIPEGANTT_MULTIVERSION
void DenseRow::add(const DenseRow& row, std::size_t columns, Ends& ends)
{
    constexpr std::size_t kBatch = 128;
    const Times times = row.m_times;
    const PackedOperation* const operations = row.m_operations;
    const double columnsPerTick = row.m_columnsPerTick;
    const double before = row.m_columnsBefore + static_cast<double>(row.m_column);
    const auto rightmost = static_cast<double>(columns);
    const auto placeOf = [&](std::size_t i) { return times.endTick(i) * columnsPerTick - before; };
    std::array<std::int32_t, kBatch> places;
    Words sum;
    std::memcpy(&sum, row.m_sum.data(), sizeof sum);
    std::size_t batch = kBatch;
    for (std::size_t first = row.m_next; batch == kBatch; first += kBatch) {
        batch = std::min(kBatch, row.m_last - first);
        if (batch > 0 && placeOf(first + batch - 1) >= rightmost) {
            std::size_t inside = 0;
            while (inside < batch) {
                const std::size_t middle = (inside + batch) / 2;
                if (placeOf(first + middle) < rightmost)
                    inside = middle + 1;
                else
                    batch = middle;
            }
        }
        for (std::size_t i = 0; i < batch; ++i)
            places[i] = static_cast<std::int32_t>(placeOf(first + i));
#pragma GCC unroll 4
        for (std::size_t i = 0; i < batch; ++i) {
            Words whole;
            std::memcpy(&whole, row.m_whole[operations[first + i].pass()].data(), sizeof whole);
            sum += whole;
            std::memcpy(ends.sums[static_cast<std::uint32_t>(places[i])].data(), &sum, sizeof sum);
        }
    }
}

PIPEGANTT_MULTIVERSION
void DenseRow::mix(DenseRow& row, const Ends& ends, std::span<Mix> mixes)
{
    const Times times = row.m_times;
    const PackedOperation* const operations = row.m_operations;
    const std::span rights = row.m_edges.edges().subspan(row.m_column + 1);
    const std::span shares = row.m_edges.shares().subspan(row.m_column);
    const auto tick = static_cast<double>(times.tick());
    const std::size_t last = row.m_last;
    constexpr Words kChannels {~0U, ~0U, ~0U, 0U};
    Doubles base;
    std::memcpy(&base, row.m_base.data(), sizeof base);
    Doubles partBefore;
    std::memcpy(&partBefore, row.m_part.data(), sizeof partBefore);
    Words before;
    std::memcpy(&before, row.m_sum.data(), sizeof before);
    std::uint32_t ended = row.m_sum[3];
    const std::size_t first = row.m_next - ended;
    for (std::size_t x = 0; x < mixes.size(); ++x) {
        Words sum;
        std::memcpy(&sum, ends.sums[x].data(), sizeof sum);
        const Words counts = __builtin_shufflevector(sum, sum, 3, 3, 3, 3);
        const Words until = counts != Words {} ? sum : before;
        const Words step = (until - before) & kChannels;
        ended = std::max(ended, ends.sums[x][3]);
        const std::size_t next = first + ended;
        const std::size_t at = std::min(next, last - 1);
        const std::int64_t right = next < last ? rights[x] : 0;
        const std::int64_t ran = std::max<std::int64_t>(right - times.startAt(at), 0);
        Doubles part;
        std::memcpy(&part, row.m_changes[operations[at].pass()].data(), sizeof part);
        part *= static_cast<double>(ran);
        const Doubles whole =
            __builtin_convertvector(reinterpret_cast<Integers>(step), Doubles) * tick;
        const auto mix =
            __builtin_convertvector(base + (whole + (part - partBefore)) * shares[x], Floats);
        std::memcpy(mixes[x].data(), &mix, sizeof mix);
        before = until;
        partBefore = part;
    }
    std::memcpy(row.m_part.data(), &partBefore, sizeof partBefore);
    std::memcpy(row.m_sum.data(), &before, sizeof before);
    row.m_next = first + ended;
}

} // namespace pipegantt
