// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/barraster.h"

#include "core/figure/coverage.h"
#include "core/figure/fills.h"
#include "core/simulate/idle.h"

#include <algorithm>
#include <cmath>

namespace pipegantt {

namespace {

// Widths from which a thing gets its detail, in device-independent pixels.
constexpr double kSharpWidth = 4;
constexpr double kGapWidth = 5;
constexpr double kHatchWidth = 6;
constexpr double kRoundWidth = 10;
constexpr double kMarkHeight = 8;
constexpr double kThickestMark = 3;
constexpr double kCornerRadius = 2;
constexpr double kHatchPeriod = 7;
constexpr double kHatchLine = 1.1;
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

// The share of a square that satisfies `inside`, by sampling its points.
template <class Predicate>
float sampledShare(double left, double top, Predicate inside)
{
    constexpr int kSamples = 16;
    int hits = 0;
    for (int i = 0; i < kSamples * kSamples; ++i) {
        const double x = left + (i % kSamples + 0.5) / kSamples;
        const double y = top + (i / kSamples + 0.5) / kSamples; // NOLINT(*-integer-division)
        hits += inside(x, y) ? 1 : 0;
    }
    return static_cast<float>(hits) / (kSamples * kSamples);
}

} // namespace

const QImage& BarRaster::paint(const Request& request)
{
    prepare(request);
    if (request.rows.devices > request.rows.heightPx) {
        paintShared();
    } else {
        for (int device = 0; device < request.rows.devices; ++device)
            paintRow(device);
    }
    return m_image;
}

void BarRaster::prepare(const Request& request)
{
    const int width = std::max(1, static_cast<int>(std::lround(request.scale.width())));
    const QSize size(width, request.rows.heightPx);
    const bool newStyle = m_request.look != request.look || m_hatch.empty()
        || m_request.devicePixelRatio != request.devicePixelRatio;
    m_request = request;
    m_request = request;
    if (m_image.size() != size)
        m_image = QImage(size, QImage::Format_RGB32);
    m_image.setDevicePixelRatio(request.devicePixelRatio);
    if (newStyle) {
        layHatch();
        layCorner();
    }
}

// Lines at 45 degrees: the colour depends on x + y alone.
void BarRaster::layHatch()
{
    const double period = std::max(4.0, std::round(kHatchPeriod * m_request.devicePixelRatio));
    const double thickness = kHatchLine * m_request.devicePixelRatio * std::sqrt(2.0);
    m_hatch.resize(static_cast<std::size_t>(period));
    for (std::size_t phase = 0; phase < m_hatch.size(); ++phase) {
        const float share = sampledShare(static_cast<double>(phase), 0,
            [&](double x, double y) { return std::fmod(x + y, period) < thickness; });
        m_hatch[phase] = blend(m_request.look->bubble.argb(), m_request.look->hatch.argb(), share);
    }
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

BarRaster::PixelSpan BarRaster::pixels(Duration begin, Duration end) const
{
    // Times far outside would leave the range of int.
    const auto px = [this](Duration time) {
        return static_cast<int>(std::lround(
            std::clamp(m_request.scale.toPx(time), -1e6, m_request.scale.width() + 1e6)));
    };
    return {px(begin), px(end)};
}

std::span<std::uint32_t> BarRaster::line(int y)
{
    return {reinterpret_cast<std::uint32_t*>(m_image.scanLine(y)),
        static_cast<std::size_t>(m_image.width())};
}

void BarRaster::paintRow(int device)
{
    const Run& run = *m_request.run;
    const Rows::Band band = m_request.rows.band(device);
    const int next = device + 1 < m_request.rows.devices ? m_request.rows.band(device + 1).top
                                                         : m_request.rows.heightPx;
    const std::span<std::uint32_t> first = line(band.top);
    paintCoverage(
        run.schedule, run.timeline, device, m_request.scale, *m_request.look, first, m_edges);
    m_bubbles.clear();
    m_bars.clear();
    m_marks.clear();
    if (m_request.detailed)
        sharpen(device, first);
    if (m_request.cursor)
        fade(device, first);

    // The hatch repeats after its period: so many lines are made, the rest are copies.
    const bool hatched =
        !m_bubbles.empty() && band.height() >= kHatchWidth * m_request.devicePixelRatio;
    const int period = hatched ? static_cast<int>(m_hatch.size()) : 1;
    for (int y = band.top + 1; y < std::min(band.top + period, band.bottom); ++y)
        std::ranges::copy(first, line(y).begin());
    if (hatched) {
        for (int y = band.top; y < std::min(band.top + period, band.bottom); ++y)
            hatch(y, line(y));
    }
    for (int y = band.top + period; y < band.bottom; ++y)
        std::ranges::copy(line(y - period), line(y).begin());
    underline(band);
    roundCorners(band);
    for (int y = band.bottom; y < next; ++y)
        std::ranges::fill(line(y), m_request.background.argb());
}

// Gives the wide bars and bubbles of a row whole pixels. Where there are more operations than
// pixels it looks at the pixels instead, so that the cost stays theirs.
void BarRaster::sharpen(int device, std::span<std::uint32_t> line)
{
    const Run& run = *m_request.run;
    const IndexRange range =
        visibleOperations(run.timeline, device, m_request.scale.begin(), m_request.scale.end());
    if (range.last - range.first > line.size()) {
        findBubbles(line);
        return;
    }
    const double ratio = m_request.devicePixelRatio;
    const Fills fills(*m_request.look, run.schedule.chunks());
    const bool directions = run.schedule.placement().pipelines() > 1;
    const int gap = std::max(1, static_cast<int>(std::floor(ratio)));
    const int width = static_cast<int>(line.size());
    Duration before = range.first == run.schedule.rowBegin(device)
        ? Duration::zero()
        : run.timeline.end(range.first - 1);
    for (std::size_t i = range.first; i < range.last; ++i) {
        addGap(before, run.timeline.start(i), line);
        before = run.timeline.end(i);
        // Decided by the exact length: bars of one length look alike wherever pixels fall.
        const double length = m_request.scale.lengthPx(run.timeline.end(i) - run.timeline.start(i));
        if (length < kSharpWidth * ratio)
            continue;
        const PixelSpan bar = pixels(run.timeline.start(i), run.timeline.end(i));
        const std::uint32_t fill = fills.color(run.schedule.operations()[i]).argb();
        const int right = length >= kGapWidth * ratio ? bar.right - gap : bar.right;
        if (directions)
            markDirections(device, i, {bar.left, right}, fill);
        for (int x = std::max(bar.left, 0); x < std::min(right, width); ++x)
            line[static_cast<std::size_t>(x)] = fill;
        for (int x = std::max(right, 0); x < std::min(bar.right, width); ++x)
            line[static_cast<std::size_t>(x)] = m_request.background.argb();
        if (length >= kRoundWidth * ratio)
            m_bars.push_back({bar.left, right});
    }
    addGap(before,
        range.last == run.schedule.rowEnd(device) ? run.timeline.makespan
                                                  : run.timeline.start(range.last),
        line);
}

// Wide stretches that are nothing but bubble.
void BarRaster::findBubbles(std::span<const std::uint32_t> line)
{
    const std::uint32_t bubble = m_request.look->bubble.argb();
    const int width = static_cast<int>(line.size());
    for (int x = 0; x < width;) {
        const int left = x;
        while (x < width && line[static_cast<std::size_t>(x)] == bubble)
            ++x;
        if (x - left >= kHatchWidth * m_request.devicePixelRatio)
            m_bubbles.push_back({left, x});
        ++x;
    }
}

// The halves of a pair run in opposite directions: its forward is on the left.
void BarRaster::markDirections(int device, std::size_t operation, PixelSpan bar, std::uint32_t fill)
{
    const Schedule& schedule = m_request.run->schedule;
    const auto isSecond = [&](std::size_t part) {
        const int stage = schedule.stageOf(device, schedule.operations()[part].chunk());
        return schedule.placement().pipelineOf(stage) > 0;
    };
    const Color background {static_cast<std::uint8_t>(channel(fill, 16)),
        static_cast<std::uint8_t>(channel(fill, 8)), static_cast<std::uint8_t>(channel(fill, 0))};
    const std::uint32_t ink = inkOn(background).argb();
    if (schedule.operations()[operation].kind() != OperationKind::Pair) {
        if (isSecond(operation))
            m_marks.push_back({bar, ink});
        return;
    }
    const int middle = (bar.left + bar.right) / 2;
    if (isSecond(operation))
        m_marks.push_back({{bar.left, middle}, ink});
    if (isSecond(operation + 1))
        m_marks.push_back({{middle, bar.right}, ink});
}

void BarRaster::addGap(Duration begin, Duration end, std::span<std::uint32_t> line)
{
    if (begin >= end)
        return;
    PixelSpan gap = pixels(begin, end);
    if (gap.right - gap.left < kHatchWidth * m_request.devicePixelRatio)
        return;
    gap.left = std::max(gap.left, 0);
    gap.right = std::min(gap.right, static_cast<int>(line.size()));
    if (gap.left >= gap.right)
        return;
    for (int x = gap.left; x < gap.right; ++x)
        line[static_cast<std::size_t>(x)] = m_request.look->bubble.argb();
    m_bubbles.push_back(gap);
}

// What starts after the cursor turns pale; what runs at the cursor keeps its colour to its end.
void BarRaster::fade(int device, std::span<std::uint32_t> line)
{
    const Run& run = *m_request.run;
    const int width = static_cast<int>(line.size());
    Duration from = *m_request.cursor;
    if (from < run.timeline.makespan) {
        const Moment moment = momentAt(run.schedule, run.timeline, device, from);
        if (!moment.idle)
            from = moment.end;
    }
    const int fadeFrom = std::clamp(pixels(from, from).left, 0, width);
    for (int x = fadeFrom; x < width; ++x) {
        std::uint32_t& pixel = line[static_cast<std::size_t>(x)];
        pixel = blend(m_request.background.argb(), pixel, kFadedShare);
    }
    for (PixelSpan& bubble : m_bubbles)
        bubble.right = std::min(bubble.right, fadeFrom);
    std::erase_if(m_bubbles, [](PixelSpan bubble) { return bubble.left >= bubble.right; });
    for (Mark& mark : m_marks)
        mark.span.right = std::min(mark.span.right, fadeFrom);
    std::erase_if(m_marks, [](const Mark& mark) { return mark.span.left >= mark.span.right; });
}

void BarRaster::hatch(int y, std::span<std::uint32_t> line) const
{
    const std::size_t period = m_hatch.size();
    for (const PixelSpan bubble : m_bubbles) {
        std::size_t phase =
            (static_cast<std::size_t>(bubble.left) + static_cast<std::size_t>(y)) % period;
        for (int x = bubble.left; x < bubble.right; ++x) {
            line[static_cast<std::size_t>(x)] = m_hatch[phase];
            phase = phase + 1 == period ? 0 : phase + 1;
        }
    }
}

// A line a little above the foot of the bars, so that it stays within them.
void BarRaster::underline(const Rows::Band& band)
{
    const double ratio = m_request.devicePixelRatio;
    if (m_marks.empty() || band.height() < kMarkHeight * ratio)
        return;
    const double unit = std::clamp(band.height() / 16.0, ratio, kThickestMark * ratio);
    const int thickness = std::max(1, static_cast<int>(std::lround(unit)));
    const int bottom = band.bottom - thickness;
    const int inset = static_cast<int>(std::lround(ratio));
    for (int y = bottom - thickness; y < bottom; ++y) {
        const std::span<std::uint32_t> target = line(y);
        for (const Mark& mark : m_marks) {
            const int right = std::min(mark.span.right - inset, m_image.width());
            for (int x = std::max(mark.span.left + inset, 0); x < right; ++x)
                target[static_cast<std::size_t>(x)] = mark.color;
        }
    }
}

void BarRaster::roundCorners(const Rows::Band& band)
{
    if (band.height() < kRoundWidth * m_request.devicePixelRatio)
        return;
    const std::uint32_t background = m_request.background.argb();
    for (int dy = 0; dy < m_cornerSize; ++dy) {
        const std::span<std::uint32_t> top = line(band.top + dy);
        const std::span<std::uint32_t> bottom = line(band.bottom - 1 - dy);
        const auto soften = [&](int x, float share) {
            if (x < 0 || x >= m_image.width())
                return;
            const auto at = static_cast<std::size_t>(x);
            top[at] = blend(background, top[at], share);
            bottom[at] = blend(background, bottom[at], share);
        };
        for (const PixelSpan bar : m_bars) {
            for (int dx = 0; dx < m_cornerSize; ++dx) {
                const float share = m_corner[static_cast<std::size_t>(dy * m_cornerSize + dx)];
                soften(bar.left + dx, share);
                soften(bar.right - 1 - dx, share);
            }
        }
    }
}

// More devices than lines: a line is the mean of the rows in it, each by its share of the line.
void BarRaster::paintShared()
{
    const Run& run = *m_request.run;
    const int devices = m_request.rows.devices;
    const int height = m_request.rows.heightPx;
    const auto width = static_cast<std::size_t>(m_image.width());
    m_scratch.resize(width);
    m_sums.resize(width * 3);
    int painted = -1;
    for (int y = 0; y < height; ++y) {
        std::ranges::fill(m_sums, 0U);
        // In units of 1 / (devices * height), line y is [y * devices, (y + 1) * devices) and row d
        // is [d * height, (d + 1) * height).
        for (int device = y * devices / height; device * height < (y + 1) * devices; ++device) {
            const int overlap = std::min((y + 1) * devices, (device + 1) * height)
                - std::max(y * devices, device * height);
            if (device != painted) {
                paintCoverage(run.schedule, run.timeline, device, m_request.scale, *m_request.look,
                    m_scratch, m_edges);
                m_bubbles.clear();
                if (m_request.cursor)
                    fade(device, m_scratch);
                painted = device;
            }
            const auto weight = static_cast<std::uint32_t>(overlap);
            for (std::size_t x = 0; x < width; ++x) {
                m_sums[3 * x] += weight * channel(m_scratch[x], 0);
                m_sums[3 * x + 1] += weight * channel(m_scratch[x], 8);
                m_sums[3 * x + 2] += weight * channel(m_scratch[x], 16);
            }
        }
        const auto whole = static_cast<std::uint32_t>(devices);
        const std::span<std::uint32_t> target = line(y);
        for (std::size_t x = 0; x < width; ++x) {
            const auto mean = [&](std::size_t i) {
                return (m_sums[3 * x + i] + whole / 2) / whole;
            };
            target[x] = 0xff000000U | mean(2) << 16U | mean(1) << 8U | mean(0);
        }
    }
}

} // namespace pipegantt
