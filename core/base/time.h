// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace pipegantt {

/// Simulated time, also as an instant counted from the start of the iteration. Integer picoseconds:
/// additions are exact, so two runs of one plan compare equal bit for bit.
using Duration = std::chrono::duration<std::int64_t, std::pico>;

/// The unit in which a plan states and shows its times. A slot is abstract; it is kept as 1 ms.
enum class TimeUnit : std::uint8_t
{
    Slots,
    Microseconds,
    Milliseconds,
    Seconds,
};

/// How long one of `unit` is.
constexpr Duration unitDuration(TimeUnit unit)
{
    switch (unit) {
    case TimeUnit::Microseconds:
        return std::chrono::microseconds(1);
    case TimeUnit::Seconds:
        return std::chrono::seconds(1);
    case TimeUnit::Slots:
    case TimeUnit::Milliseconds:
        break;
    }
    return std::chrono::milliseconds(1);
}

/// `slots`, `us`, `ms` or `s`, as files and the command line spell it.
std::string_view unitName(TimeUnit unit);

/// The exact decimal number of `unit`s in `time`, without trailing zeros and without the unit.
std::string timeNumber(Duration time, TimeUnit unit);

/// A time as written, with the unit that it was written in.
struct ParsedTime
{
    Duration value {};
    TimeUnit unit = TimeUnit::Slots;
    /// True for `0` without a unit, which means the same in each.
    bool unitless = false;
};

/// Reads `3`, `0.5` (slots), `250us`, `1.5ms` or `2s`, exactly. `subject` names the value in the
/// error: not a number, an unknown unit, finer than a picosecond, or too large.
Result<ParsedTime> parseTime(std::string_view text, std::string_view subject);

} // namespace pipegantt
