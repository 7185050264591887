// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/caption.h"
#include "core/figure/chart.h"
#include "core/figure/coverage.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace pipegantt {

namespace {

/// The most rectangles that a figure of strips may have; a file stays below a few megabytes.
constexpr std::size_t kMostStrips = 24'000;
/// Colour differences, in one channel, up to which neighbours may become one strip. Where the
/// coarsest still leaves too many strips, columns become wider.
constexpr std::array kTolerances {16, 32, 64};

/// Columns [first, last) of one row, and the mean of their colours.
struct Strip
{
    int first = 0;
    int last = 0;
    Color color;
};

constexpr Color unpacked(std::uint32_t argb)
{
    return {static_cast<std::uint8_t>(argb >> 16U & 255U),
        static_cast<std::uint8_t>(argb >> 8U & 255U), static_cast<std::uint8_t>(argb & 255U)};
}

bool isClose(Color a, Color b, int tolerance)
{
    return std::abs(a.red - b.red) <= tolerance && std::abs(a.green - b.green) <= tolerance
        && std::abs(a.blue - b.blue) <= tolerance;
}

/// Adds the strips of a row of pixels. A pure bubble never mixes with a column where work runs.
void gather(
    std::span<const std::uint32_t> pixels, Color bubble, int tolerance, std::vector<Strip>& strips)
{
    const auto count = static_cast<int>(pixels.size());
    for (int first = 0; first < count;) {
        const Color start = unpacked(pixels[static_cast<std::size_t>(first)]);
        std::array<std::int64_t, 3> sums {start.red, start.green, start.blue};
        int last = first + 1;
        for (; last < count; ++last) {
            const Color color = unpacked(pixels[static_cast<std::size_t>(last)]);
            if ((color == bubble) != (start == bubble) || !isClose(color, start, tolerance))
                break;
            sums[0] += color.red;
            sums[1] += color.green;
            sums[2] += color.blue;
        }
        const std::int64_t width = last - first;
        const std::int64_t twice = 2 * width;
        const auto mean = [&](std::size_t channel) {
            return static_cast<std::uint8_t>((2 * sums[channel] + width) / twice);
        };
        strips.push_back({first, last, {mean(0), mean(1), mean(2)}});
        first = last;
    }
}

/// All rows at one resolution.
struct Raster
{
    int columns = 0;
    std::vector<std::uint32_t> pixels;

    [[nodiscard]] std::span<const std::uint32_t> row(int device) const
    {
        const auto width = static_cast<std::size_t>(columns);
        return std::span(pixels).subspan(static_cast<std::size_t>(device) * width, width);
    }
};

Raster rasterize(const FigureSubject& subject, const Look& look, int columns)
{
    const auto width = static_cast<std::size_t>(columns);
    const auto rows = static_cast<std::size_t>(subject.schedule.devices());
    Raster raster {columns, std::vector<std::uint32_t>(width * rows)};
    const TimeScale scale(Duration(0), subject.timeline.makespan, columns);
    ColumnEdges edges;
    for (std::size_t device = 0; device < rows; ++device)
        paintCoverage(subject.schedule, subject.timeline, static_cast<int>(device), scale, look,
            std::span(raster.pixels).subspan(device * width, width), edges);
    return raster;
}

/// The strips of every row, few enough.
struct StripRows
{
    int columns = 0;
    std::vector<std::vector<Strip>> rows;
};

StripRows gatherAll(const FigureSubject& subject, const Look& look, int columns)
{
    const int devices = subject.schedule.devices();
    while (true) {
        const Raster raster = rasterize(subject, look, columns);
        for (const int tolerance : kTolerances) {
            StripRows found {columns, {}};
            std::size_t count = 0;
            for (int device = 0; device < devices && count <= kMostStrips; ++device) {
                gather(raster.row(device), look.bubble, tolerance, found.rows.emplace_back());
                count += found.rows.back().size();
            }
            if (count <= kMostStrips || columns == 1)
                return found;
        }
        columns = std::max(1, columns / 2);
    }
}

} // namespace

ChartLayers layoutStrips(
    const FigureSubject& subject, const FigureOptions& options, const ChartFrame& frame)
{
    const Look& look = *options.look;
    const auto finest = static_cast<int>(frame.width / (kThinnestBarMm * kPointsPerMm));
    const StripRows strips = gatherAll(subject, look, std::max(1, finest));
    const double columnWidth = frame.width / strips.columns;
    const int devices = subject.schedule.devices();
    ChartLayers layers;
    PageNode hatch;
    hatch.id = "hatch";
    for (int device = 0; device < devices; ++device) {
        PageNode operations = rowNode(subject.schedule, device);
        operations.seamless = true;
        PageNode bubbles;
        bubbles.id = "bubbles-" + std::to_string(device);
        bubbles.seamless = true;
        for (const Strip& strip : strips.rows[static_cast<std::size_t>(device)]) {
            const PageRect area {frame.left + strip.first * columnWidth, frame.rowTop(device),
                (strip.last - strip.first) * columnWidth, frame.rowHeight, strip.color, 0};
            const bool isBubble = strip.color == look.bubble;
            (isBubble ? bubbles : operations).shapes.emplace_back(area);
            if (isBubble)
                addHatch(hatch, area, look, frame.fontSize);
        }
        layers.operations.children.push_back(std::move(operations));
        if (!bubbles.shapes.empty())
            layers.bubbles.children.push_back(std::move(bubbles));
    }
    if (!hatch.shapes.empty())
        layers.bubbles.children.push_back(std::move(hatch));
    return layers;
}

} // namespace pipegantt
