// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/look.h"
#include "core/figure/timescale.h"
#include "core/run/run.h"
#include "ui/timeline/rows.h"

#include <QImage>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace pipegantt {

/// The bars and bubbles of a run as pixels. Everything starts from the exact coverage of each pixel
/// column; bars and bubbles that are wide enough get sharp edges, one-pixel gaps, round corners and
/// hatching on top. Cost follows pixels and visible operations; once it has painted a size, it
/// allocates nothing.
class BarRaster
{
public:
    struct Request
    {
        const Run* run = nullptr;
        const Look* look = nullptr;
        /// Between rows and bars.
        Color background;
        /// The window of time over the width in device pixels.
        TimeScale scale {Duration(0), Duration(1), 1};
        Rows rows;
        double devicePixelRatio = 1;
        /// Whether wide bars get edges, gaps and hatching.
        bool detailed = true;
        /// Operations that start later are faded; nothing is where there is no cursor.
        std::optional<Duration> cursor;
    };

    /// The picture of `request`, valid until the next call.
    const QImage& paint(const Request& request);

private:
    struct PixelSpan
    {
        int left;
        int right;
    };
    /// The line under what belongs to the second of two directions.
    struct Mark
    {
        PixelSpan span;
        std::uint32_t color;
    };

    void prepare(const Request& request);
    void layHatch();
    void layCorner();
    void paintRow(int device);
    void sharpen(int device, std::span<std::uint32_t> line);
    void findBubbles(std::span<const std::uint32_t> line);
    void markDirections(int device, std::size_t operation, PixelSpan bar, std::uint32_t fill);
    void addGap(Duration begin, Duration end, std::span<std::uint32_t> line);
    void fade(int device, std::span<std::uint32_t> line);
    void hatch(int y, std::span<std::uint32_t> line) const;
    void underline(const Rows::Band& band);
    void roundCorners(const Rows::Band& band);
    void paintShared();
    [[nodiscard]] PixelSpan pixels(Duration begin, Duration end) const;
    [[nodiscard]] std::span<std::uint32_t> line(int y);

    Request m_request;
    QImage m_image;
    std::vector<std::int64_t> m_edges;
    std::vector<PixelSpan> m_bubbles;
    std::vector<PixelSpan> m_bars;
    std::vector<Mark> m_marks;
    std::vector<std::uint32_t> m_hatch; ///< colours along a line of the pattern
    std::vector<float> m_corner; ///< how much of each pixel of the corner the bar covers
    int m_cornerSize = 0;
    std::vector<std::uint32_t> m_sums;
    std::vector<std::uint32_t> m_scratch;
};

} // namespace pipegantt
