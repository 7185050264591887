// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/selection.h"

#include <algorithm>
#include <cmath>

namespace pipegantt {

namespace {

constexpr double kReach = 5;
constexpr double kFar = 100000;

} // namespace

Selection::Selection(QObject* parent)
    : QObject(parent)
{
}

void Selection::setLimits(Duration makespan, int rows)
{
    m_makespan = makespan;
    m_rows = rows;
    m_dragged = false;
    m_keys = false;
    if (!m_box)
        return;
    ChartBox box = *m_box;
    box.end = std::min(box.end, makespan);
    box.lastRow = std::min(box.lastRow, rows - 1);
    const bool left = box.begin < box.end && box.firstRow <= box.lastRow;
    set(left ? std::optional(box) : std::nullopt);
    // Even the same box is about another run.
    emit settled();
}

void Selection::select(const ChartBox& box)
{
    m_keys = false;
    m_dragged = false;
    set(box);
    emit settled();
}

void Selection::clear()
{
    m_keys = false;
    m_dragged = false;
    if (!m_box)
        return;
    set(std::nullopt);
    emit settled();
}

void Selection::begin(Duration time, int row)
{
    m_keys = false;
    m_edge = Edge::None;
    m_anchorTime = time;
    m_anchorRow = row;
    m_dragged = true;
}

void Selection::grab(Edge edge)
{
    if (!m_box || edge == Edge::None)
        return;
    m_keys = false;
    m_edge = edge;
    m_anchorTime = edge == Edge::Left ? m_box->end : m_box->begin;
    m_anchorRow = edge == Edge::Top ? m_box->lastRow : m_box->firstRow;
    m_dragged = true;
}

void Selection::dragTo(Duration time, int row)
{
    if (!m_dragged)
        return;
    const bool newBox = m_edge == Edge::None;
    const bool sideways = newBox || m_edge == Edge::Left || m_edge == Edge::Right;
    const bool upOrDown = newBox || m_edge == Edge::Top || m_edge == Edge::Bottom;
    ChartBox box = m_box.value_or(ChartBox {});
    if (sideways) {
        box.begin = std::min(m_anchorTime, time);
        box.end = std::max(m_anchorTime, time);
    }
    if (upOrDown) {
        box.firstRow = std::min(m_anchorRow, row);
        box.lastRow = std::max(m_anchorRow, row);
    }
    set(box.begin < box.end ? std::optional(box) : newBox ? std::nullopt : m_box);
}

void Selection::drop()
{
    if (!m_dragged)
        return;
    m_dragged = false;
    emit settled();
}

Duration Selection::headFor(int step, const ChartBox& from) const
{
    const ChartBox origin = m_keys ? m_origin : m_box.value_or(from);
    if (m_keys && (m_head < origin.begin || m_head > origin.end))
        return m_head;
    return step > 0 ? origin.end : origin.begin;
}

int Selection::headRow(const ChartBox& from) const
{
    return m_keys ? m_headRow : m_box.value_or(from).lastRow;
}

void Selection::startKeys(const ChartBox& from)
{
    if (m_keys)
        return;
    m_keys = true;
    m_origin = m_box.value_or(from);
    m_head = m_origin.end;
    m_headRow = m_origin.lastRow;
}

void Selection::extendTo(Duration time, const ChartBox& from)
{
    startKeys(from);
    m_head = std::clamp(time, Duration::zero(), m_makespan);
    followKeys();
}

void Selection::extendRows(int step, const ChartBox& from)
{
    startKeys(from);
    m_headRow = std::clamp(m_headRow + step, 0, m_rows - 1);
    followKeys();
}

void Selection::followKeys()
{
    ChartBox box = m_origin;
    if (m_head < m_origin.begin)
        box.begin = m_head;
    else
        box.end = std::max(m_head, m_origin.end);
    if (m_headRow < m_origin.firstRow)
        box.firstRow = m_headRow;
    else
        box.lastRow = std::max(m_headRow, m_origin.lastRow);
    set(box);
    emit settled();
}

QRectF Selection::place(const ChartLayout& layout, const TimeScale& scale) const
{
    if (!m_box)
        return {};
    const auto x = [&](Duration time) {
        return layout.bars.left() + std::clamp(scale.toPx(time), -kFar, scale.width() + kFar);
    };
    return {QPointF(x(m_box->begin), layout.band(m_box->firstRow).top()),
        QPointF(x(m_box->end), layout.band(m_box->lastRow).bottom())};
}

Selection::Edge Selection::edgeAt(
    QPointF position, const ChartLayout& layout, const TimeScale& scale) const
{
    const QRectF box = place(layout, scale);
    if (!m_box || !box.adjusted(-kReach, -kReach, kReach, kReach).contains(position))
        return Edge::None;
    const auto near = [](double a, double b) { return std::abs(a - b) <= kReach; };
    if (near(position.x(), box.left()))
        return Edge::Left;
    if (near(position.x(), box.right()))
        return Edge::Right;
    if (near(position.y(), box.top()))
        return Edge::Top;
    return near(position.y(), box.bottom()) ? Edge::Bottom : Edge::None;
}

void Selection::set(const std::optional<ChartBox>& box)
{
    if (box == m_box)
        return;
    m_box = box;
    emit changed();
}

} // namespace pipegantt
