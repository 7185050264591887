// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/barlabels.h"

#include "core/figure/coverage.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace pipegantt {

namespace {

constexpr double kSmallestPx = 8;
// Smaller than the row allows only where that puts a number into every bar and stays this large.
constexpr double kSmallestOfAllPx = 11;
constexpr double kUsualPx = 15;
constexpr double kLargestPx = 30; // in the high rows of a few devices on a large screen
constexpr double kSideRoom = 2; // left and right of a number
constexpr qsizetype kMostGlyphs = 6000;
constexpr Color kWhite {255, 255, 255};
constexpr Color kBlack {0, 0, 0};

} // namespace

void BarLabels::paint(QPainter& painter, const Run& run, const ChartLayout& layout,
    const TimeScale& scale, const Fills& fills, std::optional<Duration> cursor,
    const NumberOf& numberOf)
{
    m_numberOf = numberOf;
    const double rowHeight = layout.rows.band(0).height() / layout.devicePixelRatio;
    const double usual = std::min(rowHeight * 0.6, kUsualPx);
    const double largest = std::floor(std::clamp(rowHeight * 0.3, usual, kLargestPx));
    if (largest < kSmallestPx)
        return;
    layGlyphs(largest);
    const double fitting = std::floor(largest * narrowestRoom(run, scale));
    if (fitting >= kSmallestOfAllPx && fitting < largest)
        layGlyphs(fitting);
    for (std::size_t fill = 0; fill < Fills::kCount; ++fill)
        m_isWhiteOn[fill] = inkOn(fills.color(fill)) == kWhite;
    for (Ink* ink : {&m_white, &m_black}) {
        ink->glyphs.resize(0);
        ink->positions.resize(0);
    }
    for (int device = 0; device < layout.rows.devices; ++device)
        addRow(run, layout, scale, fills, cursor, device);
    painter.save();
    painter.setClipRect(layout.bars);
    paintInk(painter, m_font, m_white, kWhite);
    paintInk(painter, m_font, m_black, kBlack);
    painter.restore();
}

bool BarLabels::isLabelled(OperationKind kind)
{
    // The optimizer runs for no micro-batch; the backward of a pair stands in the pair.
    return kind != OperationKind::OptimizerStep && kind != OperationKind::PairedBackward;
}

// Of all kinds that occur, the least room of a bar over the widest number in it: below 1 that
// number is too wide for that bar in the present size.
double BarLabels::narrowestRoom(const Run& run, const TimeScale& scale) const
{
    double narrowest = 1;
    for (std::size_t i = 0; i < kOperationKindCount; ++i) {
        const auto kind = static_cast<OperationKind>(i);
        if (!run.metrics.kinds[i] || !isLabelled(kind))
            continue;
        const StageTime& time = run.plan.timeOf(0);
        Duration length = time.forward;
        if (kind == OperationKind::InputGrad)
            length = time.inputGrad;
        else if (kind == OperationKind::WeightGrad)
            length = time.weightGrad;
        else if (kind == OperationKind::Backward)
            length = time.backward();
        else if (kind == OperationKind::Recompute && run.plan.recompute > Duration::zero())
            length = run.plan.recompute;
        else if (kind == OperationKind::Pair)
            length =
                run.plan.pair > Duration::zero() ? run.plan.pair : time.forward + time.backward();
        // A pass that takes no time has no bar.
        const double room = scale.lengthPx(length) - 2 * kSideRoom;
        if (length > Duration::zero())
            narrowest = std::min(narrowest, room / widestNumber(run, kind));
    }
    return narrowest;
}

// The width of the widest number of a kind in the present size.
double BarLabels::widestNumber(const Run& run, OperationKind kind) const
{
    const auto digits = [](int count) {
        return static_cast<double>(std::to_string(std::max(count - 1, 0)).size());
    };
    const double digit = *std::max_element(m_advances.begin(), m_advances.begin() + kPoint);
    double width = digit * digits(run.schedule.microbatches());
    if (run.schedule.slices() > 1)
        width += m_advances[kPoint] + digit * digits(run.schedule.slices());
    return kind == OperationKind::Pair ? 2 * width + m_advances[kBar] : width;
}

void BarLabels::layGlyphs(double pixelSize)
{
    QFont font = uiFont(TypeStep::Body);
    font.setBold(true);
    font.setPixelSize(static_cast<int>(pixelSize));
    if (pixelSize == m_pixelSize && m_font.isValid())
        return;
    m_pixelSize = pixelSize;
    m_font = QRawFont::fromFont(font);
    const QList<quint32> glyphs = m_font.glyphIndexesForString(QStringLiteral("0123456789.|"));
    const QList<QPointF> advances = m_font.advancesForGlyphIndexes(glyphs);
    for (std::size_t i = 0; i < kGlyphCount; ++i) {
        m_glyphs[i] = glyphs.value(static_cast<qsizetype>(i));
        m_advances[i] = advances.value(static_cast<qsizetype>(i)).x();
    }
    m_digitHeight = m_font.boundingRect(m_glyphs[0]).height();
}

void BarLabels::addRow(const Run& run, const ChartLayout& layout, const TimeScale& scale,
    const Fills& fills, std::optional<Duration> cursor, int device)
{
    const IndexRange range = visibleOperations(run.timeline, device, scale.begin(), scale.end());
    // Room for the widest number: a row whose first ten bars alone had one would seem to have ten.
    const double least = widestNumber(run, OperationKind::Forward) + 2 * kSideRoom;
    if (static_cast<double>(range.last - range.first) * least > 4 * scale.width())
        return;
    const double leastOfPair = widestNumber(run, OperationKind::Pair) + 2 * kSideRoom;
    const RowFills rowFills = fills.row(device);
    const QRectF row = layout.band(device);
    for (std::size_t i = range.first; i < range.last; ++i) {
        if (cursor && run.timeline.start(device, i) > *cursor)
            return;
        const PackedOperation operation = run.schedule.operations()[i];
        const double length = scale.lengthPx(run.timeline.end(i) - run.timeline.start(device, i));
        if (!isLabelled(operation.kind())
            || length < (operation.kind() == OperationKind::Pair ? leastOfPair : least))
            continue;
        const double left = std::max(scale.toPx(run.timeline.start(device, i)), 0.0);
        const double right = std::min(scale.toPx(run.timeline.end(i)), scale.width());
        Ink& ink = m_isWhiteOn[rowFills.of(operation)] ? m_white : m_black;
        write(run, device, i);
        add({row.left() + (left + right) / 2, row.center().y()}, right - left - 2 * kSideRoom, ink);
    }
}

void BarLabels::write(const Run& run, int device, std::size_t operation)
{
    m_number.clear();
    writeUnit(run, device, operation);
    if (run.schedule.operations()[operation].kind() == OperationKind::Pair) {
        m_number.append(kBar);
        writeUnit(run, device, operation + 1);
    }
}

void BarLabels::writeUnit(const Run& run, int device, std::size_t operation)
{
    writeNumber(m_numberOf ? m_numberOf(device, operation)
                           : trueMicrobatch(run.part(), run.schedule, device, operation));
    if (run.schedule.slices() > 1) {
        m_number.append(kPoint);
        writeNumber(run.schedule.operations()[operation].unit() % run.schedule.slices());
    }
}

void BarLabels::writeNumber(std::int64_t number)
{
    const auto first = m_number.size();
    do {
        m_number.append(static_cast<std::uint8_t>(number % 10));
        number /= 10;
    } while (number > 0);
    std::reverse(m_number.begin() + first, m_number.end());
}

// Puts the number that is written in the middle of a bar, if there is room.
void BarLabels::add(QPointF centre, double room, Ink& ink)
{
    if (ink.glyphs.size() > kMostGlyphs)
        return;
    double width = 0;
    for (const std::uint8_t glyph : m_number)
        width += m_advances[glyph];
    if (width > room)
        return;
    QPointF pen(centre.x() - width / 2, std::round(centre.y() + m_digitHeight / 2));
    for (const std::uint8_t glyph : m_number) {
        ink.glyphs.append(m_glyphs[glyph]);
        ink.positions.append(pen);
        pen.rx() += m_advances[glyph];
    }
}

void BarLabels::paintInk(QPainter& painter, const QRawFont& font, const Ink& ink, Color color)
{
    if (ink.glyphs.isEmpty())
        return;
    QGlyphRun glyphs;
    glyphs.setRawFont(font);
    glyphs.setRawData(
        ink.glyphs.constData(), ink.positions.constData(), static_cast<int>(ink.glyphs.size()));
    painter.setPen(QColor(color.red, color.green, color.blue));
    painter.drawGlyphRun(QPointF(0, 0), glyphs);
}

} // namespace pipegantt
