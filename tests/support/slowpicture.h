// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/fills.h"
#include "core/order/schedule.h"
#include "core/simulate/timeline.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace pipegantt::test {

/// A picture of a schedule by the definition, with no idea of speed: for each pixel it looks at
/// every operation of the row. The sums are whole numbers, a value is their quotient.
class SlowPicture
{
public:
    SlowPicture(const Schedule& schedule, const Timeline& timeline, const Fills& fills)
        : m_schedule(schedule)
        , m_timeline(timeline)
        , m_fills(fills)
    {
    }

    /// Where column `x` of `columns` over [begin, end) begins.
    static std::int64_t edge(
        std::int64_t begin, std::int64_t end, std::int64_t columns, std::int64_t x)
    {
        const std::int64_t span = end - begin;
        return begin + span / columns * x + span % columns * x / columns;
    }

    /// Red, green and blue of `device` over [begin, end).
    [[nodiscard]] std::array<double, 3> mean(int device, std::int64_t begin, std::int64_t end) const
    {
        std::int64_t idle = end - begin;
        std::array<std::int64_t, 3> sums {};
        const RowFills row = m_fills.row(device);
        for (std::size_t i = m_schedule.rowBegin(device); i < m_schedule.rowEnd(device); ++i) {
            const std::int64_t work = std::min(end, m_timeline.end(i).count())
                - std::max(begin, m_timeline.start(i).count());
            if (work <= 0)
                continue;
            add(sums, m_fills.color(row.of(m_schedule.operations()[i])), work);
            idle -= work;
        }
        add(sums, m_fills.bubble(), idle);
        std::array<double, 3> mean {};
        for (std::size_t channel = 0; channel < 3; ++channel)
            mean[channel] = static_cast<double>(sums[channel]) / static_cast<double>(end - begin);
        return mean;
    }

    /// The share of [begin, end) in which `device` is idle.
    [[nodiscard]] double idle(int device, std::int64_t begin, std::int64_t end) const
    {
        std::int64_t busy = 0;
        for (std::size_t i = m_schedule.rowBegin(device); i < m_schedule.rowEnd(device); ++i)
            busy += std::max<std::int64_t>(std::min(end, m_timeline.end(i).count())
                    - std::max(begin, m_timeline.start(i).count()),
                0);
        return 1 - static_cast<double>(busy) / static_cast<double>(end - begin);
    }

private:
    static void add(std::array<std::int64_t, 3>& sums, Color color, std::int64_t work)
    {
        sums[0] += work * color.red;
        sums[1] += work * color.green;
        sums[2] += work * color.blue;
    }

    const Schedule& m_schedule;
    const Timeline& m_timeline;
    const Fills& m_fills;
};

/// Red, green and blue of a pixel.
inline std::array<double, 3> channelsOf(std::uint32_t pixel)
{
    return {static_cast<double>(pixel >> 16U & 255U), static_cast<double>(pixel >> 8U & 255U),
        static_cast<double>(pixel & 255U)};
}

inline std::array<double, 3> channelsOf(Color color)
{
    return channelsOf(color.argb());
}

/// How much of a pixel is idle, whatever else is in it: where it is on the way from the plane of
/// all work to that of all idle time.
inline double idleOf(std::uint32_t pixel, const Look& look)
{
    const std::array<double, 3> seen = channelsOf(pixel);
    const std::array<double, 3> bubble = channelsOf(look.bubble);
    return (seen[0] + seen[2] - kBusyRedBlue) / (bubble[0] + bubble[2] - kBusyRedBlue);
}

/// The same by solving the three channels for the shares of three fills; the rest is idle.
inline double solvedIdle(std::uint32_t pixel, Color bubble, const std::array<Color, 3>& fills)
{
    using Vector = std::array<double, 3>;
    const auto minus = [](Vector a, const Vector& b) {
        for (std::size_t i = 0; i < 3; ++i)
            a[i] -= b[i];
        return a;
    };
    const auto determinant = [](const Vector& a, const Vector& b, const Vector& c) {
        return a[0] * (b[1] * c[2] - b[2] * c[1]) - b[0] * (a[1] * c[2] - a[2] * c[1])
            + c[0] * (a[1] * b[2] - a[2] * b[1]);
    };
    const Vector zero = channelsOf(bubble);
    const Vector seen = minus(channelsOf(pixel), zero);
    const Vector a = minus(channelsOf(fills[0]), zero);
    const Vector b = minus(channelsOf(fills[1]), zero);
    const Vector c = minus(channelsOf(fills[2]), zero);
    return 1
        - (determinant(seen, b, c) + determinant(a, seen, c) + determinant(a, b, seen))
        / determinant(a, b, c);
}

} // namespace pipegantt::test
