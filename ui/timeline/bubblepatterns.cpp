// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/bubblepatterns.h"

#include "ui/timeline/sampledshare.h"

#include <algorithm>
#include <cmath>

namespace pipegantt {

namespace {

constexpr double kPeriod = 7;
constexpr double kLine = 1.1;
// What a line of a cause adds to the green of its colour, or takes away.
constexpr int kGreenStep = 52;

std::uint32_t channel(Color color, unsigned shift)
{
    return color.argb() >> shift & 0xffU;
}

} // namespace

void BubblePatterns::lay(const Look& look, double devicePixelRatio)
{
    m_period = static_cast<int>(std::max(4.0, std::round(kPeriod * devicePixelRatio)));
    const double thickness = kLine * devicePixelRatio;
    m_tiles[0] = hatch(look, thickness * std::sqrt(2.0));
    for (std::size_t i = 0; i < kIdleCauseCount; ++i)
        m_tiles[i + 1] = causeTile(look, static_cast<IdleCause>(i), thickness / m_period);
}

void BubblePatterns::paint(
    const RowDetail::Bubble& bubble, int y, std::span<std::uint32_t> line) const
{
    const Tile& tile = m_tiles[bubble.pattern];
    const auto period = static_cast<std::size_t>(m_period);
    const std::uint32_t* row = tile.data() + static_cast<std::size_t>(y) % period * period;
    std::size_t phase = static_cast<std::size_t>(bubble.span.left) % period;
    for (int x = bubble.span.left; x < bubble.span.right; ++x) {
        line[static_cast<std::size_t>(x)] = row[phase];
        phase = phase + 1 == period ? 0 : phase + 1;
    }
}

bool BubblePatterns::isLine(IdleCause cause, double x, double y, double thickness)
{
    const auto near = [](double at, double width) { return at - std::floor(at) < width; };
    const double slanted = thickness * std::sqrt(2.0);
    switch (cause) {
    case IdleCause::WarmUp:
        return near(x + y, slanted);
    case IdleCause::Drain:
        return near(x - y, slanted);
    case IdleCause::Message:
        return near(x, 2 * thickness) && near(y, 2 * thickness);
    case IdleCause::Dependency:
        return near(y, thickness);
    case IdleCause::Imbalance:
        break;
    }
    return near(x, thickness) || near(y, thickness);
}

// Lines at 45 degrees: the colour depends on x + y alone, and the mean of a period is the bubble's.
BubblePatterns::Tile BubblePatterns::hatch(const Look& look, double thickness) const
{
    const auto period = static_cast<std::size_t>(m_period);
    std::vector<double> shares;
    double covered = 0;
    for (std::size_t phase = 0; phase < period; ++phase) {
        shares.push_back(sampledShare(static_cast<double>(phase), 0,
            [&](double x, double y) { return std::fmod(x + y, m_period) < thickness; }));
        covered += shares.back() / m_period;
    }
    std::vector<std::uint32_t> line(period, 0xff000000U);
    for (const unsigned shift : {0U, 8U, 16U}) {
        const double bubble = channel(look.bubble, shift);
        const double step = channel(look.hatch, shift) - bubble;
        double owed = 0.5;
        for (std::size_t phase = 0; phase < period; ++phase) {
            const double wanted = bubble + step * (shares[phase] - covered) + owed;
            const double given = std::clamp(std::floor(wanted + 1e-9), 0.0, 255.0);
            owed = wanted - given;
            line[phase] |= static_cast<std::uint32_t>(given) << shift;
        }
    }
    Tile tile;
    for (std::size_t y = 0; y < period; ++y) {
        for (std::size_t x = 0; x < period; ++x)
            tile.push_back(line[(x + y) % period]);
    }
    return tile;
}

BubblePatterns::Tile BubblePatterns::causeTile(
    const Look& look, IdleCause cause, double thickness) const
{
    const Color base = look.idleCauses[static_cast<std::size_t>(cause)];
    const int step = base.green >= kGreenStep && look.bubble.green > 128 ? -kGreenStep : kGreenStep;
    Tile tile;
    for (int y = 0; y < m_period; ++y) {
        for (int x = 0; x < m_period; ++x) {
            const float share = sampledShare(x, y, [&](double px, double py) {
                return isLine(cause, px / m_period, py / m_period, thickness);
            });
            Color color = base;
            color.green = static_cast<std::uint8_t>(
                std::lround(base.green + share * static_cast<float>(step)));
            tile.push_back(color.argb());
        }
    }
    return tile;
}

} // namespace pipegantt
