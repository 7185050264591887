// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/pyramid.h"

#include "core/base/multiversion.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace pipegantt {

namespace {

constexpr std::size_t kOperationsPerBin = 4;
constexpr std::size_t kFewestBins = 512;

// Two channels at once: red and blue lie in the even bytes of a pixel, green in an odd one.
constexpr std::uint32_t kEven = 0x00ff00ffU;

std::uint32_t mean(std::uint32_t one, std::uint32_t other, std::uint32_t up)
{
    const std::uint32_t half = up * 0x00010001U;
    const std::uint32_t even = ((one & kEven) + (other & kEven) + half) >> 1U & kEven;
    const std::uint32_t odd = ((one >> 8U & kEven) + (other >> 8U & kEven) + half) >> 1U & kEven;
    return odd << 8U | even;
}

PIPEGANTT_MULTIVERSION
void halve(const std::uint32_t* __restrict from, std::uint32_t* __restrict to, std::size_t count)
{
    // Halves go up and down in turn, so that no row gets lighter.
    for (std::size_t i = 0; i < count; ++i)
        to[i] = mean(from[2 * i], from[2 * i + 1], static_cast<std::uint32_t>(i & 1U));
}

/// Two channels of eight pixels. Products with weights of 256 stay below 2^16.
using Halves [[gnu::vector_size(32)]] = std::uint16_t;
constexpr std::size_t kPixels = sizeof(Halves) / sizeof(std::uint32_t);

// The last pixels, fewer than `kPixels`, are weighed beside others: arrays have room for them.
PIPEGANTT_MULTIVERSION
void weigh(const std::uint32_t* __restrict row, const std::int32_t* __restrict first,
    const std::uint32_t* __restrict one, const std::uint32_t* __restrict two,
    const std::uint32_t* __restrict three, std::uint32_t* __restrict pixels, std::size_t count)
{
    std::array<std::uint32_t, kPixels> a;
    std::array<std::uint32_t, kPixels> b;
    std::array<std::uint32_t, kPixels> c;
    std::array<std::uint32_t, kPixels> mixed;
    const auto load = [](Halves& halves, const std::uint32_t* values) {
        std::memcpy(&halves, values, sizeof halves);
    };
    constexpr auto kLow = Halves {} + std::uint16_t {0xff};
    Halves ofA;
    Halves ofB;
    Halves ofC;
    Halves byOne;
    Halves byTwo;
    Halves byThree;
    for (std::size_t x = 0; x < count; x += kPixels) {
        for (std::size_t i = 0; i < kPixels; ++i) {
            const std::uint32_t* values = row + first[x + i];
            a[i] = values[0];
            b[i] = values[1];
            c[i] = values[2];
        }
        load(ofA, a.data());
        load(ofB, b.data());
        load(ofC, c.data());
        load(byOne, one + x);
        load(byTwo, two + x);
        load(byThree, three + x);
        const Halves even =
            (ofA & kLow) * byOne + (ofB & kLow) * byTwo + (ofC & kLow) * byThree + 0x80;
        const Halves odd = (ofA >> 8) * byOne + (ofB >> 8) * byTwo + (ofC >> 8) * byThree + 0x80;
        const Halves both = (even >> 8) | (odd & ~kLow);
        if (x + kPixels <= count) {
            std::memcpy(pixels + x, &both, sizeof both);
        } else {
            std::memcpy(mixed.data(), &both, sizeof both);
            std::copy_n(mixed.begin(), count - x, pixels + x);
        }
    }
}

PIPEGANTT_MULTIVERSION
void addLine(const std::uint32_t* __restrict line, std::uint32_t weight,
    std::uint32_t* __restrict redBlue, std::uint32_t* __restrict green, std::size_t count)
{
    for (std::size_t x = 0; x < count; ++x) {
        redBlue[x] += (line[x] & kEven) * weight;
        green[x] += (line[x] >> 8U & 0xffU) * weight;
    }
}

PIPEGANTT_MULTIVERSION
void mixLines(const std::uint32_t* __restrict one, std::uint32_t weight,
    const std::uint32_t* __restrict other, std::uint32_t* __restrict line, std::size_t count)
{
    const std::uint32_t rest = 256 - weight;
    for (std::size_t x = 0; x < count; ++x) {
        const std::uint32_t even =
            (one[x] & kEven) * weight + (other[x] & kEven) * rest + 0x00800080U;
        const std::uint32_t odd =
            (one[x] >> 8U & kEven) * weight + (other[x] >> 8U & kEven) * rest + 0x00800080U;
        line[x] = 0xff000000U | (odd & 0xff00ff00U) | (even >> 8U & kEven);
    }
}

PIPEGANTT_MULTIVERSION
void takeLine(const std::uint32_t* __restrict redBlue, const std::uint32_t* __restrict green,
    std::uint32_t* __restrict line, std::size_t count)
{
    for (std::size_t x = 0; x < count; ++x)
        line[x] = 0xff000000U | (redBlue[x] >> 8U & kEven) | ((green[x] + 0x80U) & 0xff00U);
}

} // namespace

CoveragePyramid::CoveragePyramid(
    const Schedule& schedule, const Timeline& timeline, const Fills& fills)
    : m_span(timeline.makespan.count())
{
    const auto devices = static_cast<std::size_t>(schedule.devices());
    std::size_t bins =
        std::max(schedule.operations().size() / devices / kOperationsPerBin, 2 * kFewestBins);
    // A power of two times the coarsest level: every level is exactly half of the one below.
    std::size_t halvings = 0;
    for (; bins > kFewestBins; bins = (bins + 1) / 2)
        ++halvings;
    bins <<= halvings;
    for (std::size_t level = 0; level <= halvings; ++level) {
        const std::size_t count = bins >> level;
        m_levels.push_back({count, count + kTaps,
            std::vector<std::uint32_t>((count + kTaps) * devices, fills.bubble().argb())});
    }
    ColumnEdges edges;
    edges.lay(TimeScale(Duration(0), timeline.makespan, static_cast<double>(bins)), bins, timeline);
    for (int device = 0; device < schedule.devices(); ++device) {
        const auto row = [&](Level& level) {
            return level.values.data() + static_cast<std::size_t>(device) * level.stride;
        };
        paintCoverage(schedule, timeline, device, fills, edges, {row(m_levels[0]), bins});
        for (std::size_t level = 1; level < m_levels.size(); ++level)
            halve(row(m_levels[level - 1]), row(m_levels[level]), m_levels[level].bins);
    }
}

bool CoveragePyramid::covers(const TimeScale& scale, std::size_t columns) const
{
    const double column =
        static_cast<double>((scale.end() - scale.begin()).count()) / static_cast<double>(columns);
    return column * static_cast<double>(m_levels[0].bins) >= static_cast<double>(m_span)
        && column * static_cast<double>(m_levels.back().bins) < 2.0 * static_cast<double>(m_span);
}

// A column is one to two values of its level long, and so lies in three at most.
void CoveragePyramid::aim(const TimeScale& scale, std::size_t columns)
{
    const double length = static_cast<double>((scale.end() - scale.begin()).count())
        / static_cast<double>(columns) / static_cast<double>(m_span);
    m_level = 0;
    while (m_level + 1 < m_levels.size()
        && length * static_cast<double>(m_levels[m_level + 1].bins) >= 1)
        ++m_level;
    const auto bins = static_cast<double>(m_levels[m_level].bins);
    const double step = length * bins;
    const double begin =
        static_cast<double>(scale.begin().count()) / static_cast<double>(m_span) * bins;
    m_first.resize(columns + kPixels);
    for (auto& weights : m_weights)
        weights.resize(columns + kPixels);
    for (std::size_t x = 0; x < columns; ++x) {
        const double left = begin + static_cast<double>(x) * step;
        const double first = std::clamp(std::floor(left), 0.0, bins);
        m_first[x] = static_cast<std::int32_t>(first);
        // Rounded at their edges, so that they are 256 together.
        int before = 0;
        for (std::size_t tap = 0; tap < kTaps; ++tap) {
            const double covered =
                tap + 1 == kTaps ? 1 : (first + static_cast<double>(tap) + 1 - left) / step;
            const int until = static_cast<int>(std::lround(256 * std::clamp(covered, 0.0, 1.0)));
            m_weights[tap][x] = static_cast<std::uint32_t>(until - before) * 0x00010001U;
            before = until;
        }
    }
}

void CoveragePyramid::paint(int device, std::span<std::uint32_t> pixels) const
{
    const Level& level = m_levels[m_level];
    weigh(level.values.data() + static_cast<std::size_t>(device) * level.stride, m_first.data(),
        m_weights[0].data(), m_weights[1].data(), m_weights[2].data(), pixels.data(),
        pixels.size());
}

std::size_t CoveragePyramid::bytes() const
{
    std::size_t bytes = 0;
    for (const Level& level : m_levels)
        bytes += level.values.size() * sizeof(std::uint32_t);
    return bytes;
}

void LineMixer::clear(std::size_t width)
{
    m_redBlue.assign(width, 0x00800080U);
    m_green.assign(width, 0);
}

void LineMixer::add(std::span<const std::uint32_t> line, std::uint32_t weight)
{
    addLine(line.data(), weight, m_redBlue.data(), m_green.data(), line.size());
}

void LineMixer::take(std::span<std::uint32_t> line) const
{
    takeLine(m_redBlue.data(), m_green.data(), line.data(), line.size());
}

void LineMixer::mix(std::span<const std::uint32_t> one, std::uint32_t weight,
    std::span<const std::uint32_t> other, std::span<std::uint32_t> line)
{
    mixLines(one.data(), weight, other.data(), line.data(), line.size());
}

} // namespace pipegantt
