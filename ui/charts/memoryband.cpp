// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/memoryband.h"

#include "ui/charts/ink.h"

#include <qcustomplot.h>

#include <algorithm>

namespace pipegantt {

QCPGraph* addSteps(QCustomPlot& plot, const QVector<double>& keys, const QVector<double>& values)
{
    QCPGraph* graph = plot.addGraph();
    graph->setLineStyle(QCPGraph::lsStepLeft);
    graph->setSelectable(QCP::stNone);
    graph->setAntialiased(false);
    graph->setData(keys, values, true);
    return graph;
}

void addMemoryBand(
    QCustomPlot& plot, const Run& run, const MemoryTraces& traces, const Theme& theme)
{
    const std::vector<AmountRange>& envelope = traces.envelope;
    if (envelope.empty())
        return;
    const double begin = static_cast<double>(traces.begin.count());
    const double length = static_cast<double>((traces.end - traces.begin).count());
    const std::optional<Bytes> limit = limitOn(run.plan, run.schedule, run.metrics.peakDevice);
    const double limitBytes = limit ? static_cast<double>(limit->value) : 0;
    QVector<double> keys;
    QVector<double> lower;
    QVector<double> upper;
    QVector<double> within;
    QVector<double> beyond;
    for (std::size_t column = 0; column <= envelope.size(); ++column) {
        const AmountRange& range = envelope[std::min(column, envelope.size() - 1)];
        keys.append(
            begin + length * static_cast<double>(column) / static_cast<double>(envelope.size()));
        lower.append(static_cast<double>(range.least));
        upper.append(static_cast<double>(range.most));
        within.append(limitBytes);
        beyond.append(std::max(limitBytes, upper.back()));
    }
    if (run.schedule.devices() > static_cast<int>(traces.devices.size())) {
        QCPGraph* floor = addSteps(plot, keys, lower);
        floor->setPen(Qt::NoPen);
        QCPGraph* band = addSteps(plot, keys, upper);
        band->setPen(Qt::NoPen);
        band->setBrush(
            blended(inkColor(theme.look->fill(OperationKind::Forward)), theme.card, 0.22));
        band->setChannelFillGraph(floor);
    }
    if (traces.devicesOver > 0) {
        QCPGraph* base = addSteps(plot, keys, within);
        base->setPen(Qt::NoPen);
        QCPGraph* over = addSteps(plot, keys, beyond);
        over->setPen(Qt::NoPen);
        // Hatched as well as red: the colour alone would not tell everyone.
        over->setBrush(QBrush(inkColor(theme.look->limit), Qt::BDiagPattern));
        over->setChannelFillGraph(base);
    }
}

} // namespace pipegantt
