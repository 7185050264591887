// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/fills.h"
#include "core/figure/look.h"
#include "core/figure/mixedrow.h"
#include "core/figure/timescale.h"
#include "core/order/schedule.h"
#include "core/simulate/idleparts.h"
#include "core/simulate/timeline.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace pipegantt {

/// Where each pixel column of a scale begins, and where the last one ends, in whole picoseconds:
/// the remainder of the division is spread over the columns. Where a picosecond is wider than a
/// column, some are empty. Rows of one scale share the edges; the storage is reused.
class ColumnEdges
{
public:
    /// For rows of `timeline`.
    void lay(const TimeScale& scale, std::size_t columns, const Timeline& timeline);

    [[nodiscard]] std::size_t columns() const { return m_edges.size() - 1; }
    [[nodiscard]] std::int64_t operator[](std::size_t x) const { return m_edges[x]; }
    /// The last tick that is not after the edge.
    [[nodiscard]] std::int64_t tick(std::size_t x) const { return m_ticks[x]; }
    [[nodiscard]] std::span<const std::int64_t> edges() const { return m_edges; }
    /// What share of each column a picosecond is.
    [[nodiscard]] std::span<const double> shares() const { return m_shares; }
    /// The first of the columns from `x` on that ends after `time`, or `columns()`.
    [[nodiscard]] std::size_t columnAfter(std::int64_t time, std::size_t x) const;

private:
    std::vector<std::int64_t> m_edges;
    std::vector<std::int64_t> m_ticks;
    std::vector<double> m_shares;
    std::int64_t m_tick = 0;
    double m_columnsPerPicosecond = 0;
};

/// Paints the row of `device` into `pixels`, one 0xffRRGGBB value a column: each is the
/// time-weighted mix of the fills of what runs in it and of the bubble for the rest. What rounding
/// takes from a pixel it gives to the next, so that from the left to any column the sum of a
/// channel is the exact one to within one level, and shares of time can be read back. Where a
/// picosecond is wider than a column, the column shows the instant at its left. Walks each visible
/// operation once and needs nothing precomputed: O(pixels + visible operations + log operations).
void paintCoverage(const Schedule& schedule, const Timeline& timeline, int device,
    const Fills& fills, const ColumnEdges& edges, std::span<std::uint32_t> pixels);

/// The same with the colours of kinds, for a scale of its own; `edges` is scratch.
void paintCoverage(const Schedule& schedule, const Timeline& timeline, int device,
    const TimeScale& scale, const Look& look, std::span<std::uint32_t> pixels, ColumnEdges& edges);

/// The same before it is rounded, for lines of pixels that rows share.
void mixCoverage(const Schedule& schedule, const Timeline& timeline, int device, const Fills& fills,
    const ColumnEdges& edges, MixedRow& row);

/// The same where the colours tell idle time apart: what is painted are the parts of it, which have
/// the fills of their causes, and all else is work.
void paintIdle(std::span<const IdlePart> parts, const Fills& fills, const ColumnEdges& edges,
    std::span<std::uint32_t> pixels);
void mixIdle(
    std::span<const IdlePart> parts, const Fills& fills, const ColumnEdges& edges, MixedRow& row);

/// The parts that are in [begin, end) at any time.
std::span<const IdlePart> visibleParts(
    std::span<const IdlePart> parts, std::int64_t begin, std::int64_t end);

/// What runs on `device` in [begin, end): how many operations of each kind, the two halves of a
/// pair as one, and the busy time of each kind.
struct RangeWork
{
    std::array<std::int64_t, kOperationKindCount> operations {};
    std::array<std::int64_t, kOperationKindCount> byKind {};

    [[nodiscard]] std::int64_t operationCount() const;
    [[nodiscard]] std::int64_t busy() const;
    RangeWork& operator+=(const RangeWork& other);
};
RangeWork workIn(
    const Schedule& schedule, const Timeline& timeline, int device, Duration begin, Duration end);

/// The operations of `device` that run at any time in [begin, end), as indices into
/// Schedule::operations(): [first, last). O(log operations).
struct IndexRange
{
    std::size_t first = 0;
    std::size_t last = 0;
};
IndexRange visibleOperations(const Timeline& timeline, int device, Duration begin, Duration end);

} // namespace pipegantt
