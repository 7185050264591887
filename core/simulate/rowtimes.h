// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/order/operation.h"

#include <cstddef>
#include <cstdint>

namespace pipegantt {

/// When the operations of one device run, for loops over many of them: see Timeline::visitRow.
/// Indices are those of Schedule::operations(), from `begin()` to before `end()`; ends ascend, and
/// so do starts. A tick is `tick()` picoseconds. Ends alone are kept where how long an operation
/// takes depends on its kind and chunk only (`kTabled`): its start follows from that.
template <class Tick, bool kTabled>
class RowTimes
{
public:
    /// `lengths` is the table of the device by PackedOperation::pass(), `starts` has all starts;
    /// one of the two is not read. `ends` and `operations` have those of all devices.
    RowTimes(std::size_t begin, std::size_t end, std::int64_t tick, const Tick* ends,
        const Tick* starts, const Tick* lengths, const PackedOperation* operations)
        : m_begin(begin)
        , m_end(end)
        , m_tick(tick)
        , m_ends(ends)
        , m_starts(starts)
        , m_lengths(lengths)
        , m_operations(operations)
    {
    }

    [[nodiscard]] std::size_t begin() const { return m_begin; }
    [[nodiscard]] std::size_t end() const { return m_end; }
    [[nodiscard]] std::int64_t tick() const { return m_tick; }

    /// Whether `lengthOf` tells how long an operation takes.
    [[nodiscard]] static constexpr bool isTabled() { return kTabled; }
    [[nodiscard]] Tick endTick(std::size_t index) const { return m_ends[index]; }
    [[nodiscard]] Tick startTick(std::size_t index) const
    {
        if constexpr (kTabled)
            return m_ends[index] - m_lengths[m_operations[index].pass()];
        else
            return m_starts[index];
    }
    /// How long a pass takes, by PackedOperation::pass(); where `kTabled` alone.
    [[nodiscard]] Tick lengthOf(std::size_t pass) const { return m_lengths[pass]; }
    [[nodiscard]] Tick lengthTick(std::size_t index) const
    {
        if constexpr (kTabled)
            return m_lengths[m_operations[index].pass()];
        else
            return m_ends[index] - m_starts[index];
    }

    /// The same in picoseconds.
    [[nodiscard]] std::int64_t startAt(std::size_t index) const
    {
        return std::int64_t {startTick(index)} * m_tick;
    }
    [[nodiscard]] std::int64_t endAt(std::size_t index) const
    {
        return std::int64_t {endTick(index)} * m_tick;
    }

private:
    std::size_t m_begin;
    std::size_t m_end;
    std::int64_t m_tick;
    const Tick* m_ends;
    const Tick* m_starts;
    const Tick* m_lengths;
    const PackedOperation* m_operations;
};

} // namespace pipegantt
