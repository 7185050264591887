// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/fills.h"
#include "core/figure/look.h"
#include "core/figure/timescale.h"
#include "core/order/schedule.h"
#include "core/simulate/timeline.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace pipegantt {

/// What a row of pixels shows: for one device, in each pixel column, the picoseconds of each fill
/// that run in the time the column covers. Exact: the sums are integers.
struct ColumnWork
{
    std::array<std::int64_t, Fills::kCount> byFill {};
};

/// Paints the row of one device into `pixels`, one 0xffRRGGBB value a column, left to right over
/// the whole width of `scale`: each pixel is the time-weighted mix of the fills of what runs in it
/// and of `look.bubble` for the rest. Rounding evens out along the row, so that shares of time can
/// be read back from the picture. Where a picosecond is wider than a column, the column shows the
/// instant at its left. Walks each visible operation once and needs nothing precomputed:
/// O(pixels + visible operations + log operations). `edges` is scratch, for this function and
/// `measureColumns` alone: what it holds for one row serves the next row of the same scale.
void paintCoverage(const Schedule& schedule, const Timeline& timeline, int device,
    const TimeScale& scale, const Look& look, std::span<std::uint32_t> pixels,
    std::vector<std::int64_t>& edges);

/// What `paintCoverage` shows, before it becomes colours. Over columns of at least a picosecond the
/// sums of a fill are exactly its busy time within the scale.
void measureColumns(const Schedule& schedule, const Timeline& timeline, int device,
    const TimeScale& scale, std::span<ColumnWork> columns, std::vector<std::int64_t>& edges);

/// What runs on `device` in [begin, end): how many operations, a pair counted once, and the busy
/// time of each kind.
struct RangeWork
{
    std::int64_t operations = 0;
    std::array<std::int64_t, kOperationKindCount> byKind {};
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
