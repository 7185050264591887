// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/coverage.h"
#include "core/figure/fills.h"
#include "core/figure/timescale.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pipegantt {

/// Rows of a run painted once, finely, and halved again and again, so that windows of time that
/// move are painted from few values a pixel, however many operations they show. A picture from it
/// is a little smoother than the exact one: for as long as something moves. About 2 bytes an
/// operation.
class CoveragePyramid
{
public:
    /// Paints the finest level, four operations a value in the mean: O(operations).
    CoveragePyramid(const Schedule& schedule, const Timeline& timeline, const Fills& fills);

    /// Whether its values are fine enough for a window in `columns`.
    [[nodiscard]] bool covers(const TimeScale& scale, std::size_t columns) const;

    /// Chooses the level and the weights for the rows to come; `covers` it.
    void aim(const TimeScale& scale, std::size_t columns);
    /// Paints the row of `device` as `paintCoverage` would, nearly. O(columns).
    void paint(int device, std::span<std::uint32_t> pixels) const;

    [[nodiscard]] std::size_t bytes() const;

private:
    struct Level
    {
        std::size_t bins = 0;
        std::size_t stride = 0; ///< a row with room for the weights of its last column
        std::vector<std::uint32_t> values;
    };

    std::int64_t m_span;
    std::vector<Level> m_levels;
    std::size_t m_level = 0;
    /// Of each column: its first value, and the weights of three, together 256.
    std::vector<std::int32_t> m_first;
    static constexpr std::size_t kTaps = 3;
    std::array<std::vector<std::uint32_t>, kTaps> m_weights;
};

/// Mixes lines of pixels that share one: adds `weight` of 256 of each, and takes the sum.
class LineMixer
{
public:
    void clear(std::size_t width);
    void add(std::span<const std::uint32_t> line, std::uint32_t weight);
    void take(std::span<std::uint32_t> line) const;

    /// The same at once for just two: `weight` of `one`, and the rest of the 256 of `other`.
    static void mix(std::span<const std::uint32_t> one, std::uint32_t weight,
        std::span<const std::uint32_t> other, std::span<std::uint32_t> line);

private:
    std::vector<std::uint32_t> m_redBlue;
    std::vector<std::uint32_t> m_green;
};

} // namespace pipegantt
