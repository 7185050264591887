// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/fills.h"
#include "core/figure/timescale.h"
#include "core/run/run.h"
#include "core/simulate/idleparts.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace pipegantt {

/// Columns of a raster, in device pixels: [left, right).
struct PixelSpan
{
    int left = 0;
    int right = 0;

    [[nodiscard]] int width() const { return right - left; }
};

/// What the wide bars and bubbles of one row get on top of their exact coverage: edges on whole
/// pixels, a gap behind each bar, hatching, round corners, a line under the second direction. What
/// is narrow gets nothing, so that its pixels stay the exact mix.
class RowDetail
{
public:
    /// Widths from which a thing gets its detail, in device-independent pixels.
    static constexpr double kSharpWidth = 4;
    static constexpr double kGapWidth = 5;
    static constexpr double kHatchWidth = 6;
    static constexpr double kRoundWidth = 10;

    /// Columns in one colour.
    struct Stroke
    {
        PixelSpan span;
        Color color;
    };

    /// Columns that are idle, and the pattern on them: 0 for any cause, 1 + IdleCause where colours
    /// tell causes apart.
    struct Bubble
    {
        PixelSpan span;
        std::size_t pattern = 0;
    };

    struct Subject
    {
        const Run& run;
        const Fills& fills;
        /// Idle time of the row by cause, where the colours tell causes apart.
        std::span<const IdlePart> idle;
        const TimeScale& scale; ///< over the width in device pixels
        Color background;
        double devicePixelRatio;
    };

    void clear();
    /// Of a row with at most as many visible operations as pixels: O(visible operations).
    void lay(const Subject& subject, int device, int widthPx);
    /// Of a row with more: the bubbles that its pixels show. O(pixels).
    void layBubbles(
        std::span<const std::uint32_t> line, std::uint32_t bubble, double devicePixelRatio);
    /// Of such a row where the colours tell causes apart. O(visible parts).
    void layParts(const Subject& subject, int widthPx);
    /// Takes the detail from `from` on away.
    void cutAt(int from);

    /// To be painted in their order.
    [[nodiscard]] const std::vector<Stroke>& strokes() const { return m_strokes; }
    [[nodiscard]] const std::vector<Bubble>& bubbles() const { return m_bubbles; }
    /// Bars with round corners.
    [[nodiscard]] const std::vector<PixelSpan>& bars() const { return m_bars; }
    /// The lines under what belongs to the second of two directions.
    [[nodiscard]] const std::vector<Stroke>& marks() const { return m_marks; }

private:
    /// An end of a bubble; it lies beside a sharp bar, or its pixel is mixed.
    struct Edge
    {
        Duration time {};
        bool sharp = true;
    };

    void addIdle(const Subject& subject, Edge begin, Edge end, int widthPx);
    void addBubble(
        const Subject& subject, Edge begin, Edge end, std::optional<IdleCause> cause, int widthPx);
    void addBar(const Subject& subject, int device, std::size_t operation, Color fill, int widthPx);
    void markDirections(
        const Schedule& schedule, int device, std::size_t operation, PixelSpan bar, Color fill);
    void addStroke(PixelSpan span, Color color, int widthPx);

    std::vector<Stroke> m_strokes;
    std::vector<Bubble> m_bubbles;
    std::vector<PixelSpan> m_bars;
    std::vector<Stroke> m_marks;
};

/// The pixels of [begin, end), each edge at the nearest one; what is far outside is brought near.
PixelSpan pixelsOf(const TimeScale& scale, Duration begin, Duration end);

} // namespace pipegantt
