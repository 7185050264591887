// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/rounding.h"

#include "core/base/multiversion.h"

#include <algorithm>
#include <cstring>

namespace pipegantt {

namespace {

/// The four channels of a pixel in one register.
using Floats [[gnu::vector_size(16)]] = float;
using Integers [[gnu::vector_size(16)]] = std::int32_t;
using Words [[gnu::vector_size(16)]] = std::uint32_t;

constexpr std::size_t kBlock = 256;
// Below, a run is no faster than its pixels one by one.
constexpr std::size_t kShortRun = 8;

} // namespace

PIPEGANTT_MULTIVERSION
void Rounding::roundAll(const Mix* wanted, std::uint32_t* rounded, std::size_t count, Sums& sums)
{
    Words sum;
    std::memcpy(&sum, sums.data(), sizeof sum);
    Words before = sum >> kFraction;
    std::array<std::uint32_t, 4 * kBlock> levels;
    for (std::size_t x = 0; x < count; x += kBlock) {
        const std::size_t block = std::min(kBlock, count - x);
        for (std::size_t i = 0; i < block; ++i) {
            Floats mix;
            std::memcpy(&mix, wanted[x + i].data(), sizeof mix);
            const auto step =
                __builtin_convertvector(mix * static_cast<float>(kOne) + 0.5F, Integers);
            sum += reinterpret_cast<Words>(step);
            const Words after = sum >> kFraction;
            const Words level = after - before;
            before = after;
            std::memcpy(levels.data() + 4 * i, &level, sizeof level);
        }
        // Apart from the sums, each of which waits for the last.
        for (std::size_t i = 0; i < block; ++i)
            rounded[x + i] = 0xff000000U | (levels[4 * i] & 0xffU)
                | (levels[4 * i + 1] & 0xffU) << 8U | (levels[4 * i + 2] & 0xffU) << 16U;
    }
    std::memcpy(sums.data(), &sum, sizeof sum);
}

PIPEGANTT_MULTIVERSION
void Rounding::roundRun(
    const Sums& step, std::uint32_t* rounded, std::size_t count, const Sums& sums)
{
    const auto levelsOf = [&](unsigned channel, std::uint32_t i) {
        const std::uint32_t before = sums[channel] + i * step[channel];
        return level(before, before + step[channel]) << 8U * channel;
    };
    const auto end = static_cast<std::uint32_t>(count);
    for (std::uint32_t i = 0; i < end; ++i)
        rounded[i] = 0xff000000U | levelsOf(0, i) | levelsOf(1, i) | levelsOf(2, i);
}

void Rounding::pixels(std::span<const Mix> wanted, std::span<std::uint32_t> rounded)
{
    roundAll(wanted.data(), rounded.data(), rounded.size(), m_sums);
}

void Rounding::run(const Mix& wanted, std::span<std::uint32_t> rounded)
{
    if (rounded.size() < kShortRun) {
        for (std::uint32_t& one : rounded)
            one = pixel(wanted);
        return;
    }
    Sums step {};
    std::uint32_t fraction = 0;
    for (std::size_t channel = 0; channel < kChannels; ++channel) {
        step[channel] = fixed(wanted[channel]);
        fraction |= step[channel] & (kOne - 1);
    }
    if (fraction == 0) {
        std::ranges::fill(rounded, pixel(wanted));
        return;
    }
    roundRun(step, rounded.data(), rounded.size(), m_sums);
    for (std::size_t channel = 0; channel < kChannels; ++channel)
        m_sums[channel] += step[channel] * static_cast<std::uint32_t>(rounded.size());
}

} // namespace pipegantt
