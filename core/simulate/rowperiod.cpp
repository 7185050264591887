// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulate/rowperiod.h"

#include <algorithm>
#include <span>

namespace pipegantt {
namespace {

using Row = std::span<const PackedOperation>;

/// Whether the `count` operations from `at` on come again `length` later, shifted by `units`.
bool repeats(Row row, std::size_t at, std::size_t count, std::size_t length, std::uint32_t units)
{
    const PackedOperation* const first = row.data() + at;
    const PackedOperation* const second = first + length;
    std::uint32_t different = 0;
    for (std::size_t i = 0; i < count; ++i)
        different |= (second[i].code() - first[i].code()) ^ units;
    return different == 0;
}

/// The repeating part around `around`, which repeats there, as far as it goes to both sides.
RowPeriod extended(
    Row row, std::size_t around, std::size_t length, std::uint32_t units, std::size_t offset)
{
    constexpr std::size_t block = 256; // long enough for vectors, short enough to find the end
    std::size_t end = around;
    while (end + block + length <= row.size() && repeats(row, end, block, length, units))
        end += block;
    while (end + length < row.size() && repeats(row, end, 1, length, units))
        ++end;
    std::size_t begin = around;
    while (begin >= block && repeats(row, begin - block, block, length, units))
        begin -= block;
    while (begin > 0 && repeats(row, begin - 1, 1, length, units))
        --begin;
    return {offset + begin, offset + end + length, length, units};
}

std::optional<RowPeriod> firstPeriod(
    const Schedule& schedule, int device, std::size_t around, auto isWanted)
{
    const Row row = schedule.row(device);
    const std::size_t most = std::min(row.size() / 4, (row.size() - around) / 2);
    for (std::size_t length = 1; length < most; ++length) {
        const PackedOperation one = row[around];
        const PackedOperation other = row[around + length];
        if (one.pass() != other.pass() || other.unit() <= one.unit())
            continue;
        const std::uint32_t units = other.code() - one.code();
        // A few tell most of the wrong ones.
        if (!isWanted(units)
            || !repeats(row, around, std::min<std::size_t>(length, 8), length, units)
            || !repeats(row, around, length, length, units))
            continue;
        // Passes of one group of micro-batches repeat themselves within the group, too.
        const RowPeriod found = extended(row, around, length, units, schedule.rowBegin(device));
        if (found.end - found.begin >= row.size() / 8)
            return found;
    }
    return std::nullopt;
}

} // namespace

std::optional<RowPeriod> periodAround(
    const Schedule& schedule, int device, std::size_t around, std::uint32_t multiple)
{
    return firstPeriod(schedule, device, around,
        [multiple](std::uint32_t units) { return units % multiple == 0; });
}

std::optional<RowPeriod> periodAroundBy(
    const Schedule& schedule, int device, std::size_t around, std::uint32_t units)
{
    return firstPeriod(
        schedule, device, around, [units](std::uint32_t shift) { return shift == units; });
}

} // namespace pipegantt
