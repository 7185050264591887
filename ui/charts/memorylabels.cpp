// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The words in the memory chart.

#include "ui/charts/devicelabels.h"
#include "ui/charts/labelspace.h"
#include "ui/charts/memorychart.h"
#include "ui/charts/plotlabel.h"
#include "ui/text/quantities.h"

#include <qcustomplot.h>

#include <algorithm>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

/// A limit beyond this many peaks is named, not shown.
constexpr double kFarLimit = 6;

} // namespace

std::optional<Bytes> MemoryChart::limit() const
{
    return m_run ? limitOn(m_run->plan, m_run->schedule, m_run->metrics.peakDevice) : std::nullopt;
}

bool MemoryChart::isLimitOutOfSight() const
{
    const double peak = static_cast<double>(m_run->metrics.peakMemory.value);
    const std::optional<Bytes> most = limit();
    return most && static_cast<double>(most->value) > kFarLimit * peak;
}

QString MemoryChart::limitLabel() const
{
    const std::optional<Bytes> most = limit();
    if (!most)
        return {};
    const MemoryLimit& limit = m_run->plan.memoryLimit;
    const QString amount = limit.unit == MemoryLimit::Unit::Microbatches
        ? (limit.amount == 1 ? tr("limit 1 micro-batch")
                             : tr("limit %1 micro-batches").arg(limit.amount))
        : tr("limit %1").arg(memoryText(*most));
    return isLimitOutOfSight() ? amount + u" ↑"_s : amount;
}

QString MemoryChart::overLabel() const
{
    if (m_traces.devicesOver == 0)
        return {};
    return tr("passed by %1 of %2 devices")
        .arg(m_traces.devicesOver)
        .arg(m_run->schedule.devices());
}

QString MemoryChart::peakLabel() const
{
    if (!m_run)
        return {};
    const Metrics& metrics = m_run->metrics;
    const DeviceMetrics& peak = metrics.devices[static_cast<std::size_t>(metrics.peakDevice)];
    return tr("peak %1 · device %2 · at %3")
        .arg(memoryText(metrics.peakMemory))
        .arg(metrics.peakDevice)
        .arg(durationText(
            trueTime(m_run->part(), m_run->timeline.start(peak.peakOperation)), m_run->plan.unit));
}

void MemoryChart::addHatch(LabelSpace& space) const
{
    const double floor = plot().yAxis->coordToPixel(static_cast<double>(limit()->value));
    const double column0 = static_cast<double>(m_traces.begin.count());
    const double perColumn = static_cast<double>((m_traces.end - m_traces.begin).count())
        / static_cast<double>(m_traces.envelope.size());
    for (std::size_t column = 0; column < m_traces.envelope.size(); ++column) {
        const double top =
            plot().yAxis->coordToPixel(static_cast<double>(m_traces.envelope[column].most));
        const double x =
            plot().xAxis->coordToPixel(column0 + perColumn * static_cast<double>(column));
        if (top < floor)
            space.addLine({QPointF(x, floor), QPointF(x, top)});
    }
}

void MemoryChart::placeLabels()
{
    if (!m_run)
        return;
    const QRectF area(plot().axisRect()->rect());
    LabelSpace space(area);
    const auto pixel = [this](double key, double value) {
        return QPointF(plot().xAxis->coordToPixel(key), plot().yAxis->coordToPixel(value));
    };
    std::vector<QPolygonF> lines;
    for (const DeviceTrace& trace : m_traces.devices) {
        QPolygonF line;
        for (const MemoryStep& step : trace.steps) {
            QPointF corner =
                pixel(static_cast<double>(step.when.count()), static_cast<double>(step.held.value));
            // Of a window of time, what is outside lies at its edges.
            corner.setX(std::clamp(corner.x(), area.left(), area.right()));
            if (!line.isEmpty())
                line.append(QPointF(corner.x(), line.last().y()));
            line.append(corner);
        }
        space.addLine(line);
        lines.push_back(line);
    }

    const std::optional<Bytes> most = limit();
    m_limitLabel->setVisible(false);
    m_overLabel->setVisible(false);
    if (most) {
        const double y = isLimitOutOfSight()
            ? area.top() + QFontMetricsF(m_limitLabel->font()).height() + 5
            : plot().yAxis->coordToPixel(static_cast<double>(most->value));
        if (!isLimitOutOfSight())
            space.addLine({QPointF(area.left(), y), QPointF(area.right(), y)});
        const double end = area.right() - labelWidth(*m_limitLabel) / 2 - 1;
        putLabel(space, *m_limitLabel, {QPointF(end, y), QPointF(area.left(), y)});
        if (m_traces.devicesOver > 0) {
            addHatch(space);
            putLabel(space, *m_overLabel, {QPointF(area.left(), y), QPointF(area.right(), y)});
        }
    }
    const QPointF peak = pixel(m_peak->position->key(), m_peak->position->value());
    const bool inWindow = peak.x() >= area.left() - 1 && peak.x() <= area.right() + 1;
    m_peak->setVisible(inWindow);
    m_peakLabel->setVisible(false);
    if (!inWindow) {
        placeDeviceLabels(space, m_deviceLabels, lines);
        return;
    }
    space.addBox(QRectF(peak - QPointF(5, 5), QSizeF(10, 10)));
    const Bytes amount = m_run->metrics.peakMemory;
    putLabel(space, *m_peakLabel,
        {peakLabel(),
            tr("peak %1 · device %2").arg(memoryText(amount)).arg(m_run->metrics.peakDevice),
            memoryText(amount)},
        {peak, QPointF(area.right(), peak.y()), QPointF(area.left(), peak.y())});

    placeDeviceLabels(space, m_deviceLabels, lines);
}

std::vector<int> MemoryChart::labelledDevices() const
{
    std::vector<int> devices;
    for (std::size_t i = 0; i < m_deviceLabels.size(); ++i) {
        if (m_deviceLabels[i]->visible())
            devices.push_back(m_traces.devices[i].device);
    }
    return devices;
}

std::vector<QRectF> MemoryChart::labelPlaces() const
{
    std::vector<QRectF> places;
    std::vector<QCPItemText*> labels = m_deviceLabels;
    labels.insert(labels.end(), {m_limitLabel, m_overLabel, m_peakLabel});
    for (const QCPItemText* label : labels) {
        if (label->visible() && !label->text().isEmpty())
            places.emplace_back(label->position->pixelPosition(),
                QSizeF(labelWidth(*label), QFontMetricsF(label->font()).height()));
    }
    return places;
}

} // namespace pipegantt
