// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/ticks.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

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

std::vector<Tick> ticks(
    const TimeScale& scale, TimeUnit unit, double leastSpacing, const Excerpt* excerpt)
{
    if (excerpt == nullptr || !excerpt->isPart())
        return ticks(scale, unit, leastSpacing);
    std::vector<Tick> marks;
    const std::vector<Break>& breaks = excerpt->breaks;
    for (std::size_t part = 0; part <= breaks.size(); ++part) {
        const Duration from = part == 0 ? Duration::zero() : breaks[part - 1].at;
        const Duration begin = std::max(scale.begin(), from);
        // What is at a break is after it.
        const Duration end = part == breaks.size()
            ? scale.end()
            : std::min(scale.end(), breaks[part].at - Duration(1));
        if (begin >= end)
            continue;
        const Duration delay = excerpt->delay(from);
        const TimeScale section(begin + delay, end + delay, scale.lengthPx(end - begin));
        const double left = scale.toPx(begin);
        for (Tick& tick : ticks(section, unit, leastSpacing)) {
            tick.when -= delay;
            tick.px += left;
            if (marks.empty() || tick.px - marks.back().px >= leastSpacing)
                marks.push_back(std::move(tick));
        }
    }
    return marks;
}

} // namespace pipegantt
