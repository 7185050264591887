// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/ticks.h"

#include <cstdint>
#include <limits>
#include <optional>

namespace pipegantt {

namespace {

// All units are powers of ten of a picosecond, so 1, 2 and 5 times a power of ten of picoseconds
// are round numbers in each of them.
std::optional<Duration> step(const TimeScale& scale, TimeUnit unit, double leastSpacing)
{
    constexpr std::int64_t kLargestPower = 1'000'000'000'000'000'000;
    const std::int64_t finest = unit == TimeUnit::Slots ? unitDuration(unit).count() : 1;
    for (std::int64_t power = finest;; power *= 10) {
        for (const std::int64_t digit : {1, 2, 5}) {
            const Duration candidate(digit * power);
            if (scale.lengthPx(candidate) >= leastSpacing)
                return candidate;
        }
        if (power >= kLargestPower)
            return std::nullopt;
    }
}

} // namespace

std::vector<Tick> ticks(const TimeScale& scale, TimeUnit unit, double leastSpacing)
{
    std::vector<Tick> marks;
    const std::optional<Duration> every = step(scale, unit, leastSpacing);
    if (!every)
        return marks;
    std::int64_t multiple = scale.begin().count() / every->count();
    if (multiple * every->count() < scale.begin().count())
        ++multiple;
    Duration when = multiple * *every;
    while (when <= scale.end()) {
        marks.push_back({when, scale.toPx(when), timeNumber(when, unit)});
        if (when.count() > std::numeric_limits<std::int64_t>::max() - every->count())
            break;
        when += *every;
    }
    return marks;
}

} // namespace pipegantt
