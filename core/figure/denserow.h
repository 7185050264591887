// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/coverage.h"
#include "core/figure/fills.h"
#include "core/order/schedule.h"
#include "core/simulate/rowtimes.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace pipegantt {

/// A row with about as many operations as columns, or more. Where bars are narrow, hardly a branch
/// of a walk along the columns is foreseeable; so this one has none for each operation and each
/// column. It adds up all operations one by one, and each leaves the sum at the column that it ends
/// in: the last one's stays. What a column shows is the difference to the column before, put right
/// by the parts of the two operations at its edges. All sums are whole numbers.
class DenseRow
{
public:
    using Times = RowTimes<std::int32_t, true>;

    /// Of the operations `range`; columns are at least a picosecond long.
    DenseRow(const Times& times, IndexRange range, const Schedule& schedule, const RowFills& row,
        const Fills& fills, const ColumnEdges& edges);

    /// Whether there are operations enough for it to be fast, and whether sums fit.
    static bool suits(
        const Times& times, IndexRange range, const Schedule& schedule, const ColumnEdges& edges);

    /// The next `mixes.size()` columns, from the left: at most `kMostColumns`.
    void mix(std::span<Mix> mixes);
    static constexpr std::size_t kMostColumns = 256;

private:
    /// Of blue, green and red, and of how many operations.
    using Sum = std::array<std::uint32_t, 4>;
    using Change = std::array<double, 4>;

    /// What the operations that end in each column of a block leave there: the sum of all until the
    /// last of them, in ticks times levels; nothing where none ends. Sums may overflow; their
    /// differences do not.
    struct alignas(16) Ends
    {
        std::array<Sum, kMostColumns> sums {};
    };

    static void add(const DenseRow& row, std::size_t columns, Ends& ends);
    static void mix(DenseRow& row, const Ends& ends, std::span<Mix> mixes);

    const Times& m_times;
    const ColumnEdges& m_edges;
    const PackedOperation* m_operations;
    std::size_t m_last;
    double m_columnsPerTick;
    double m_columnsBefore;
    Change m_base;
    /// What an operation changes in all, by its pass, and in a picosecond.
    alignas(16) std::array<Sum, PackedOperation::kPasses> m_whole {};
    alignas(32) std::array<Change, PackedOperation::kPasses> m_changes {};

    // Where the walk is: at the left edge of this column.
    std::size_t m_column = 0;
    std::size_t m_next; ///< the first operation that has not ended
    Sum m_sum {}; ///< of those that have
    Change m_part {}; ///< what the next one has changed so far
};

} // namespace pipegantt
