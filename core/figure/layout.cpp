// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/layout.h"

#include "core/figure/caption.h"
#include "core/figure/chart.h"
#include "core/figure/fills.h"
#include "core/figure/label.h"
#include "core/figure/svg.h"
#include "core/figure/ticks.h"
#include "core/schedule/catalogue.h"

#include <algorithm>
#include <optional>

namespace pipegantt {

namespace {

constexpr double kLeastFontPt = 5;
constexpr double kMostFontPt = 72;
constexpr double kHairline = 0.5;

/// Whether each operation gets a bar of its own.
bool drawsBars(const FigureSubject& subject, double chartWidth)
{
    const Schedule& schedule = subject.schedule;
    if (static_cast<std::int64_t>(schedule.operations().size()) > kMostBars)
        return false;
    const auto makespan = static_cast<double>(subject.metrics.makespan.count());
    for (int device = 0; device < schedule.devices(); ++device) {
        const Duration busy = subject.metrics.devices[static_cast<std::size_t>(device)].busy;
        const double share = static_cast<double>(busy.count()) / makespan;
        const auto count = static_cast<double>(schedule.row(device).size());
        if (share * chartWidth < count * kThinnestBarMm * kPointsPerMm)
            return false;
    }
    return true;
}

/// Puts the parts of the figure one below the other.
class Layout
{
public:
    Layout(const FigureSubject& subject, const FigureOptions& options)
        : m_subject(subject)
        , m_options(options)
        , m_look(*options.look)
        , m_font(options.fontSizePt)
        , m_small(std::max(kLeastFontPt, 0.875 * options.fontSizePt))
        , m_margin(0.75 * options.fontSizePt)
    {
    }

    Page page()
    {
        m_page.width = m_options.widthMm * kPointsPerMm;
        m_page.background = m_look.background;
        m_page.language = m_options.words.languageTag;
        m_page.title = std::string(entry(m_subject.plan.schedule).title) + " · "
            + shapeCaption(m_options.words, m_subject.plan);
        m_page.description = m_options.words.description;
        m_page.metadata = m_options.planText;

        m_y = m_margin;
        if (m_options.title)
            addTitle();
        addRows();
        addBreaks();
        addAxis();
        addLegend();
        m_page.height = m_y + m_margin;
        return std::move(m_page);
    }

private:
    [[nodiscard]] PageText text(double x, double baseline, std::string words) const
    {
        return {x, baseline, std::move(words), m_font, PageAnchor::Start, FontWeight::Regular,
            m_look.mutedText};
    }

    [[nodiscard]] double innerRight() const { return m_page.width - m_margin; }

    /// Sets `words` below what is there, from `x` to the right margin, in as many lines as it
    /// takes.
    void addLines(PageNode& node, const std::string& words, double x, double size,
        std::optional<Color> color = std::nullopt)
    {
        for (std::string& line : wrapped(words, size, innerRight() - x)) {
            m_y += 1.5 * m_font;
            PageText set = text(x, m_y, std::move(line));
            set.size = size;
            set.color = color.value_or(m_look.mutedText);
            node.shapes.emplace_back(std::move(set));
        }
    }

    void addTitle()
    {
        PageNode layer;
        layer.id = "layer-title";
        const double size = 1.25 * m_font;
        const double baseline = m_y + kCapHeight * size;
        PageText name = text(m_margin, baseline, std::string(entry(m_subject.plan.schedule).title));
        name.size = size;
        name.weight = FontWeight::Bold;
        name.color = m_look.text;
        const double after = m_margin + textWidth(name.text, size, name.weight) + m_font;
        layer.shapes.emplace_back(std::move(name));
        m_y = baseline;
        const std::string shape = shapeCaption(m_options.words, m_subject.plan);
        if (after + textWidth(shape, m_font) <= innerRight())
            layer.shapes.emplace_back(text(after, baseline, shape));
        else
            addLines(layer, shape, m_margin, m_font);
        m_y += m_font;
        m_page.layers.push_back(std::move(layer));
    }

    /// Chooses the grid of the rows and fills it.
    void addRows()
    {
        const int devices = m_subject.schedule.devices();
        const double labels =
            std::max(textWidth(deviceCaption(m_options.words, devices - 1), m_font),
                textWidth(unitCaption(m_options.words, m_subject.plan.unit), m_small));
        m_frame.left = m_margin + labels + m_font;
        // The last number of the axis stands around the chart's end.
        const double overhang =
            textWidth(timeNumber(m_subject.metrics.makespan, m_subject.plan.unit), m_small) / 2;
        m_frame.width = m_page.width
            - std::max(m_margin, std::min(overhang, 3 * m_font) + m_margin / 2) - m_frame.left;
        m_frame.fontSize = m_font;
        m_frame.pitch = std::min(3 * m_font, m_frame.width / devices);
        // Rows too low for a visible space between them touch.
        const double space = 0.14 * m_frame.pitch;
        m_frame.rowHeight = m_frame.pitch - (space < 0.4 ? 0 : space);

        // The first label may be higher than its row.
        m_frame.top = m_y + std::max(0.0, (m_font - m_frame.rowHeight) / 2);

        const bool bars = drawsBars(m_subject, m_frame.width);
        m_strips = !bars;
        ChartLayers layers = bars ? layoutBars(m_subject, m_options, m_frame)
                                  : layoutStrips(m_subject, m_options, m_frame);
        layers.bubbles.id = "layer-bubbles";
        layers.operations.id = "layer-ops";
        m_page.layers.push_back(std::move(layers.bubbles));
        m_page.layers.push_back(std::move(layers.operations));
        m_y = m_frame.rowTop(devices - 1) + m_frame.rowHeight;
    }

    /// A gap through all rows with torn edges where something is left out.
    void addBreaks()
    {
        if (m_subject.excerpt == nullptr)
            return;
        PageNode layer;
        layer.id = "layer-breaks";
        const TimeScale scale(Duration(0), m_subject.timeline.makespan, m_frame.width);
        for (const Break& one : m_subject.excerpt->breaks) {
            PageNode node = breakNode(m_frame, scale.toPx(one.at), m_y, m_look);
            node.title = std::to_string(m_subject.excerpt->leftOut) + " "
                + std::string(m_options.words.leftOut);
            layer.children.push_back(std::move(node));
        }
        m_page.layers.push_back(std::move(layer));
    }

    void addAxis()
    {
        PageNode layer;
        layer.id = "layer-axis";
        const int every = labelEvery(m_frame.pitch, m_font);
        for (int device = 0; device < m_subject.schedule.devices(); device += every) {
            const double centre = m_frame.rowTop(device) + m_frame.rowHeight / 2;
            PageText label = text(m_frame.left - 0.75 * m_font, baselineAround(centre, m_font),
                deviceCaption(m_options.words, device));
            label.anchor = PageAnchor::End;
            layer.shapes.emplace_back(std::move(label));
        }

        const double line = m_y + 0.5 * m_font;
        const double tickEnd = line + 0.35 * m_font;
        const double baseline = tickEnd + 0.3 * m_font + kCapHeight * m_small;
        PageLines lines {
            {{m_frame.left, line, m_frame.left + m_frame.width, line}}, m_look.axis, kHairline};
        for (const Tick& tick : axisTicks()) {
            const double x = m_frame.left + tick.px;
            lines.segments.push_back({x, line, x, tickEnd});
            PageText label = text(x, baseline, tick.label);
            label.size = m_small;
            label.anchor = PageAnchor::Middle;
            layer.shapes.emplace_back(std::move(label));
        }
        layer.shapes.emplace_back(std::move(lines));
        PageText unit = text(m_frame.left - 0.75 * m_font, baseline,
            unitCaption(m_options.words, m_subject.plan.unit));
        unit.size = m_small;
        unit.anchor = PageAnchor::End;
        layer.shapes.emplace_back(std::move(unit));
        m_page.layers.push_back(std::move(layer));
        m_y = baseline;
    }

    /// Round marks, and the makespan at the end of the axis.
    [[nodiscard]] std::vector<Tick> axisTicks() const
    {
        const TimeUnit unit = m_subject.plan.unit;
        const Duration makespan = m_subject.timeline.makespan;
        const TimeScale scale(Duration(0), makespan, m_frame.width);
        double spacing = 4 * m_font;
        std::vector<Tick> marks = ticks(scale, unit, spacing, m_subject.excerpt);
        const auto labelWidth = [&](const Tick& tick) { return textWidth(tick.label, m_small); };
        for (const Tick& tick : marks)
            spacing = std::max(spacing, labelWidth(tick) + 1.5 * m_font);
        marks = ticks(scale, unit, spacing, m_subject.excerpt);

        const Tick end {
            makespan, m_frame.width, timeNumber(trueTime(m_subject.excerpt, makespan), unit)};
        constexpr std::size_t longestLabel = 9;
        if (end.label.size() > longestLabel)
            return marks;
        const auto collides = [&](const Tick& tick) {
            return tick.px + (labelWidth(tick) + labelWidth(end)) / 2 + m_font > end.px;
        };
        while (!marks.empty() && marks.back().when > Duration(0) && collides(marks.back()))
            marks.pop_back();
        marks.push_back(end);
        return marks;
    }

    void addLegend()
    {
        PageNode layer;
        layer.id = "layer-legend";
        const double swatch = 0.9 * m_font;
        const double wordAfter = swatch + 0.5 * m_font;
        const double gap = 1.5 * m_font;
        double x = m_frame.left;
        m_y += 2 * m_font + kCapHeight * m_font / 2;
        const auto put = [&](const std::string& id, std::string_view word, auto addSwatch) {
            const double width = wordAfter + textWidth(word, m_font);
            if (x > m_frame.left && x + width > innerRight()) {
                x = m_frame.left;
                m_y += 1.5 * m_font;
            }
            PageNode node;
            node.id = "legend-" + id;
            const double top = m_y - (kCapHeight * m_font + swatch) / 2;
            addSwatch(node, PageRect {x, top, swatch, swatch, {}, 0});
            node.shapes.emplace_back(text(x + wordAfter, m_y, std::string(word)));
            layer.children.push_back(std::move(node));
            x += width + gap;
        };
        const Fills fills(m_look, m_subject.schedule.chunks());
        for (const OperationKind kind : kDrawnKinds) {
            if (!m_subject.metrics.kinds[static_cast<std::size_t>(kind)])
                continue;
            const std::string letter =
                kind == OperationKind::Pair ? "FB" : std::string(1, operationLetter(kind));
            put(letter, kindWord(m_options.words, kind), [&](PageNode& node, PageRect rect) {
                rect.fill = fills.color(PackedOperation(kind, 0, 0));
                rect.radius = 1;
                node.shapes.emplace_back(rect);
            });
        }
        put("bubble", m_options.words.bubble,
            [&](PageNode& node, const PageRect& rect) { addBubble(node, rect, m_look, m_font); });

        addChunks(put);
        addRatio(layer, x);
        if (m_strips)
            addLines(layer, std::string(m_options.words.mixed), m_frame.left, m_small);
        if (const Excerpt* const excerpt = m_subject.excerpt) {
            const std::string note = excerpt->isPart()
                ? std::to_string(excerpt->leftOut) + " " + std::string(m_options.words.leftOut)
                : std::to_string(excerpt->microbatches) + " "
                    + std::string(m_options.words.drawnAlone);
            addLines(layer, note, m_frame.left, m_small);
        }
        m_page.layers.push_back(std::move(layer));
        m_y += kDescent * m_font;
    }

    /// What the shades mean, and the line under a bar.
    template <class Put>
    void addChunks(Put put)
    {
        const Schedule& schedule = m_subject.schedule;
        const int chunks = schedule.chunks();
        if (chunks == 1)
            return;
        const Fills fills(m_look, chunks);
        const bool directions = schedule.placement().pipelines() > 1;
        const std::string words = directions
            ? std::string(m_options.words.secondDirection)
            : std::string(m_options.words.chunks) + " 0–" + std::to_string(chunks - 1);
        put("chunks", words, [&](PageNode& node, const PageRect& rect) {
            const int shown = std::min(chunks, Fills::kShades);
            for (int i = directions ? 1 : 0; i < shown; ++i) {
                PageRect part = rect;
                const int parts = directions ? 1 : shown;
                part.width = rect.width / parts;
                part.x += (directions ? 0 : i) * part.width;
                part.fill = fills.color(
                    PackedOperation(OperationKind::Forward, i * (chunks - 1) / (shown - 1), 0));
                node.shapes.emplace_back(part);
                if (directions)
                    node.shapes.emplace_back(directionMark(part));
            }
        });
    }

    /// The bubble ratio, at the right end of the legend's line or, where it is too long, below.
    void addRatio(PageNode& layer, double legendEnd)
    {
        PageNode node;
        node.id = "bubble-ratio";
        const std::string ratio =
            bubbleRatioCaption(m_subject.plan, m_options.words, m_subject.metrics);
        const double width = textWidth(ratio, m_font);
        const double right = m_frame.left + m_frame.width;
        if (legendEnd + width <= right) {
            PageText set = text(right, m_y, ratio);
            set.anchor = PageAnchor::End;
            set.color = m_look.text;
            node.shapes.emplace_back(std::move(set));
        } else {
            const double left = m_frame.left + width <= innerRight() ? m_frame.left : m_margin;
            m_y += 0.35 * m_font;
            addLines(node, ratio, left, m_font, m_look.text);
        }
        layer.children.push_back(std::move(node));
    }

    const FigureSubject& m_subject;
    const FigureOptions& m_options;
    const Look& m_look;
    double m_font;
    double m_small; ///< for the numbers of the axis and for notes
    double m_margin;
    double m_y = 0; ///< the lowest point that is taken so far
    ChartFrame m_frame;
    bool m_strips = false;
    Page m_page;
};

/// False also for what is not a number.
bool isWithin(double value, double least, double most)
{
    return value >= least && value <= most;
}

tl::unexpected<Error> outOfRange(const char* name, double value, double least, double most)
{
    return failure(ErrorCode::OutOfRange,
        {name, coordinateText(value), coordinateText(least), coordinateText(most)});
}

} // namespace

Result<Page> layoutPage(const FigureSubject& subject, const FigureOptions& options)
{
    if (!isWithin(options.widthMm, kLeastFigureMm, kMostFigureMm))
        return outOfRange("width in mm", options.widthMm, kLeastFigureMm, kMostFigureMm);
    // Larger type would leave no room for the chart beside its labels.
    const double mostFontPt = std::min(kMostFontPt, options.widthMm * kPointsPerMm / 14);
    if (!isWithin(options.fontSizePt, kLeastFontPt, mostFontPt))
        return outOfRange("font size in pt", options.fontSizePt, kLeastFontPt, mostFontPt);
    return Layout(subject, options).page();
}

} // namespace pipegantt
