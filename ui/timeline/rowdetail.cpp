// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/rowdetail.h"

#include "core/figure/coverage.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace pipegantt {

namespace {

// Times far outside would leave the range of int.
double nearPx(const TimeScale& scale, Duration time)
{
    return std::clamp(scale.toPx(time), -1e6, scale.width() + 1e6);
}

// The shortest time that is at least `px` long.
std::int64_t shortest(const TimeScale& scale, double px)
{
    const auto isLong = [&](std::int64_t time) { return scale.lengthPx(Duration(time)) >= px; };
    auto time = static_cast<std::int64_t>(px / scale.lengthPx(Duration(1)));
    while (isLong(time))
        --time;
    while (!isLong(time))
        ++time;
    return time;
}

} // namespace

PixelSpan pixelsOf(const TimeScale& scale, Duration begin, Duration end)
{
    return {static_cast<int>(std::lround(nearPx(scale, begin))),
        static_cast<int>(std::lround(nearPx(scale, end)))};
}

void RowDetail::clear()
{
    m_strokes.clear();
    m_bubbles.clear();
    m_bars.clear();
    m_marks.clear();
}

void RowDetail::lay(const Subject& subject, int device, int widthPx)
{
    const Run& run = subject.run;
    const IndexRange range =
        visibleOperations(run.timeline, device, subject.scale.begin(), subject.scale.end());
    const RowFills fills = subject.fills.row(device);
    const double ratio = subject.devicePixelRatio;
    const std::int64_t leastSharp = shortest(subject.scale, kSharpWidth * ratio);
    // Rounding makes a bubble wider by less than a pixel.
    const std::int64_t leastIdle = shortest(subject.scale, kHatchWidth * ratio - 1);
    run.timeline.visitRow(device, [&](const auto& times) {
        // Decided by the exact length: bars of one length look alike wherever pixels fall. What
        // takes no time has no bar whose pixel could be mixed.
        const auto isSharp = [leastSharp](std::int64_t length) {
            return length == 0 || length >= leastSharp;
        };
        const auto edgeAt = [&](std::int64_t time, std::size_t i) {
            return Edge {Duration(time), isSharp(times.endAt(i) - times.startAt(i))};
        };
        Edge before;
        if (range.first > run.schedule.rowBegin(device))
            before = edgeAt(times.endAt(range.first - 1), range.first - 1);
        for (std::size_t i = range.first; i < range.last; ++i) {
            const std::int64_t start = times.startAt(i);
            const std::int64_t end = times.endAt(i);
            if (start == end)
                continue;
            const bool sharp = isSharp(end - start);
            if (start - before.time.count() >= leastIdle)
                addIdle(subject, before, {Duration(start), sharp}, widthPx);
            before = {Duration(end), sharp};
            if (sharp)
                addBar(subject, device, i,
                    subject.fills.color(fills.of(run.schedule.operations()[i])), widthPx);
        }
        addIdle(subject, before,
            range.last == run.schedule.rowEnd(device)
                ? Edge {run.timeline.makespan, true}
                : edgeAt(times.startAt(range.last), range.last),
            widthPx);
    });
}

void RowDetail::layBubbles(
    std::span<const std::uint32_t> line, std::uint32_t bubble, double devicePixelRatio)
{
    const int width = static_cast<int>(line.size());
    const auto isIdle = [&](int x) { return line[static_cast<std::size_t>(x)] == bubble; };
    // Every so wide bubble has one of the pixels that are looked at.
    const int least = static_cast<int>(std::ceil(kHatchWidth * devicePixelRatio));
    for (int x = least - 1; x < width; x += least) {
        if (!isIdle(x))
            continue;
        int left = x;
        while (left > 0 && isIdle(left - 1))
            --left;
        while (x < width && isIdle(x))
            ++x;
        if (x - left >= least)
            m_bubbles.push_back({{left, x}});
    }
}

void RowDetail::layParts(const Subject& subject, int widthPx)
{
    const auto parts =
        visibleParts(subject.idle, subject.scale.begin().count(), subject.scale.end().count());
    if (parts.size() > static_cast<std::size_t>(widthPx))
        return;
    for (const IdlePart& part : parts)
        addBubble(subject, {Duration(part.begin), false}, {Duration(part.end), false}, part.cause,
            widthPx);
}

void RowDetail::cutAt(int from)
{
    for (Bubble& bubble : m_bubbles)
        bubble.span.right = std::min(bubble.span.right, from);
    std::erase_if(m_bubbles, [](const Bubble& bubble) { return bubble.span.width() <= 0; });
    for (Stroke& mark : m_marks)
        mark.span.right = std::min(mark.span.right, from);
    std::erase_if(m_marks, [](const Stroke& mark) { return mark.span.width() <= 0; });
}

// The gap between two bars: one bubble, or one for each of its causes.
void RowDetail::addIdle(const Subject& subject, Edge begin, Edge end, int widthPx)
{
    if (begin.time >= end.time)
        return;
    if (subject.idle.empty()) {
        addBubble(subject, begin, end, std::nullopt, widthPx);
        return;
    }
    for (const IdlePart& part : visibleParts(subject.idle, begin.time.count(), end.time.count())) {
        const Duration from(part.begin);
        const Duration to(part.end);
        addBubble(subject, {from, from != begin.time || begin.sharp},
            {to, to != end.time || end.sharp}, part.cause, widthPx);
    }
}

void RowDetail::addBubble(
    const Subject& subject, Edge begin, Edge end, std::optional<IdleCause> cause, int widthPx)
{
    PixelSpan bubble = pixelsOf(subject.scale, begin.time, end.time);
    // Beside a bar that keeps its mixed pixel, the bubble is what is nothing else.
    if (!begin.sharp)
        bubble.left = static_cast<int>(std::ceil(nearPx(subject.scale, begin.time)));
    if (!end.sharp)
        bubble.right = static_cast<int>(std::floor(nearPx(subject.scale, end.time)));
    if (bubble.width() < kHatchWidth * subject.devicePixelRatio)
        return;
    bubble = {std::max(bubble.left, 0), std::min(bubble.right, widthPx)};
    if (bubble.width() <= 0)
        return;
    addStroke(
        bubble, cause ? subject.fills.color(Fills::of(*cause)) : subject.fills.bubble(), widthPx);
    m_bubbles.push_back({bubble, cause ? Fills::of(*cause) : 0});
}

void RowDetail::addBar(
    const Subject& subject, int device, std::size_t operation, Color fill, int widthPx)
{
    const Timeline& timeline = subject.run.timeline;
    const double ratio = subject.devicePixelRatio;
    const double length =
        subject.scale.lengthPx(timeline.end(operation) - timeline.start(device, operation));
    const PixelSpan bar =
        pixelsOf(subject.scale, timeline.start(device, operation), timeline.end(operation));
    const int gap = std::max(1, static_cast<int>(std::floor(ratio)));
    const int right = length >= kGapWidth * ratio ? bar.right - gap : bar.right;
    if (subject.run.schedule.placement().pipelines() > 1)
        markDirections(subject.run.schedule, device, operation, {bar.left, right}, fill);
    addStroke({bar.left, right}, fill, widthPx);
    addStroke({right, bar.right}, subject.background, widthPx);
    if (length >= kRoundWidth * ratio)
        m_bars.push_back({bar.left, right});
}

// The halves of a pair run in opposite directions: its forward is on the left.
void RowDetail::markDirections(
    const Schedule& schedule, int device, std::size_t operation, PixelSpan bar, Color fill)
{
    const auto isSecond = [&](std::size_t part) {
        const int stage = schedule.stageOf(device, schedule.operations()[part].chunk());
        return schedule.placement().pipelineOf(stage) > 0;
    };
    const Color ink = inkOn(fill);
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

void RowDetail::addStroke(PixelSpan span, Color color, int widthPx)
{
    span = {std::max(span.left, 0), std::min(span.right, widthPx)};
    if (span.width() > 0)
        m_strokes.push_back({span, color});
}

} // namespace pipegantt
