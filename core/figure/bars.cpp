// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/caption.h"
#include "core/figure/chart.h"
#include "core/figure/hatch.h"
#include "core/figure/label.h"

#include <algorithm>

namespace pipegantt {

namespace {

/// Distance and width of the hatch's lines as parts of the font size.
constexpr double kHatchStep = 0.5;
constexpr double kHatchWidth = 0.05;
/// The white on either side of a bar; a thin bar gives up at most this part of itself.
constexpr double kBarInset = 0.25;
constexpr double kInsetShare = 0.05;
constexpr double kBarRadius = 1;
constexpr double kLeastNumberPt = 6;

/// Lays out the row of one device.
class RowOfBars
{
public:
    RowOfBars(const FigureSubject& subject, const FigureOptions& options, const ChartFrame& frame,
        double numberSize, int device)
        : m_subject(subject)
        , m_options(options)
        , m_frame(frame)
        , m_scale(Duration(0), subject.timeline.makespan, frame.width)
        , m_numberSize(numberSize)
        , m_widestNumber(std::to_string(subject.schedule.microbatches() - 1))
        , m_device(device)
    {
        m_operations = rowNode(subject.schedule, device);
        m_bubbles.id = "bubbles-" + std::to_string(device);
    }

    void addTo(ChartLayers& layers)
    {
        const Schedule& schedule = m_subject.schedule;
        const std::size_t first = schedule.rowBegin(m_device);
        Duration idleFrom {};
        for (std::size_t i = first; i < schedule.rowEnd(m_device); ++i) {
            addIdle(idleFrom, m_subject.timeline.start(i));
            addOperation(i);
            idleFrom = m_subject.timeline.end(i);
        }
        addIdle(idleFrom, m_subject.timeline.makespan);
        layers.operations.children.push_back(std::move(m_operations));
        if (!m_bubbles.children.empty())
            layers.bubbles.children.push_back(std::move(m_bubbles));
    }

private:
    /// The bar of [begin, end) with a little air on either side.
    [[nodiscard]] PageRect barArea(Duration begin, Duration end) const
    {
        PageRect bar = area(begin, end);
        const double inset = std::min(kBarInset, kInsetShare * bar.width);
        bar.x += inset;
        bar.width -= 2 * inset;
        bar.radius = std::min({kBarRadius, bar.width / 6, bar.height / 6});
        return bar;
    }

    [[nodiscard]] PageRect area(Duration begin, Duration end) const
    {
        return {m_frame.left + m_scale.toPx(begin), m_frame.rowTop(m_device),
            m_scale.lengthPx(end - begin), m_frame.rowHeight, {}, 0};
    }

    void addIdle(Duration begin, Duration end)
    {
        if (end <= begin)
            return;
        PageNode node;
        node.id = "bubble-d" + std::to_string(m_device) + "-" + std::to_string(m_bubbleCount++);
        node.styleClass = "bubble";
        node.title = bubbleCaption(m_subject.plan, m_options.words, m_device, begin, end);
        node.facts = timeFacts(m_subject.plan, begin, end);
        addBubble(node, area(begin, end), *m_options.look, m_frame.fontSize);
        m_bubbles.children.push_back(std::move(node));
    }

    void addOperation(std::size_t index)
    {
        const Duration begin = m_subject.timeline.start(index);
        const Duration end = m_subject.timeline.end(index);
        if (end <= begin)
            return;
        const PackedOperation operation = m_subject.schedule.operations()[index];
        const int stage = m_subject.schedule.stageOf(m_device, operation.chunk());
        const char letter = operationLetter(operation.kind());
        const Operation one = m_subject.schedule.unpacked(operation);
        const std::string number = std::to_string(one.microbatch.value);

        PageNode node;
        node.id = std::string("op-") + letter + "-s" + std::to_string(stage) + "-m" + number;
        node.styleClass = std::string("op ") + letter;
        node.title = operationCaption(m_subject.plan, m_options.words, m_device, one, begin, end);
        node.facts = timeFacts(m_subject.plan, begin, end);

        PageRect bar = barArea(begin, end);
        bar.fill = m_options.look->fill(operation.kind());
        node.shapes.emplace_back(bar);
        // Room for the widest number: a row whose first ten bars alone had one would seem to have
        // ten.
        const FontWeight weight = FontWeight::Bold;
        if (labelFits(m_widestNumber, m_numberSize, weight, bar.width, bar.height)) {
            const double baseline = baselineAround(bar.y + bar.height / 2, m_numberSize);
            node.shapes.emplace_back(PageText {bar.x + bar.width / 2, baseline, number,
                m_numberSize, PageAnchor::Middle, weight, inkOn(bar.fill)});
        }
        m_operations.children.push_back(std::move(node));
    }

    const FigureSubject& m_subject;
    const FigureOptions& m_options;
    const ChartFrame& m_frame;
    TimeScale m_scale;
    double m_numberSize;
    std::string m_widestNumber;
    int m_device;
    int m_bubbleCount = 0;
    PageNode m_operations;
    PageNode m_bubbles;
};

/// One size for the numbers of a figure: the largest, not below 6 pt or the figure's own size, in
/// which every number fits every bar; where there is none, the figure's own size.
double sizeOfNumbers(const FigureSubject& subject, const ChartFrame& frame)
{
    std::int64_t thinnest = subject.timeline.makespan.count();
    for (std::size_t i = 0; i < subject.timeline.starts.size(); ++i) {
        const std::int64_t length = subject.timeline.ends[i] - subject.timeline.starts[i];
        if (length > 0)
            thinnest = std::min(thinnest, length);
    }
    const TimeScale scale(Duration(0), subject.timeline.makespan, frame.width);
    const double width = scale.lengthPx(Duration(thinnest)) - 2 * kBarInset;
    const std::string widest = std::to_string(subject.schedule.microbatches() - 1);
    for (const double factor : {1.0, 0.875, 0.75}) {
        const double size = factor * frame.fontSize;
        if (size >= std::min(kLeastNumberPt, frame.fontSize)
            && labelFits(widest, size, FontWeight::Bold, width, frame.rowHeight))
            return size;
    }
    return frame.fontSize;
}

} // namespace

void addHatch(PageNode& node, const PageRect& area, const Look& look, double fontSize)
{
    constexpr double leastSide = 2;
    if (area.width < leastSide || area.height < leastSide)
        return;
    // Half a stroke of air, so that no line's end sticks out.
    const double width = kHatchWidth * fontSize;
    const double air = width / 2;
    const PageRect inner {
        area.x + air, area.y + air, area.width - 2 * air, area.height - 2 * air, {}, 0};
    PageLines hatch {hatchLines(inner, kHatchStep * fontSize), look.hatch, width};
    if (!hatch.segments.empty())
        node.shapes.emplace_back(std::move(hatch));
}

void addBubble(PageNode& node, const PageRect& area, const Look& look, double fontSize)
{
    PageRect rect = area;
    rect.fill = look.bubble;
    node.shapes.emplace_back(rect);
    addHatch(node, area, look, fontSize);
}

ChartLayers layoutBars(
    const FigureSubject& subject, const FigureOptions& options, const ChartFrame& frame)
{
    ChartLayers layers;
    const double numberSize = sizeOfNumbers(subject, frame);
    for (int device = 0; device < subject.schedule.devices(); ++device)
        RowOfBars(subject, options, frame, numberSize, device).addTo(layers);
    return layers;
}

} // namespace pipegantt
