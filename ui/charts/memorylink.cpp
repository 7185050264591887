// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the memory chart shares with the views beside it: the window of time, and what is pointed
// at.

#include "ui/charts/axisticks.h"
#include "ui/charts/ink.h"
#include "ui/charts/memoryband.h"
#include "ui/charts/memorychart.h"

#include <qcustomplot.h>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace pipegantt {

namespace {

constexpr double kReachPx = 24;
constexpr double kZoomPerNotch = 1.25;
constexpr double kNotch = 120; // what a wheel reports for one step
constexpr double kPanPerNotch = 0.1; // of the width

/// What a device holds at `when`; the trace begins no later.
double amountAt(const DeviceTrace& trace, Duration when)
{
    const auto after = std::ranges::upper_bound(trace.steps, when, {}, &MemoryStep::when);
    return after == trace.steps.begin() ? 0 : static_cast<double>(std::prev(after)->held.value);
}

} // namespace

void MemoryChart::setWindow(Duration begin, Duration end)
{
    m_followsWindow = true;
    if (begin == m_begin && end == m_end)
        return;
    m_begin = begin;
    m_end = end;
    if (!m_run)
        return;
    showWindow();
    plot().replot(QCustomPlot::rpQueuedReplot);
    requestTraces();
}

void MemoryChart::showWindow()
{
    setTimeTicks(*plot().xAxis, m_begin, m_end, m_run->plan.unit, std::max(80, plot().width() - 80),
        m_run->part());
}

void MemoryChart::highlight(std::optional<int> device)
{
    if (device == m_highlighted)
        return;
    m_highlighted = device;
    if (m_run)
        showHighlight();
    plot().replot(QCustomPlot::rpQueuedReplot);
}

void MemoryChart::showHighlight()
{
    if (m_highlight != nullptr)
        plot().removeGraph(std::exchange(m_highlight, nullptr));
    if (!m_highlighted || *m_highlighted >= m_run->schedule.devices())
        return;
    const auto known = std::ranges::find(m_traces.devices, *m_highlighted, &DeviceTrace::device);
    const DeviceTrace trace = known != m_traces.devices.end()
        ? *known
        : deviceTrace(*m_run, *m_highlighted, m_traces.begin, m_traces.end, m_columns);
    QVector<double> keys;
    QVector<double> values;
    for (const MemoryStep& step : trace.steps) {
        keys.append(static_cast<double>(step.when.count()));
        values.append(static_cast<double>(step.held.value));
    }
    keys.append(static_cast<double>(m_traces.end.count()));
    values.append(values.isEmpty() ? 0 : values.last());
    m_highlight = addSteps(plot(), keys, values);
    m_highlight->setPen(QPen(theme().accent, 3));
}

void MemoryChart::setPointer(std::optional<Duration> when)
{
    m_pointer->setVisible(when.has_value());
    if (when) {
        const auto key = static_cast<double>(when->count());
        m_pointer->point1->setCoords(key, 0);
        m_pointer->point2->setCoords(key, 1);
    }
    plot().layer(QStringLiteral("overlay"))->replot();
}

double MemoryChart::xOf(Duration when) const
{
    return plot().x() + plot().xAxis->coordToPixel(static_cast<double>(when.count()));
}

std::optional<Duration> MemoryChart::timeAt(QPointF position) const
{
    const QRect area = plot().axisRect()->rect().translated(plot().pos());
    if (!m_run || !area.contains(position.toPoint()))
        return std::nullopt;
    const double key = plot().xAxis->pixelToCoord(position.x() - plot().x());
    return std::clamp(Duration(std::llround(key)), m_begin, m_end);
}

std::optional<int> MemoryChart::deviceAt(QPointF position, Duration when) const
{
    std::optional<int> nearest;
    double least = kReachPx;
    for (const DeviceTrace& trace : m_traces.devices) {
        const double y = plot().y() + plot().yAxis->coordToPixel(amountAt(trace, when));
        const double distance = std::abs(y - position.y());
        if (distance < least) {
            least = distance;
            nearest = trace.device;
        }
    }
    return nearest;
}

void MemoryChart::mouseMoveEvent(QMouseEvent* event)
{
    const std::optional<Duration> when = timeAt(event->position());
    if (event->buttons().testFlag(Qt::LeftButton) && m_pressed) {
        const double moved = event->position().x() - m_pressed->x();
        m_pressed = event->position();
        emit panned(moved / plot().axisRect()->width());
        return;
    }
    emit pointedAt(when ? deviceAt(event->position(), *when) : std::nullopt, when);
}

void MemoryChart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && timeAt(event->position()))
        m_pressed = event->position();
}

void MemoryChart::mouseReleaseEvent(QMouseEvent* /*event*/)
{
    m_pressed.reset();
}

void MemoryChart::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (timeAt(event->position()))
        emit fitted();
}

void MemoryChart::wheelEvent(QWheelEvent* event)
{
    const std::optional<Duration> when = timeAt(event->position());
    if (!when)
        return;
    const QPoint turned = event->angleDelta();
    const bool sideways = std::abs(turned.x()) > std::abs(turned.y());
    const double notches = (sideways ? turned.x() : turned.y()) / kNotch;
    if (sideways || event->modifiers().testFlag(Qt::ShiftModifier))
        emit panned(notches * kPanPerNotch);
    else
        emit zoomed(*when, std::pow(kZoomPerNotch, notches));
    event->accept();
}

void MemoryChart::leaveEvent(QEvent* event)
{
    emit pointedAt(std::nullopt, std::nullopt);
    ChartCard::leaveEvent(event);
}

} // namespace pipegantt
