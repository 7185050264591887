// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/look.h"
#include "ui/timeline/rowdetail.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace pipegantt {

/// The hatching of bubbles, and a pattern for each cause of idle time, as pixels. None changes what
/// the pixels tell: lines of a hatch are as much darker as the rest is lighter, and the patterns of
/// causes are of green alone, which says nothing about idle time.
class BubblePatterns
{
public:
    void lay(const Look& look, double devicePixelRatio);

    /// Lines after which a pattern repeats.
    [[nodiscard]] int period() const { return m_period; }
    /// Paints what of line `y` is `bubble`.
    void paint(const RowDetail::Bubble& bubble, int y, std::span<std::uint32_t> line) const;

    /// Whether the line of the pattern of `cause` runs through (x, y), in parts of the period.
    static bool isLine(IdleCause cause, double x, double y, double thickness);

private:
    using Tile = std::vector<std::uint32_t>; ///< `m_period` lines of as many pixels

    [[nodiscard]] Tile hatch(const Look& look, double thickness) const;
    [[nodiscard]] Tile causeTile(const Look& look, IdleCause cause, double thickness) const;

    int m_period = 1;
    std::array<Tile, 1 + kIdleCauseCount> m_tiles;
};

} // namespace pipegantt
