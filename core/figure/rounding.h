// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace pipegantt {

/// A pixel before it is rounded: the exact mix of colours as blue, green, red, and nothing, in
/// levels of a channel.
using Mix = std::array<float, 4>;

/// Rounds a line from left to right. What rounding takes from a pixel it gives to the next, so that
/// from the left to any column the sum of a channel is the exact one to within one level. Pixels of
/// whole levels owe nothing and may be passed over.
class Rounding
{
public:
    /// The next pixel.
    std::uint32_t pixel(const Mix& wanted)
    {
        std::uint32_t rounded = 0xff000000U;
        for (unsigned channel = 0; channel < kChannels; ++channel) {
            const std::uint32_t before = m_sums[channel];
            m_sums[channel] += fixed(wanted[channel]);
            rounded |= level(before, m_sums[channel]) << 8U * channel;
        }
        return rounded;
    }
    /// The next pixels, one for each mix.
    void pixels(std::span<const Mix> wanted, std::span<std::uint32_t> rounded);
    /// The next pixels, which are all of one mix.
    void run(const Mix& wanted, std::span<std::uint32_t> rounded);

private:
    // In fixed point a pixel is the difference of two sums from the left, each rounded down. They
    // may overflow: the difference is right as long as a level fits above the point.
    static constexpr unsigned kFraction = 13;
    static constexpr std::uint32_t kOne = std::uint32_t {1} << kFraction;
    static constexpr unsigned kChannels = 3;
    using Sums = std::array<std::uint32_t, 4>;

    static std::uint32_t fixed(float level)
    {
        // Rounded by hand: lround is a call a channel, and nothing here is below zero.
        const float ones = level * kOne + 0.5F;
        return static_cast<std::uint32_t>(static_cast<std::int32_t>(ones));
    }
    static std::uint32_t level(std::uint32_t before, std::uint32_t after)
    {
        return ((after >> kFraction) - (before >> kFraction)) & 0xffU;
    }
    static void roundAll(const Mix* wanted, std::uint32_t* rounded, std::size_t count, Sums& sums);
    static void roundRun(
        const Sums& step, std::uint32_t* rounded, std::size_t count, const Sums& sums);

    Sums m_sums {kOne / 2, kOne / 2, kOne / 2, 0};
};

} // namespace pipegantt
