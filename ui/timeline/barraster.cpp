// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/barraster.h"

#include "core/figure/rowscan.h"
#include "core/simulate/idle.h"
#include "ui/timeline/roworder.h"
#include "ui/timeline/sampledshare.h"

#include <algorithm>
#include <cmath>

namespace pipegantt {

namespace {

constexpr double kMarkHeight = 8;
constexpr double kThickestMark = 3;
constexpr double kCornerRadius = 2;
// How much is left of the colour of what has not started yet.
constexpr float kFadedShare = 0.16F;

std::uint32_t channel(std::uint32_t pixel, unsigned shift)
{
    return pixel >> shift & 0xffU;
}

std::uint32_t blend(std::uint32_t under, std::uint32_t over, float share)
{
    std::uint32_t mixed = 0xff000000U;
    for (const unsigned shift : {0U, 8U, 16U}) {
        const auto a = static_cast<float>(channel(under, shift));
        const auto b = static_cast<float>(channel(over, shift));
        mixed |= static_cast<std::uint32_t>(a + (b - a) * share + 0.5F) << shift;
    }
    return mixed;
}

} // namespace

const QImage& BarRaster::paint(const Request& request)
{
    const QSize size(widthOf(request), request.rows.heightPx);
    if (m_image.size() != size)
        m_image = QImage(size, QImage::Format_RGB32);
    m_image.setDevicePixelRatio(request.devicePixelRatio);
    paintInto(request,
        {reinterpret_cast<std::uint32_t*>(m_image.bits()), m_image.bytesPerLine() / 4, size.width(),
            size.height()});
    return m_image;
}

void BarRaster::paintInto(const Request& request, const Canvas& canvas)
{
    const bool newStyle = m_request.look != request.look || m_corner.empty()
        || m_request.devicePixelRatio != request.devicePixelRatio;
    m_request = request;
    m_canvas = canvas;
    if (newStyle) {
        m_patterns.lay(*request.look, request.devicePixelRatio);
        layCorner();
    }
    m_edges.lay(request.scale, static_cast<std::size_t>(canvas.width), request.run->timeline);
    const Fills fills(*request.look, request.run->schedule, request.colorBy);
    if (request.rows.areGathered()) {
        paintGathered(fills);
    } else {
        for (int device = 0; device < request.rows.devices; ++device)
            paintRow(fills, device);
    }
}

int BarRaster::widthOf(const Request& request)
{
    return std::max(1, static_cast<int>(std::lround(request.scale.width())));
}

std::span<const IdlePart> BarRaster::idleOf(int row) const
{
    return m_request.idle->row(m_request.order == nullptr ? row : m_request.order->at(row).device);
}

void BarRaster::layCorner()
{
    const double radius = kCornerRadius * m_request.devicePixelRatio;
    m_cornerSize = static_cast<int>(std::ceil(radius));
    m_corner.clear();
    for (int y = 0; y < m_cornerSize; ++y) {
        for (int x = 0; x < m_cornerSize; ++x) {
            m_corner.push_back(sampledShare(x, y, [radius](double px, double py) {
                return px > radius || py > radius || std::hypot(radius - px, radius - py) <= radius;
            }));
        }
    }
}

void BarRaster::paintRow(const Fills& fills, int device)
{
    const Run& run = *m_request.run;
    const Rows::Band band = m_request.rows.band(device);
    const int next = device + 1 < m_request.rows.devices ? m_request.rows.band(device + 1).top
                                                         : m_request.rows.heightPx;
    const std::span<std::uint32_t> first = m_canvas.line(band.top);
    if (tellsCauses())
        paintIdle(idleOf(device), fills, m_edges, first);
    else
        paintCoverage(run.schedule, run.timeline, device, fills, m_edges, first);
    layDetail(fills, device, first);
    for (const RowDetail::Stroke& stroke : m_detail.strokes())
        std::fill(first.begin() + stroke.span.left, first.begin() + stroke.span.right,
            stroke.color.argb());
    if (m_request.cursor) {
        const int from = fadeFrom(device);
        for (std::uint32_t& pixel : first.subspan(static_cast<std::size_t>(from)))
            pixel = blend(m_request.background.argb(), pixel, kFadedShare);
        m_detail.cutAt(from);
    }

    // The hatch repeats after its period: so many lines are made, the rest are copies.
    const bool hatched = !m_detail.bubbles().empty()
        && band.height() >= RowDetail::kHatchWidth * m_request.devicePixelRatio;
    const int period = hatched ? m_patterns.period() : 1;
    for (int y = band.top + 1; y < std::min(band.top + period, band.bottom); ++y)
        std::ranges::copy(first, m_canvas.line(y).begin());
    if (hatched) {
        for (int y = band.top; y < std::min(band.top + period, band.bottom); ++y)
            hatch(y, m_canvas.line(y));
    }
    for (int y = band.top + period; y < band.bottom; ++y)
        std::ranges::copy(m_canvas.line(y - period), m_canvas.line(y).begin());
    underline(band);
    roundCorners(band);
    for (int y = band.bottom; y < next; ++y)
        std::ranges::fill(m_canvas.line(y), m_request.background.argb());
}

// Where there are more operations than pixels it looks at the pixels instead, so that the cost
// stays theirs.
void BarRaster::layDetail(const Fills& fills, int device, std::span<const std::uint32_t> line)
{
    m_detail.clear();
    if (!m_request.detailed)
        return;
    const Run& run = *m_request.run;
    const IndexRange range =
        visibleOperations(run.timeline, device, m_request.scale.begin(), m_request.scale.end());
    if (range.last - range.first <= static_cast<std::size_t>(m_canvas.width))
        m_detail.lay(subjectOf(fills, device), device, m_canvas.width);
    else if (tellsCauses())
        m_detail.layParts(subjectOf(fills, device), m_canvas.width);
    else
        m_detail.layBubbles(line, fills.bubble().argb(), m_request.devicePixelRatio);
}

RowDetail::Subject BarRaster::subjectOf(const Fills& fills, int device) const
{
    return {*m_request.run, fills, tellsCauses() ? idleOf(device) : std::span<const IdlePart>(),
        m_request.scale, m_request.background, m_request.devicePixelRatio};
}

// What starts after the cursor turns pale; what runs at the cursor keeps its colour to its end.
int BarRaster::fadeFrom(int device) const
{
    const Run& run = *m_request.run;
    Duration from = *m_request.cursor;
    if (from < run.timeline.makespan) {
        const Moment moment = momentAt(run.schedule, run.timeline, device, from);
        if (!moment.idle)
            from = moment.end;
    }
    return std::clamp(pixelsOf(m_request.scale, from, from).left, 0, m_canvas.width);
}

void BarRaster::hatch(int y, std::span<std::uint32_t> line) const
{
    for (const RowDetail::Bubble& bubble : m_detail.bubbles())
        m_patterns.paint(bubble, y, line);
}

// A line a little above the foot of the bars, so that it stays within them.
void BarRaster::underline(const Rows::Band& band)
{
    const double ratio = m_request.devicePixelRatio;
    if (m_detail.marks().empty() || band.height() < kMarkHeight * ratio)
        return;
    const double unit = std::clamp(band.height() / 16.0, ratio, kThickestMark * ratio);
    const int thickness = std::max(1, static_cast<int>(std::lround(unit)));
    const int bottom = band.bottom - thickness;
    const int inset = static_cast<int>(std::lround(ratio));
    for (int y = bottom - thickness; y < bottom; ++y) {
        const std::span<std::uint32_t> target = m_canvas.line(y);
        for (const RowDetail::Stroke& mark : m_detail.marks()) {
            const int right = std::min(mark.span.right - inset, m_canvas.width);
            for (int x = std::max(mark.span.left + inset, 0); x < right; ++x)
                target[static_cast<std::size_t>(x)] = mark.color.argb();
        }
    }
}

void BarRaster::roundCorners(const Rows::Band& band)
{
    if (band.height() < RowDetail::kRoundWidth * m_request.devicePixelRatio)
        return;
    const std::uint32_t background = m_request.background.argb();
    for (int dy = 0; dy < m_cornerSize; ++dy) {
        const std::span<std::uint32_t> top = m_canvas.line(band.top + dy);
        const std::span<std::uint32_t> bottom = m_canvas.line(band.bottom - 1 - dy);
        const auto soften = [&](int x, float share) {
            if (x < 0 || x >= m_canvas.width)
                return;
            const auto at = static_cast<std::size_t>(x);
            top[at] = blend(background, top[at], share);
            bottom[at] = blend(background, bottom[at], share);
        };
        for (const PixelSpan bar : m_detail.bars()) {
            for (int dx = 0; dx < m_cornerSize; ++dx) {
                const float share = m_corner[static_cast<std::size_t>(dy * m_cornerSize + dx)];
                if (share >= 1)
                    continue;
                soften(bar.left + dx, share);
                soften(bar.right - 1 - dx, share);
            }
        }
    }
}

// A line is the mix of the rows in it, each by its share of the line; it is rounded once.
void BarRaster::paintGathered(const Fills& fills)
{
    const Rows& rows = m_request.rows;
    int mixed = -1;
    int settled = -1;
    for (int y = 0; y < rows.heightPx; ++y) {
        const Rows::Range range = rows.sharing(y);
        if (range.last - range.first == 1 && range.first == settled) {
            std::ranges::copy(m_canvas.line(y - 1), m_canvas.line(y).begin());
            continue;
        }
        m_shared.clear();
        for (int device = range.first; device < range.last; ++device) {
            if (device != mixed)
                mixRow(fills, device);
            mixed = device;
            m_shared.add(m_mixed,
                static_cast<float>(rows.partOf(device, y)) / static_cast<float>(rows.devices));
        }
        m_shared.settle(m_canvas.line(y));
        settled = range.last - range.first == 1 ? range.first : -1;
    }
}

// One row of several in a line, before it is rounded.
void BarRaster::mixRow(const Fills& fills, int device)
{
    const Run& run = *m_request.run;
    if (tellsCauses())
        mixIdle(idleOf(device), fills, m_edges, m_mixed);
    else
        mixCoverage(run.schedule, run.timeline, device, fills, m_edges, m_mixed);
    m_detail.clear();
    const IndexRange range =
        visibleOperations(run.timeline, device, m_request.scale.begin(), m_request.scale.end());
    if (m_request.detailed && range.last - range.first <= m_mixed.width())
        m_detail.lay(subjectOf(fills, device), device, m_canvas.width);
    for (const RowDetail::Stroke& stroke : m_detail.strokes())
        m_mixed.fill(static_cast<std::size_t>(stroke.span.left),
            static_cast<std::size_t>(stroke.span.right), pixelMix(stroke.color));
    if (!m_request.cursor)
        return;
    const Mix background = pixelMix(m_request.background);
    m_mixed.transform(static_cast<std::size_t>(fadeFrom(device)), [&](Mix mix) {
        for (std::size_t channel = 0; channel < mix.size(); ++channel)
            mix[channel] = background[channel] + (mix[channel] - background[channel]) * kFadedShare;
        return mix;
    });
}

} // namespace pipegantt
