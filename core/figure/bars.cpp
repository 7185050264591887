// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/caption.h"
#include "core/figure/chart.h"
#include "core/figure/fills.h"
#include "core/figure/hatch.h"
#include "core/figure/label.h"

#include <algorithm>
#include <array>

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

/// The widest number that a bar of `kind` may have.
std::string widestNumber(const Schedule& schedule, OperationKind kind)
{
    std::string number = std::to_string(schedule.microbatches() - 1);
    if (schedule.slices() > 1)
        number += "." + std::to_string(schedule.slices() - 1);
    return kind == OperationKind::Pair ? number + "|" + number : number;
}

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
        , m_fills(*options.look, subject.schedule.chunks())
        , m_numberSize(numberSize)
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
            addIdle(idleFrom, m_subject.timeline.start(m_device, i));
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

    /// A gap, in parts where a break cuts it: in between nothing is said.
    void addIdle(Duration begin, Duration end)
    {
        if (m_subject.excerpt != nullptr) {
            for (const Break& one : m_subject.excerpt->breaks) {
                if (one.at <= begin || one.at >= end)
                    continue;
                addGap(begin, one.at);
                begin = one.at;
            }
        }
        addGap(begin, end);
    }

    void addGap(Duration begin, Duration end)
    {
        if (end <= begin)
            return;
        PageNode node;
        node.id = "bubble-d" + std::to_string(m_device) + "-" + std::to_string(m_bubbleCount++);
        node.styleClass = "bubble";
        node.title = bubbleCaption(
            m_subject.plan, m_options.words, m_device, trueBegin(begin), trueEnd(begin, end));
        node.facts = timeFacts(m_subject.plan, trueBegin(begin), trueEnd(begin, end));
        addBubble(node, area(begin, end), *m_options.look, m_frame.fontSize);
        m_bubbles.children.push_back(std::move(node));
    }

    [[nodiscard]] Duration trueBegin(Duration begin) const
    {
        return trueTime(m_subject.excerpt, begin);
    }
    /// What begins before a break ends before what is left out.
    [[nodiscard]] Duration trueEnd(Duration begin, Duration end) const
    {
        return trueBegin(begin) + (end - begin);
    }

    void addOperation(std::size_t index)
    {
        const Duration begin = m_subject.timeline.start(m_device, index);
        const Duration end = m_subject.timeline.end(index);
        if (end <= begin)
            return;
        const Schedule& schedule = m_subject.schedule;
        const PackedOperation operation = schedule.operations()[index];
        const std::string letter = operation.kind() == OperationKind::Pair
            ? "FB"
            : std::string(1, operationLetter(operation.kind()));

        PageNode node;
        node.id = "op-" + letter + "-s"
            + std::to_string(schedule.stageOf(m_device, operation.chunk())) + "-m"
            + unitName(index);
        node.styleClass = "op " + letter;
        node.title = operationCaption(m_subject.plan, schedule, m_options.words, m_device, index,
            trueBegin(begin), trueEnd(begin, end), m_subject.excerpt);
        node.facts = timeFacts(m_subject.plan, trueBegin(begin), trueEnd(begin, end));

        PageRect bar = barArea(begin, end);
        bar.fill = m_fills.color(operation);
        node.shapes.emplace_back(bar);
        addDirections(node, bar, index);
        addNumber(node, bar, index);
        m_operations.children.push_back(std::move(node));
    }

    /// `3`, with slices `3-1`.
    [[nodiscard]] std::string unitName(std::size_t index) const
    {
        const Operation one = m_subject.schedule.unpacked(m_subject.schedule.operations()[index]);
        const std::string microbatch =
            std::to_string(trueMicrobatch(m_subject.excerpt, m_subject.schedule, m_device, index));
        return m_subject.schedule.slices() == 1
            ? microbatch
            : microbatch + "-" + std::to_string(one.slice.value);
    }

    /// Underlines what belongs to the second direction: a bar, or a half of a pair.
    void addDirections(PageNode& node, const PageRect& bar, std::size_t index) const
    {
        const Schedule& schedule = m_subject.schedule;
        const auto isSecond = [&](std::size_t part) {
            const int chunk = schedule.operations()[part].chunk();
            return schedule.placement().pipelineOf(schedule.stageOf(m_device, chunk)) > 0;
        };
        const bool pair = schedule.operations()[index].kind() == OperationKind::Pair;
        const double width = pair ? bar.width / 2 : bar.width;
        for (std::size_t part = index; part <= (pair ? index + 1 : index); ++part) {
            if (isSecond(part))
                node.shapes.emplace_back(
                    directionMark({bar.x + static_cast<double>(part - index) * width, bar.y, width,
                        bar.height, bar.fill, 0}));
        }
    }

    void addNumber(PageNode& node, const PageRect& bar, std::size_t index) const
    {
        // Room for the widest number: a row whose first ten bars alone had one would seem to have
        // ten.
        const Schedule& schedule = m_subject.schedule;
        constexpr FontWeight weight = FontWeight::Bold;
        const std::string number = barNumber(schedule, m_device, index, m_subject.excerpt);
        std::string widest = widestNumber(schedule, schedule.operations()[index].kind());
        // Behind a break numbers are long.
        if (number.size() > widest.size())
            widest = number;
        if (number.empty() || !labelFits(widest, m_numberSize, weight, bar.width, bar.height))
            return;
        const double baseline = baselineAround(bar.y + bar.height / 2, m_numberSize);
        node.shapes.emplace_back(PageText {bar.x + bar.width / 2, baseline, number, m_numberSize,
            PageAnchor::Middle, weight, inkOn(bar.fill)});
    }

    const FigureSubject& m_subject;
    const FigureOptions& m_options;
    const ChartFrame& m_frame;
    TimeScale m_scale;
    Fills m_fills;
    double m_numberSize;
    int m_device;
    int m_bubbleCount = 0;
    PageNode m_operations;
    PageNode m_bubbles;
};

/// One size for the numbers of a figure: the largest, not below 6 pt or the figure's own size, in
/// which every number fits every bar; where there is none, the figure's own size.
double sizeOfNumbers(const FigureSubject& subject, const ChartFrame& frame)
{
    std::array<std::int64_t, kOperationKindCount> thinnest {};
    thinnest.fill(subject.timeline.makespan.count());
    for (int device = 0; device < subject.schedule.devices(); ++device) {
        subject.timeline.visitRow(device, [&](const auto& row) {
            for (std::size_t i = row.begin(); i < row.end(); ++i) {
                const std::int64_t length = row.lengthTick(i) * row.tick();
                std::int64_t& least =
                    thinnest[static_cast<std::size_t>(subject.schedule.operations()[i].kind())];
                if (length > 0)
                    least = std::min(least, length);
            }
        });
    }
    const TimeScale scale(Duration(0), subject.timeline.makespan, frame.width);
    for (const double factor : {1.0, 0.875, 0.75}) {
        const double size = factor * frame.fontSize;
        if (size < std::min(kLeastNumberPt, frame.fontSize))
            continue;
        bool fits = true;
        for (std::size_t kind = 0; kind < kOperationKindCount; ++kind) {
            const auto which = static_cast<OperationKind>(kind);
            const double width = scale.lengthPx(Duration(thinnest[kind])) - 2 * kBarInset;
            fits = fits
                && (!subject.metrics.kinds[kind] || which == OperationKind::OptimizerStep
                    || labelFits(widestNumber(subject.schedule, which), size, FontWeight::Bold,
                        width, frame.rowHeight));
        }
        if (fits)
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

PageRect directionMark(const PageRect& bar)
{
    constexpr double share = 0.08;
    constexpr double air = 0.08;
    PageRect mark = bar;
    mark.height = share * bar.height;
    mark.y = bar.y + (1 - share - air) * bar.height;
    const double inset = std::min(air * bar.height, air * bar.width);
    mark.x += inset;
    mark.width -= 2 * inset;
    mark.fill = inkOn(bar.fill);
    mark.radius = 0;
    return mark;
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
