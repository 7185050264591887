// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/largearray.h"
#include "core/base/time.h"
#include "core/order/schedule.h"
#include "core/simulate/rowtimes.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

namespace pipegantt {

/// What ended when something else began: an operation, or the message with its result.
class Precursor
{
public:
    /// Nothing: it began with the iteration.
    constexpr Precursor() = default;
    static constexpr Precursor operation(std::size_t index)
    {
        return Precursor(static_cast<std::int32_t>(index));
    }
    static constexpr Precursor messageOf(std::size_t index)
    {
        return Precursor(~static_cast<std::int32_t>(index));
    }

    [[nodiscard]] constexpr bool exists() const { return m_code != kNothing; }
    [[nodiscard]] constexpr bool isMessage() const { return m_code < 0; }
    /// The operation, or the one that sent the message: index into Schedule::operations().
    [[nodiscard]] constexpr std::size_t index() const
    {
        return static_cast<std::size_t>(isMessage() ? ~m_code : m_code);
    }

    friend constexpr bool operator==(Precursor, Precursor) = default;

private:
    static constexpr std::int32_t kNothing = std::numeric_limits<std::int32_t>::min();

    explicit constexpr Precursor(std::int32_t code)
        : m_code(code)
    {
    }

    std::int32_t m_code = kNothing;
};

/// The message with an operation's result under blocking messages.
struct MessageTimes
{
    /// When both ends were in a call that holds it, and when it was there.
    std::int64_t start = 0;
    std::int64_t end = 0;
    /// What ended when the later end came to its call.
    Precursor after;

    friend constexpr bool operator==(const MessageTimes&, const MessageTimes&) = default;
};

/// The times of a timeline in ticks of one width.
template <class Tick>
struct TickArrays
{
    LargeArray<Tick> ends;
    /// Where lengths say all, empty.
    LargeArray<Tick> starts;
    /// How long each pass of each device takes, by device and PackedOperation::pass(); empty where
    /// there are starts.
    std::vector<Tick> lengths;

    [[nodiscard]] Tick* lengthsOf(int device)
    {
        return lengths.data() + static_cast<std::size_t>(device) * PackedOperation::kPasses;
    }
    [[nodiscard]] const Tick* lengthsOf(int device) const
    {
        return lengths.data() + static_cast<std::size_t>(device) * PackedOperation::kPasses;
    }
};

/// When each operation of a schedule runs. Index i is that of `Schedule::operations()`; within a
/// device's row both starts and ends ascend. Times are whole numbers of a tick, which divides all
/// costs of the plan, so that 32 bits hold most of them; exact picoseconds come out.
class Timeline
{
public:
    /// The end of the last operation of all.
    Duration makespan {};
    /// Under blocking messages, what ended when each operation began, and the message that each one
    /// sent; empty where messages are asynchronous, because then the order and the times say it.
    std::vector<Precursor> precursors;
    std::vector<MessageTimes> messages;

    /// A timeline with these times in picoseconds, for the operations of `schedule`.
    static Timeline of(const Schedule& schedule, const std::vector<std::int64_t>& starts,
        const std::vector<std::int64_t>& ends);

    /// How many operations it has the times of.
    [[nodiscard]] std::size_t size() const
    {
        return m_wide ? m_wideTicks.ends.size() : m_narrowTicks.ends.size();
    }
    /// O(log devices), or O(1) if `device`, the one that runs it, is given. Loops use `visitRow`.
    [[nodiscard]] Duration start(std::size_t index) const { return start(deviceAt(index), index); }
    [[nodiscard]] Duration start(int device, std::size_t index) const;
    [[nodiscard]] Duration end(std::size_t index) const
    {
        return Duration(m_tick * (m_wide ? m_wideTicks.ends[index] : m_narrowTicks.ends[index]));
    }

    /// The first operation of the row that ends after `when`; that behind the row where none does.
    /// O(log operations).
    [[nodiscard]] std::size_t firstEndAfter(int device, Duration when) const;
    /// The first operation of the row that starts after `when`; that behind the row where none
    /// does. O(log operations).
    [[nodiscard]] std::size_t firstStartAfter(int device, Duration when) const;

    /// Calls `visit` with the RowTimes of `device`, whatever their width, and returns what it does.
    template <class Visit>
    auto visitRow(int device, Visit visit) const
    {
        return m_wide ? visitTicks(m_wideTicks, device, visit)
                      : visitTicks(m_narrowTicks, device, visit);
    }

    /// For simulations: makes room for the times of `schedule` in ticks of `tick` picoseconds, not
    /// written yet; with `tabled` their lengths in a table, else their starts. Keeps memory.
    template <class Tick>
    TickArrays<Tick>& lay(const Schedule& schedule, std::int64_t tick, bool tabled);
    /// Gives up the rows that it has the times of, so that its schedule can reuse their memory.
    void release();

    /// Whether all times are the same, however they are kept.
    friend bool operator==(const Timeline& one, const Timeline& other);

private:
    template <class Tick, class Visit>
    auto visitTicks(const TickArrays<Tick>& ticks, int device, Visit visit) const
    {
        const std::size_t begin =
            device == 0 ? 0 : m_rows->ends[static_cast<std::size_t>(device) - 1];
        const std::size_t end = m_rows->ends[static_cast<std::size_t>(device)];
        if (ticks.lengths.empty()) {
            return visit(RowTimes<Tick, false>(begin, end, m_tick, ticks.ends.data(),
                ticks.starts.data(), nullptr, m_rows->operations.data()));
        }
        return visit(RowTimes<Tick, true>(begin, end, m_tick, ticks.ends.data(), nullptr,
            ticks.lengthsOf(device), m_rows->operations.data()));
    }
    template <class Tick>
    [[nodiscard]] TickArrays<Tick>& ticksOf();
    [[nodiscard]] int deviceAt(std::size_t index) const;

    std::shared_ptr<const ScheduleRows> m_rows;
    std::int64_t m_tick = 1;
    bool m_wide = false; ///< which of the two is in use; the other is empty
    TickArrays<std::int32_t> m_narrowTicks;
    TickArrays<std::int64_t> m_wideTicks;
};

} // namespace pipegantt
