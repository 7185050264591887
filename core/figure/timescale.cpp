// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/timescale.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace pipegantt {

namespace {

// Far outside any plan, and near enough to zero that differences of two instants stay in range.
constexpr std::int64_t kFarthest = std::int64_t {1} << 61;

// A long double holds every int64 exactly where it has 64 bits of mantissa (x86); elsewhere a
// window of less than two and a half hours is still exact to the picosecond.
Duration floored(long double picoseconds)
{
    const long double farthest = kFarthest;
    return Duration(
        static_cast<std::int64_t>(std::floor(std::clamp(picoseconds, -farthest, farthest))));
}

Duration rounded(long double picoseconds)
{
    return floored(picoseconds + 0.5L);
}

} // namespace

double TimeScale::toPx(Duration time) const
{
    return lengthPx(time - m_begin);
}

double TimeScale::lengthPx(Duration duration) const
{
    return static_cast<double>(duration.count()) * m_width
        / static_cast<double>((m_end - m_begin).count());
}

Duration TimeScale::toTime(double px) const
{
    const long double span = static_cast<long double>((m_end - m_begin).count());
    return m_begin + floored(static_cast<long double>(px) * span / m_width);
}

TimeScale TimeScale::zoomedAt(double px, double factor) const
{
    const long double span = static_cast<long double>((m_end - m_begin).count());
    const Duration newSpan = std::max(rounded(span / factor), Duration(1));
    const long double shrunkBy = span - static_cast<long double>(newSpan.count());
    const Duration begin = m_begin + rounded(shrunkBy * px / m_width);
    return {begin, begin + newSpan, m_width};
}

TimeScale TimeScale::pannedBy(double px) const
{
    const long double span = static_cast<long double>((m_end - m_begin).count());
    const Duration shift = rounded(static_cast<long double>(px) * span / m_width);
    return {m_begin - shift, m_end - shift, m_width};
}

TimeScale TimeScale::confinedTo(Duration limit, Duration least) const
{
    const Duration old = m_end - m_begin;
    const Duration span = std::min(std::max(old, least), limit);
    const Duration centred = m_begin + (old - span) / 2;
    const Duration begin = std::clamp(centred, Duration::zero(), limit - span);
    return {begin, begin + span, m_width};
}

} // namespace pipegantt
