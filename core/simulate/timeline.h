// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/time.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
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

/// When each operation of a schedule runs. The arrays lie beside `Schedule::operations()`: same
/// index, same operation; within a device's row both starts and ends ascend. Picoseconds.
struct Timeline
{
    std::vector<std::int64_t> starts;
    std::vector<std::int64_t> ends;
    /// The end of the last operation of all.
    Duration makespan {};
    /// Under blocking messages, what ended when each operation began, and the message that each one
    /// sent; empty where messages are asynchronous, because then the order and the times say it.
    std::vector<Precursor> precursors;
    std::vector<MessageTimes> messages;

    [[nodiscard]] Duration start(std::size_t index) const { return Duration(starts[index]); }
    [[nodiscard]] Duration end(std::size_t index) const { return Duration(ends[index]); }

    friend bool operator==(const Timeline&, const Timeline&) = default;
};

} // namespace pipegantt
