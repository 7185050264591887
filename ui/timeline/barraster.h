// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/coverage.h"
#include "core/figure/fills.h"
#include "core/figure/look.h"
#include "core/figure/sharedline.h"
#include "core/figure/timescale.h"
#include "core/run/run.h"
#include "ui/timeline/bubblepatterns.h"
#include "ui/timeline/canvas.h"
#include "ui/timeline/rowdetail.h"
#include "ui/timeline/rows.h"

#include <QImage>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace pipegantt {

class RowOrder;

/// The bars and bubbles of a run as pixels. Everything starts from the exact coverage of each pixel
/// column; wide bars and bubbles get their detail on top (RowDetail). Without detail and cursor
/// each pixel is the exact mix of what runs on the devices and in the time that it covers; with
/// them, each pixel that has none. Hatching darkens and lightens a bubble by as much. Cost follows
/// pixels and visible operations; once it has painted a size, it allocates nothing.
class BarRaster
{
public:
    struct Request
    {
        const Run* run = nullptr;
        const Look* look = nullptr;
        ColorBy colorBy = ColorBy::Kind;
        /// The idle time of the run by cause; needed to colour by it.
        const IdleParts* idle = nullptr;
        /// Whose idle time a row shows; devices in their order where it is null.
        const RowOrder* order = nullptr;
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
    /// The same into `canvas`, which has the size of the request.
    void paintInto(const Request& request, const Canvas& canvas);

    /// The width of a picture in device pixels.
    static int widthOf(const Request& request);

private:
    [[nodiscard]] bool tellsCauses() const { return m_request.colorBy == ColorBy::IdleCause; }
    [[nodiscard]] std::span<const IdlePart> idleOf(int row) const;
    void layCorner();
    void paintRow(const Fills& fills, int device);
    void layDetail(const Fills& fills, int device, std::span<const std::uint32_t> line);
    [[nodiscard]] RowDetail::Subject subjectOf(const Fills& fills, int device) const;
    [[nodiscard]] int fadeFrom(int device) const;
    void hatch(int y, std::span<std::uint32_t> line) const;
    void underline(const Rows::Band& band);
    void roundCorners(const Rows::Band& band);
    void paintGathered(const Fills& fills);
    void mixRow(const Fills& fills, int device);

    Request m_request;
    Canvas m_canvas;
    QImage m_image;
    ColumnEdges m_edges;
    RowDetail m_detail;
    BubblePatterns m_patterns;
    std::vector<float> m_corner; ///< how much of each pixel of the corner the bar covers
    int m_cornerSize = 0;
    MixedRow m_mixed;
    SharedLine m_shared;
};

} // namespace pipegantt
