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
    const TimeScale& scale, const Look& look, std::optional<Duration> cursor)
{
    const double rowHeight = layout.rows.band(0).height() / layout.devicePixelRatio;
    const double usual = std::min(rowHeight * 0.6, kUsualPx);
    const double largest = std::floor(std::clamp(rowHeight * 0.3, usual, kLargestPx));
    if (largest < kSmallestPx)
        return;
    layDigits(largest);
    const double fitting = std::floor(largest * narrowestRoom(run, scale) / widestNumber(run));
    if (fitting >= kSmallestOfAllPx && fitting < largest)
        layDigits(fitting);
    for (Ink* ink : {&m_white, &m_black}) {
        ink->glyphs.resize(0);
        ink->positions.resize(0);
    }
    for (int device = 0; device < layout.rows.devices; ++device)
        addRow(run, layout, scale, look, cursor, device);
    painter.save();
    painter.setClipRect(layout.bars);
    paintInk(painter, m_font, m_white, kWhite);
    paintInk(painter, m_font, m_black, kBlack);
    painter.restore();
}

// The room in a bar of the shorter kind.
double BarLabels::narrowestRoom(const Run& run, const TimeScale& scale)
{
    const StageTime& time = run.plan.timeOf(0);
    const bool trains = run.schedule.row(0).back().kind() != OperationKind::Forward;
    return scale.lengthPx(trains ? std::min(time.forward, time.backward()) : time.forward)
        - 2 * kSideRoom;
}

// The width of the last micro-batch's number in the present size.
double BarLabels::widestNumber(const Run& run) const
{
    const auto digits = std::to_string(std::max(run.schedule.microbatches() - 1, 0)).size();
    return static_cast<double>(digits) * *std::ranges::max_element(m_advances);
}

void BarLabels::layDigits(double pixelSize)
{
    QFont font = uiFont(TypeStep::Body);
    font.setBold(true);
    font.setPixelSize(static_cast<int>(pixelSize));
    if (pixelSize == m_pixelSize && m_font.isValid())
        return;
    m_pixelSize = pixelSize;
    m_font = QRawFont::fromFont(font);
    const QList<quint32> glyphs = m_font.glyphIndexesForString(QStringLiteral("0123456789"));
    const QList<QPointF> advances = m_font.advancesForGlyphIndexes(glyphs);
    for (std::size_t digit = 0; digit < 10; ++digit) {
        m_digits[digit] = glyphs.value(static_cast<qsizetype>(digit));
        m_advances[digit] = advances.value(static_cast<qsizetype>(digit)).x();
    }
    m_digitHeight = m_font.boundingRect(m_digits[0]).height();
}

void BarLabels::addRow(const Run& run, const ChartLayout& layout, const TimeScale& scale,
    const Look& look, std::optional<Duration> cursor, int device)
{
    const IndexRange range =
        visibleOperations(run.schedule, run.timeline, device, scale.begin(), scale.end());
    // Room for the widest number: a row whose first ten bars alone had one would seem to have ten.
    const double widest = widestNumber(run);
    const double narrowest = widest + 2 * kSideRoom;
    if (static_cast<double>(range.last - range.first) * narrowest > 4 * scale.width())
        return;
    const QRectF row = layout.row(device);
    for (std::size_t i = range.first; i < range.last; ++i) {
        if (cursor && run.timeline.start(i) > *cursor)
            return;
        if (scale.lengthPx(run.timeline.end(i) - run.timeline.start(i)) < narrowest)
            continue;
        const double left = std::max(scale.toPx(run.timeline.start(i)), 0.0);
        const double right = std::min(scale.toPx(run.timeline.end(i)), scale.width());
        const PackedOperation operation = run.schedule.operations()[i];
        Ink& ink = inkOn(look.fill(operation.kind())) == kWhite ? m_white : m_black;
        add(operation.unit() / run.schedule.slices(),
            {row.left() + (left + right) / 2, row.center().y()}, right - left - 2 * kSideRoom, ink);
    }
}

void BarLabels::add(int number, QPointF centre, double room, Ink& ink)
{
    if (ink.glyphs.size() > kMostGlyphs)
        return;
    std::array<std::size_t, 10> digits {};
    std::size_t count = 0;
    double width = 0;
    do {
        digits[count] = static_cast<std::size_t>(number % 10);
        width += m_advances[digits[count]];
        ++count;
        number /= 10;
    } while (number > 0 && count < digits.size());
    if (width > room)
        return;
    QPointF pen(centre.x() - width / 2, std::round(centre.y() + m_digitHeight / 2));
    while (count > 0) {
        --count;
        ink.glyphs.append(m_digits[digits[count]]);
        ink.positions.append(pen);
        pen.rx() += m_advances[digits[count]];
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
