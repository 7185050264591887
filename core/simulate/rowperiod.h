// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/order/schedule.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace pipegantt {

/// A part of a device's row that repeats itself: for all i in [begin, end - length), the operation
/// at i + length is that at i, `units` units later. Indices are those of Schedule::operations().
struct RowPeriod
{
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t length = 0;
    std::uint32_t units = 0;
};

/// The part of the row of `device` that repeats itself at `around`, an index into its operations,
/// as long as it is to both sides, by the least units that are a multiple of `multiple`; nothing
/// where there is none of an eighth of the row, or with a period of more than a quarter.
/// O(operations of the row), usually few of them more than once.
std::optional<RowPeriod> periodAround(
    const Schedule& schedule, int device, std::size_t around, std::uint32_t multiple);

/// The same by just `units`.
std::optional<RowPeriod> periodAroundBy(
    const Schedule& schedule, int device, std::size_t around, std::uint32_t units);

} // namespace pipegantt
