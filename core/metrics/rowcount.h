// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/order/schedule.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace pipegantt {

/// What the order of one device says without its times.
struct RowCount
{
    /// How often each pass occurs, by PackedOperation::pass().
    std::array<std::int64_t, PackedOperation::kPasses> passes {};
    /// Most chunk activations alive if each lives until its weight gradient or full backward, and
    /// the first operation that begins with so many: index into Schedule::operations().
    std::int64_t peak = 0;
    std::size_t peakOperation = 0;
    /// Most of them if each lives until its input gradient or full backward.
    std::int64_t peakAtInputGrad = 0;
};

/// Counts through the row of `device` in execution order. The order alone decides: on one device a
/// pass that releases ends before the next one that takes begins. Where the row repeats itself, one
/// period speaks for all. O(operations), most of them only compared with those a period before.
RowCount countRow(const Schedule& schedule, int device);

} // namespace pipegantt
