// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/rowgestures.h"

#include "ui/timeline/chartrows.h"

#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace pipegantt {

namespace {

constexpr double kZoomPerNotch = 1.25;
constexpr double kNotch = 120; // what a wheel reports for one step

} // namespace

bool RowGestures::press(QPointF position, const ChartLayout& layout)
{
    const int row = layout.rowAt(position.y());
    if (row < 0 || position.x() >= layout.labels.right())
        return false;
    m_dragged = row;
    m_rows.setAtHand(row);
    return true;
}

bool RowGestures::move(QPointF position, const ChartLayout& layout)
{
    if (!m_dragged)
        return false;
    const double y = std::clamp(position.y(), layout.bars.top(), layout.bars.bottom() - 1);
    const int over = layout.rowAt(y);
    if (over >= 0 && over != *m_dragged) {
        const ChartRow row = m_rows.order().at(*m_dragged);
        m_rows.move(*m_dragged, over);
        m_dragged = m_rows.order().find(row.device, row.chunk);
        m_rows.setAtHand(m_dragged);
    }
    return true;
}

bool RowGestures::release()
{
    const bool dragged = m_dragged.has_value();
    m_dragged.reset();
    return dragged;
}

bool RowGestures::wheel(const QWheelEvent& event, const ChartLayout& layout)
{
    const bool overNames = event.position().x() < layout.labels.right();
    const bool control = event.modifiers().testFlag(Qt::ControlModifier);
    const bool shift = event.modifiers().testFlag(Qt::ShiftModifier);
    // With Shift some platforms turn the wheel sideways.
    const QPoint turned = event.angleDelta();
    const double notches = (turned.y() != 0 ? turned.y() : turned.x()) / kNotch;
    const int row = std::max(layout.rowAt(event.position().y()), 0);
    if (control && (shift || overNames)) {
        m_rows.zoomAt(row, std::pow(kZoomPerNotch, notches));
        return true;
    }
    if (!overNames)
        return false;
    const int step = std::max(1, m_rows.order().size() / 10);
    m_rows.scroll(notches > 0 ? -step : step);
    return true;
}

} // namespace pipegantt
