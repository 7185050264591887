// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/memorychart.h"

#include "core/schedule/catalogue.h"
#include "ui/charts/axisticks.h"
#include "ui/charts/ink.h"
#include "ui/charts/memoryband.h"
#include "ui/charts/plotlabel.h"
#include "ui/text/quantities.h"

#include <qcustomplot.h>
#include <QtConcurrentRun>

#include <algorithm>
#include <cmath>
#include <utility>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

constexpr double kRowSpacingPx = 42;
constexpr double kHeadRoom = 1.22;
/// How much of what is still to come is covered.
constexpr float kFutureVeil = 0.7F;

} // namespace

MemoryChart::MemoryChart(QWidget* parent)
    : ChartCard(parent)
    , m_limitLine(new QCPItemStraightLine(&plot()))
    , m_limitLabel(addLabel(plot(), u"legend"_s))
    , m_overLabel(addLabel(plot(), u"legend"_s))
    , m_peak(new QCPItemTracer(&plot()))
    , m_peakLabel(addLabel(plot(), u"legend"_s))
    , m_future(new QCPItemRect(&plot()))
    , m_playhead(new QCPItemStraightLine(&plot()))
    , m_pointer(new QCPItemStraightLine(&plot()))
{
    setMouseTracking(true);
    m_pointer->setLayer(u"overlay"_s);
    m_pointer->setVisible(false);
    m_peak->setStyle(QCPItemTracer::tsCircle);
    m_peak->position->setType(QCPItemPosition::ptPlotCoords);
    m_peak->setClipToAxisRect(false);
    m_peak->setSize(8);
    m_future->setLayer(u"overlay"_s);
    m_playhead->setLayer(u"overlay"_s);
    m_future->setPen(Qt::NoPen);
    m_future->topLeft->setTypeX(QCPItemPosition::ptPlotCoords);
    m_future->topLeft->setTypeY(QCPItemPosition::ptAxisRectRatio);
    m_future->bottomRight->setType(QCPItemPosition::ptAxisRectRatio);
    m_future->bottomRight->setCoords(1, 1);
    m_future->setVisible(false);
    m_limitLine->setVisible(false);
    m_peak->setVisible(false);
    m_playhead->setVisible(false);

    connect(&plot(), &QCustomPlot::afterLayout, this, &MemoryChart::placeLabels);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        const std::shared_ptr<Outcome> outcome = m_watcher.result();
        m_run = outcome->run;
        m_traces = std::move(outcome->traces);
        retranslate();
        if (std::exchange(m_isStale, false))
            requestTraces();
    });
    MemoryChart::setTheme(theme());
    MemoryChart::retranslate();
}

MemoryChart::~MemoryChart()
{
    m_watcher.waitForFinished();
}

void MemoryChart::setRun(std::shared_ptr<const Run> run)
{
    m_requested = std::move(run);
    if (m_requested && !m_followsWindow)
        m_end = m_requested->timeline.makespan;
    requestTraces();
}

void MemoryChart::requestTraces()
{
    if (!m_requested)
        return;
    // One at a time: a window that glides asks for many, and only the last one matters.
    if (m_watcher.isRunning()) {
        m_isStale = true;
        return;
    }
    m_columns = columns();
    // Half a window more on either side, so that the lines are there when it moves.
    const Duration makespan = m_requested->timeline.makespan;
    const Duration half = (m_end - m_begin) / 2;
    const Duration begin = std::clamp(m_begin - half, Duration::zero(), makespan - Duration(1));
    const Duration end = std::clamp(m_end + half, begin + Duration(1), makespan);
    const std::size_t columns = begin == m_begin && end == m_end ? m_columns : 2 * m_columns;
    m_watcher.setFuture(QtConcurrent::run([run = m_requested, begin, end, columns] {
        return std::make_shared<Outcome>(Outcome {run, memoryTraces(*run, begin, end, columns)});
    }));
}

void MemoryChart::setTheme(const Theme& theme)
{
    ChartCard::setTheme(theme);
    const QFont font = uiFont(TypeStep::Caption);
    QPen limit(inkColor(theme.look->limit), 1.4);
    limit.setDashPattern({4, 3});
    m_limitLine->setPen(limit);
    const QColor limitInk = legibleInk(limit.color(), theme.card, theme.text);
    QFont strong = font;
    strong.setBold(true);
    styleLabel(*m_limitLabel, font, limitInk, theme.card);
    styleLabel(*m_overLabel, strong, limitInk, theme.card);
    styleLabel(*m_peakLabel, font, theme.text, theme.card);
    m_peak->setPen(QPen(theme.card, 1.5));
    m_peak->setBrush(theme.text);
    m_playhead->setPen(QPen(theme.accent, 1.5));
    QColor veil = theme.card;
    veil.setAlphaF(kFutureVeil);
    m_future->setBrush(veil);
    m_pointer->setPen(QPen(theme.mutedText, 1));
    showTraces();
}

void MemoryChart::setPlayhead(std::optional<Duration> when)
{
    m_playhead->setVisible(when.has_value());
    m_future->setVisible(when.has_value());
    if (when) {
        m_future->topLeft->setCoords(static_cast<double>(when->count()), 0);
        const auto key = static_cast<double>(when->count());
        m_playhead->point1->setCoords(key, 0);
        m_playhead->point2->setCoords(key, 1);
    }
    plot().layer(u"overlay"_s)->replot();
}

void MemoryChart::retranslate()
{
    const bool gathered =
        m_run && m_run->schedule.devices() > static_cast<int>(m_traces.devices.size());
    QString subtitle = tr("per device over time");
    if (gathered)
        subtitle = tr("range of %1 devices").arg(m_run->schedule.devices());
    if (m_run && m_run->plan.memoryLimit.unit == MemoryLimit::Unit::Microbatches)
        subtitle += u" · "_s + tr("right: micro-batches");
    if (m_run)
        subtitle += u" · "_s + unitText(m_run->plan.unit);
    setHeading(tr("Activation memory"), subtitle);
    setAccessibleName(tr("Activation memory, per device over time"));
    setAccessibleDescription(QStringList {peakLabel(), limitLabel(), overLabel()}.join(u", "_s));
    QString help = tr("The activations that each device keeps, from a micro-batch's forward pass "
                      "until its backward pass is done. The dot is the first time of the highest "
                      "peak.");
    if (gathered)
        help = tr("%1 %2", "two sentences")
                   .arg(help,
                       tr("Of so many devices the lines of the heaviest and the lightest are "
                          "drawn, and the band of all."));
    setToolTip(help);
    showTraces();
}

void MemoryChart::resizeEvent(QResizeEvent* event)
{
    ChartCard::resizeEvent(event);
    if (columns() != m_columns)
        requestTraces();
    showTraces();
}

std::size_t MemoryChart::columns() const
{
    return static_cast<std::size_t>(std::max(64, plot().width()));
}

QColor MemoryChart::deviceInk(std::size_t line) const
{
    // From the strongest shade for device 0 to a light one for the last.
    const QColor forward = inkColor(theme().look->fill(OperationKind::Forward));
    const double way = m_traces.devices.size() < 2
        ? 0
        : static_cast<double>(line) / static_cast<double>(m_traces.devices.size() - 1);
    return way < 0.5 ? blended(theme().text, forward, 0.5 - way)
                     : blended(theme().card, forward, (theme().dark ? 0.6 : 1.1) * (way - 0.5));
}

void MemoryChart::showTraces()
{
    plot().clearGraphs();
    m_highlight = nullptr;
    for (QCPItemText* label : m_deviceLabels)
        plot().removeItem(label);
    m_deviceLabels.clear();
    if (m_run) {
        showAxes();
        addMemoryBand(plot(), *m_run, m_traces, theme());
        showDevices();
        showLimit();
        showPeak();
        showHighlight();
    }
    plot().replot(QCustomPlot::rpQueuedReplot);
}

void MemoryChart::showDevices()
{
    for (std::size_t line = 0; line < m_traces.devices.size(); ++line) {
        const DeviceTrace& trace = m_traces.devices[line];
        QVector<double> keys;
        QVector<double> values;
        for (const MemoryStep& step : trace.steps) {
            keys.append(static_cast<double>(step.when.count()));
            values.append(static_cast<double>(step.held.value));
        }
        keys.append(static_cast<double>(m_traces.end.count()));
        values.append(values.isEmpty() ? 0 : values.last());
        const QColor ink = deviceInk(line);
        addSteps(plot(), keys, values)->setPen(QPen(ink, 1.6));

        QCPItemText* label = addLabel(plot(), u"legend"_s);
        styleLabel(*label, uiFont(TypeStep::Caption), legibleInk(ink, theme().card, theme().text),
            Qt::transparent);
        label->setText(tr("device %1").arg(trace.device));
        m_deviceLabels.push_back(label);
    }
}

void MemoryChart::showLimit()
{
    const std::optional<Bytes> most = limit();
    const bool inSight = most && !isLimitOutOfSight();
    m_limitLine->setVisible(inSight);
    if (inSight) {
        m_limitLine->point1->setCoords(0, static_cast<double>(most->value));
        m_limitLine->point2->setCoords(1, static_cast<double>(most->value));
    }
    m_limitLabel->setText(limitLabel());
    m_overLabel->setText(overLabel());
}

void MemoryChart::showPeak()
{
    const Metrics& metrics = m_run->metrics;
    const DeviceMetrics& peak = metrics.devices[static_cast<std::size_t>(metrics.peakDevice)];
    m_peak->position->setCoords(
        static_cast<double>(m_run->timeline.start(peak.peakOperation).count()),
        static_cast<double>(peak.peakMemory.value));
    m_peak->setVisible(true);
}

void MemoryChart::showAxes()
{
    const Plan& plan = m_run->plan;
    const std::optional<Bytes> most = limit();
    double top = static_cast<double>(m_run->metrics.peakMemory.value);
    if (most && !isLimitOutOfSight())
        top = std::max(top, static_cast<double>(most->value));
    top *= kHeadRoom;
    const double rows = (plot().height() - 36) / kRowSpacingPx;
    setLevelTicks(
        *plot().yAxis, top, rows, [](std::int64_t bytes) { return memoryText(Bytes {bytes}); });

    // Micro-batches count from nothing, so only where nothing else is held.
    const bool counted =
        plan.memoryLimit.unit == MemoryLimit::Unit::Microbatches && plan.state.total() == Bytes {};
    plot().yAxis2->setVisible(counted);
    if (counted)
        setLevelTicks(*plot().yAxis2, top / static_cast<double>(plan.activation.value), rows,
            [](std::int64_t count) { return QString::number(count); });
    showWindow();
}

} // namespace pipegantt
