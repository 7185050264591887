// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/bubblechart.h"

#include "core/plan/parameter.h"
#include "core/planner/adaptation.h"
#include "core/schedule/catalogue.h"
#include "ui/charts/axisticks.h"
#include "ui/charts/curvepen.h"
#include "ui/charts/ink.h"
#include "ui/charts/keystep.h"
#include "ui/charts/labelspace.h"
#include "ui/charts/plotlabel.h"
#include "ui/text/quantities.h"

#include <qcustomplot.h>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QtConcurrentRun>

#include <algorithm>
#include <bit>
#include <cmath>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLeastAxisMaximum = 128;
constexpr double kGrabPx = 16;
constexpr double kPointPx = 13;
constexpr double kFocusedPointPx = 18;

int axisMaximumFor(int microbatches)
{
    const auto next = std::bit_ceil(static_cast<unsigned>(microbatches) + 1U);
    return std::max(kLeastAxisMaximum, static_cast<int>(next));
}

QPolygonF pixels(const QCustomPlot& plot, const std::vector<CurvePoint>& points)
{
    QPolygonF line;
    line.reserve(static_cast<qsizetype>(points.size()));
    for (const CurvePoint& point : points)
        line.append(QPointF(plot.xAxis->coordToPixel(point.microbatches),
            plot.yAxis->coordToPixel(100 * point.bubbleRatio.value())));
    return line;
}

} // namespace

BubbleChart::BubbleChart(QWidget* parent)
    : ChartCard(parent)
    , m_targetLine(new QCPItemStraightLine(&plot()))
    , m_targetLabel(addLabel(plot(), u"legend"_s))
    , m_point(new QCPItemTracer(&plot()))
    , m_pointLabel(addLabel(plot(), u"overlay"_s))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);

    plot().xAxis->setScaleType(QCPAxis::stLogarithmic);
    plot().yAxis->setRange(0, 100);
    m_point->setLayer(u"overlay"_s);
    m_point->setStyle(QCPItemTracer::tsCircle);
    m_point->position->setType(QCPItemPosition::ptPlotCoords);
    m_point->setClipToAxisRect(false);
    m_point->setVisible(false);
    m_targetLine->setVisible(false);

    connect(&plot(), &QCustomPlot::afterLayout, this, &BubbleChart::placeLabels);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        m_curves = m_watcher.result();
        showCurves();
    });
    BubbleChart::setTheme(theme());
    BubbleChart::retranslate();
}

BubbleChart::~BubbleChart()
{
    m_stop.request_stop();
    m_watcher.waitForFinished();
}

void BubbleChart::setRun(const std::shared_ptr<const Run>& run)
{
    if (run)
        setPlan(run->plan, run->metrics.bubbleRatio);
}

void BubbleChart::setPlan(const Plan& plan, Ratio currentBubble)
{
    m_plan = plan;
    m_bubble = currentBubble;
    if (m_gesture == Gesture::None)
        m_microbatches = plan.microbatches;
    showAxes();
    requestCurves();
    retranslate();
    showCurves();
}

void BubbleChart::setTheme(const Theme& theme)
{
    ChartCard::setTheme(theme);
    const QFont font = uiFont(TypeStep::Caption);
    QFont strong = font;
    strong.setBold(true);

    QPen limit(inkColor(theme.look->limit), 1.2);
    limit.setDashPattern({4, 3});
    m_targetLine->setPen(limit);
    styleLabel(*m_targetLabel, font, legibleInk(limit.color(), theme.card, theme.text), theme.card);
    styleLabel(*m_pointLabel, strong, theme.text, theme.card);
    showCurves();
}

void BubbleChart::retranslate()
{
    setHeading(tr("Bubble against M"),
        isMovable() ? tr("P = %1, drag the point").arg(m_plan.stages)
                    : tr("P = %1, one batch, no micro-batches").arg(m_plan.stages));
    setAccessibleName(tr("Bubble against M"));
    m_targetLabel->setText(tr("target %1 %").arg(100 - m_plan.targetEfficiency));
    setToolTip(tr("The share of all device time that is idle if the batch is cut into M "
                  "micro-batches, under this schedule and those of the textbooks. Drag the point, "
                  "or use the arrow keys, Page Up and Page Down, to change M."));
    showAxes();
    showCurves();
}

QStringList BubbleChart::curveLabels() const
{
    QStringList labels;
    for (const CurveGroup& group : m_curves) {
        QStringList titles;
        for (const ScheduleKind kind : group.kinds) {
            const std::string_view title = entry(kind).title;
            titles.append(QString::fromUtf8(title.data(), static_cast<qsizetype>(title.size())));
        }
        labels.append(titles.join(tr(", ", "between the names of schedules")));
    }
    return labels;
}

QString BubbleChart::pointLabel() const
{
    // Ahead of the simulation only M is known.
    const bool known = m_microbatches == m_plan.microbatches;
    return tr("M = %1 · %2").arg(m_microbatches).arg(known ? percentText(m_bubble) : u"…"_s);
}

QPointF BubbleChart::pointPosition() const
{
    return plot().mapTo(this,
        QPointF(plot().xAxis->coordToPixel(m_point->position->key()),
            plot().yAxis->coordToPixel(m_point->position->value())));
}

void BubbleChart::requestCurves()
{
    const Plan wanted = curvePlan(m_plan);
    if (m_curvePlan == wanted && m_curveMaximum == m_axisMaximum)
        return;
    m_curvePlan = wanted;
    m_curveMaximum = m_axisMaximum;
    m_stop.request_stop();
    m_stop = std::stop_source();
    // A replaced future's result is never delivered, so stale curves are dropped here.
    m_watcher.setFuture(
        QtConcurrent::run([wanted, maximum = m_axisMaximum, stop = m_stop.get_token()] {
            return curveGroups(wanted, maximum, stop);
        }));
}

void BubbleChart::showAxes()
{
    if (m_gesture == Gesture::None)
        m_axisMaximum = axisMaximumFor(m_microbatches);
    setPowerTicks(*plot().xAxis, m_axisMaximum, std::max(1, plot().width() - 60));
    const auto percents = QSharedPointer<QCPAxisTickerText>::create();
    for (int percent = 0; percent <= 100; percent += plot().height() < 150 ? 50 : 20)
        percents->addTick(percent, tr("%1 %").arg(percent));
    plot().yAxis->setTicker(percents);
}

void BubbleChart::showCurves()
{
    plot().clearGraphs();
    for (QCPItemText* label : m_curveLabels)
        plot().removeItem(label);
    m_curveLabels.clear();

    QFont font = uiFont(TypeStep::Caption);
    const QStringList labels = curveLabels();
    std::size_t others = 0;
    for (const CurveGroup& group : m_curves) {
        const bool own = group.contains(m_plan.schedule);
        const QPen pen = own ? ownCurvePen(theme()) : otherCurvePen(theme(), others++);
        QCPGraph* graph = plot().addGraph();
        graph->setPen(pen);
        graph->setSelectable(QCP::stNone);
        for (const QPointF& point : smoothCurve(group.points))
            graph->addData(point.x(), 100 * point.y());

        QCPItemText* label = addLabel(plot(), u"legend"_s);
        font.setBold(own);
        styleLabel(*label, font, legibleInk(pen.color(), theme().card, theme().text), theme().card);
        label->setText(labels[static_cast<qsizetype>(m_curveLabels.size())]);
        m_curveLabels.push_back(label);
    }
    m_targetLine->setVisible(!m_curves.empty());
    m_targetLine->point1->setCoords(1, 100 - m_plan.targetEfficiency);
    m_targetLine->point2->setCoords(2, 100 - m_plan.targetEfficiency);
    showPoint();
    plot().replot(QCustomPlot::rpQueuedReplot);
}

void BubbleChart::showPoint()
{
    const auto own = std::ranges::find_if(
        m_curves, [this](const CurveGroup& group) { return group.contains(m_plan.schedule); });
    const bool known = m_microbatches == m_plan.microbatches;
    const double ratio =
        known || own == m_curves.end() ? m_bubble.value() : own->ratioAt(m_microbatches);

    const QColor ink = inkColor(theme().look->fill(OperationKind::Forward));
    m_point->position->setCoords(m_microbatches, 100 * ratio);
    m_point->setSize(hasFocus() ? kFocusedPointPx : kPointPx);
    m_point->setBrush(ink);
    m_point->setPen(QPen(hasFocus() ? theme().text : theme().card, 2));
    m_point->setVisible(!m_curves.empty());
    m_pointLabel->setText(pointLabel());
    setAccessibleDescription(pointLabel());
    plot().replot(QCustomPlot::rpQueuedReplot);
}

void BubbleChart::placeLabels()
{
    if (m_curves.empty())
        return;
    const QRectF area(plot().axisRect()->rect());
    LabelSpace space(area);
    const double targetPx = plot().yAxis->coordToPixel(100 - m_plan.targetEfficiency);
    const QPolygonF targetLine {QPointF(area.left(), targetPx), QPointF(area.right(), targetPx)};
    std::vector<QPolygonF> lines;
    for (const CurveGroup& group : m_curves) {
        lines.push_back(pixels(plot(), group.points));
        space.addLine(lines.back());
    }
    space.addLine(targetLine);

    const QPointF point(plot().xAxis->coordToPixel(m_point->position->key()),
        plot().yAxis->coordToPixel(m_point->position->value()));
    const double radius = kFocusedPointPx / 2;
    space.addBox(QRectF(point.x() - radius, point.y() - radius, 2 * radius, 2 * radius));

    // Around the point in growing rings, so that its label is near and never missing.
    QPolygonF about;
    for (const double ring : {radius, 2.5 * radius, 5 * radius, 9 * radius}) {
        for (const QPointF& side :
            {QPointF(1, -0.4), QPointF(0, -1), QPointF(1, 1), QPointF(0, 1), QPointF(-1, 0)})
            about.append(point + ring * side);
    }
    putLabel(space, *m_pointLabel, about);
    for (std::size_t i = 0; i < m_curveLabels.size(); ++i) {
        // From the first third on: at the left end all curves start together.
        const QPolygonF& line = lines[i];
        const double third = area.left() + area.width() * 0.3;
        const auto from = std::distance(line.begin(),
            std::ranges::find_if(line, [third](const QPointF& p) { return p.x() >= third; }));
        putLabel(space, *m_curveLabels[i], line.mid(from) + line.mid(0, from + 1));
    }
    const QPointF end = targetLine[1] - QPointF(labelWidth(*m_targetLabel) / 2 + 1, 0);
    putLabel(space, *m_targetLabel, {end, targetLine[0]});
}

bool BubbleChart::isMovable() const
{
    return !runsOneMicrobatchOnly(m_plan.schedule);
}

bool BubbleChart::isOnPoint(const QPointF& position) const
{
    const QPointF way = position - pointPosition();
    return !m_curves.empty() && isMovable() && std::hypot(way.x(), way.y()) <= kGrabPx;
}

void BubbleChart::move(int microbatches)
{
    if (microbatches == m_microbatches)
        return;
    m_microbatches = microbatches;
    showPoint();
    emit microbatchesDragged(microbatches, false);
}

void BubbleChart::finish(int microbatches)
{
    m_gesture = Gesture::None;
    m_microbatches = microbatches;
    emit microbatchesDragged(microbatches, true);
    showAxes();
    requestCurves();
    showPoint();
}

void BubbleChart::resizeEvent(QResizeEvent* event)
{
    ChartCard::resizeEvent(event);
    showAxes();
    plot().replot(QCustomPlot::rpQueuedReplot);
}

void BubbleChart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !isOnPoint(event->position())) {
        ChartCard::mousePressEvent(event);
        return;
    }
    m_gesture = Gesture::Mouse;
    m_gestureStart = m_microbatches;
}

void BubbleChart::mouseMoveEvent(QMouseEvent* event)
{
    if (m_gesture != Gesture::Mouse) {
        setCursor(isOnPoint(event->position()) ? Qt::SizeHorCursor : Qt::ArrowCursor);
        return;
    }
    const ParameterInfo& range = info(Parameter::Microbatches);
    const double x = plot().mapFrom(this, event->position()).x();
    const double wanted = std::clamp(plot().xAxis->pixelToCoord(x), 1.0,
        std::min<double>(m_axisMaximum, static_cast<double>(range.maximum)));
    move(static_cast<int>(std::lround(wanted)));
}

void BubbleChart::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_gesture == Gesture::Mouse && event->button() == Qt::LeftButton)
        finish(m_microbatches);
    else
        ChartCard::mouseReleaseEvent(event);
}

void BubbleChart::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_gesture != Gesture::None) {
        finish(m_gestureStart);
        return;
    }
    const std::optional<int> wanted = microbatchesAfter(event->key(), m_microbatches);
    if (!wanted) {
        ChartCard::keyPressEvent(event);
        return;
    }
    if (!isMovable() || m_gesture == Gesture::Mouse)
        return;
    if (m_gesture == Gesture::None)
        m_gestureStart = m_microbatches;
    m_gesture = Gesture::Key;
    move(*wanted);
}

void BubbleChart::keyReleaseEvent(QKeyEvent* event)
{
    if (m_gesture == Gesture::Key && !event->isAutoRepeat())
        finish(m_microbatches);
    else
        ChartCard::keyReleaseEvent(event);
}

void BubbleChart::focusInEvent(QFocusEvent* event)
{
    ChartCard::focusInEvent(event);
    showPoint();
}

void BubbleChart::focusOutEvent(QFocusEvent* event)
{
    ChartCard::focusOutEvent(event);
    if (m_gesture != Gesture::None)
        finish(m_microbatches);
    showPoint();
}

} // namespace pipegantt
