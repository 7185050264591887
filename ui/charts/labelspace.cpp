// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/labelspace.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace pipegantt {

namespace {

constexpr double kCellPx = 3;
constexpr double kSampleStepPx = 6;
constexpr double kGapPx = 4;
/// Words closer than this side by side would read as one sentence.
constexpr double kLabelGapPx = 10;

/// Points along `line`, about `step` apart.
QPolygonF sampled(const QPolygonF& line, double step)
{
    QPolygonF points;
    for (qsizetype i = 0; i + 1 < line.size(); ++i) {
        const QPointF from = line[i];
        const QPointF way = line[i + 1] - from;
        const int parts = std::max(1, static_cast<int>(std::hypot(way.x(), way.y()) / step));
        for (int part = 0; part < parts; ++part)
            points.append(from + way * part / parts);
    }
    if (!line.isEmpty())
        points.append(line.last());
    return points;
}

/// Where a label of `size` may stand about `point`, the best first.
std::array<QRectF, 6> placesAbout(const QPointF& point, const QSizeF& size)
{
    const double w = size.width();
    const double h = size.height();
    const double x = point.x();
    const double y = point.y();
    const auto at = [&size](double left, double top) { return QRectF(QPointF(left, top), size); };
    return {at(x + kGapPx, y - h - kGapPx), at(x - w / 2, y - h - kGapPx),
        at(x - w - kGapPx, y + kGapPx), at(x - w / 2, y + kGapPx), at(x + kGapPx, y + kGapPx),
        at(x - w - kGapPx, y - h - kGapPx)};
}

} // namespace

LabelSpace::LabelSpace(const QRectF& area)
    : m_area(area)
    , m_columns(static_cast<std::size_t>(std::max(0.0, area.width() / kCellPx)) + 1)
    , m_rows(static_cast<std::size_t>(std::max(0.0, area.height() / kCellPx)) + 1)
    , m_cells(m_columns * m_rows, 0)
{
}

std::size_t LabelSpace::cell(double x, double y) const
{
    const auto column = static_cast<std::size_t>(std::max(0.0, (x - m_area.left()) / kCellPx));
    const auto row = static_cast<std::size_t>(std::max(0.0, (y - m_area.top()) / kCellPx));
    return std::min(row, m_rows - 1) * m_columns + std::min(column, m_columns - 1);
}

void LabelSpace::addLine(const QPolygonF& line)
{
    for (const QPointF& point : sampled(line, kCellPx)) {
        if (m_area.contains(point))
            m_cells[cell(point.x(), point.y())] = 1;
    }
}

void LabelSpace::addBox(const QRectF& box)
{
    m_boxes.push_back(box);
}

bool LabelSpace::touchesBox(const QRectF& rect) const
{
    return std::ranges::any_of(
        m_boxes, [&rect](const QRectF& box) { return box.intersects(rect); });
}

int LabelSpace::linesUnder(const QRectF& rect) const
{
    int taken = 0;
    for (double y = rect.top(); y < rect.bottom(); y += kCellPx) {
        for (double x = rect.left(); x < rect.right(); x += kCellPx)
            taken += m_cells[cell(x, y)];
    }
    return taken;
}

std::optional<QRectF> LabelSpace::place(const QSizeF& size, const QPolygonF& along, int mostLines)
{
    constexpr double costOfLine = 4;
    constexpr double costOfSide = 0.5;
    constexpr double costOfStep = 0.05;
    std::optional<QRectF> best;
    double bestCost = std::numeric_limits<double>::max();
    double cost = 0;
    for (const QPointF& point : sampled(along, kSampleStepPx)) {
        double sideCost = cost;
        for (const QRectF& rect : placesAbout(point, size)) {
            sideCost += costOfSide;
            if (sideCost >= bestCost || !m_area.contains(rect) || touchesBox(rect))
                continue;
            const int lines = linesUnder(rect);
            const double whole = sideCost + costOfLine * lines;
            if (lines <= mostLines && whole < bestCost) {
                bestCost = whole;
                best = rect;
            }
        }
        cost += costOfStep;
    }
    if (best)
        addBox(best->adjusted(-kLabelGapPx, -1, kLabelGapPx, 1));
    return best;
}

} // namespace pipegantt
