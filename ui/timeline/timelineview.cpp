// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/timelineview.h"

#include "ui/text/quantities.h"
#include "ui/timeline/card.h"
#include "ui/timeline/devicepixels.h"
#include "ui/timeline/framepainter.h"
#include "ui/timeline/overlay.h"
#include "ui/timeline/timelineaccessible.h"

#include <QEvent>
#include <QPainter>
#include <QPaintEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace pipegantt {

namespace {

// A window shorter than this part of the shortest operation shows nothing that a longer one hides.
constexpr int kShortestPart = 4;
constexpr double kKeyZoom = 1.5;

} // namespace

TimelineView::TimelineView(QWidget* parent)
    : QWidget(parent)
    , m_theme(lightTheme())
    , m_rowChip(new RowChip(m_rows, this))
{
    TimelineAccessible::install();
    setObjectName(QStringLiteral("timeline"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    // Letters are commands here, whatever input method is active.
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    grabGesture(Qt::PinchGesture);
    connect(&m_analysis, &Analysis::changed, this, qOverload<>(&QWidget::update));
    connect(&m_marks, &Marks::changed, this, qOverload<>(&QWidget::update));
    connect(&m_marks, &Marks::relaid, this, &TimelineView::relayout);
    connect(&m_edgeScroll, &EdgeScroll::asked, this, &TimelineView::scrollBeyond);
    connect(&m_viewport, &Viewport::changed, this, [this] {
        m_bars.move();
        repaintBars();
    });
    connect(&m_bars, &BarFrame::settled, this, &TimelineView::repaintBars);
    connect(&m_idle, &IdleSource::changed, this, &TimelineView::relayout);
    connect(&m_rows, &ChartRows::changed, this, &TimelineView::followRows);
    connect(&m_playback, &Playback::cursorChanged, this, &TimelineView::updateCursorState);
    connect(&m_playback, &Playback::playingChanged, this, [this](bool playing) {
        update();
        emit playingChanged(playing);
    });
    retranslate();
}

QSize TimelineView::sizeHint() const
{
    return {900, 400};
}

QSize TimelineView::minimumSizeHint() const
{
    return {320, 150};
}

void TimelineView::setRun(std::shared_ptr<const Run> run)
{
    // A drag is of the order that goes.
    if (m_orderDrag)
        cancelOrderDrag();
    m_refusal.reset();
    m_run = std::move(run);
    setTarget({}, false);
    m_spotlight = {};
    m_phases.clear();
    if (m_run) {
        // Above an excerpt stands what it leaves out.
        if (!m_run->excerpt)
            m_phases = phasesOf(*m_run);
        limitViewport();
    }
    m_rows.setRun(m_run);
    m_playback.setRun(m_run);
    m_marks.setRun(m_run);
    m_analysis.setRun(m_run);
    m_instant.setRun(m_run);
    m_lanes.setRun(m_run);
    m_bars.setRun(m_rows.pictureToKeep());
    m_idle.setRun(m_colorBy == ColorBy::IdleCause ? m_run : nullptr);
    m_rowChip->refresh();
    relayout();
    retranslate();
    if (underMouse() && m_gesture == Gesture::None)
        pointAt(m_pointer);
    selectFollowed();
}

void TimelineView::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_overview.invalidate();
    relayout();
}

void TimelineView::setCompanions(const Companions& companions)
{
    if (companions == m_companions)
        return;
    m_companions = companions;
    m_playback.setReach(companions.reach);
    if (m_run)
        limitViewport();
    relayout();
}

void TimelineView::limitViewport()
{
    m_viewport.setLimits(std::max(m_run->timeline.makespan, m_companions.reach),
        std::max(m_run->metrics.shortest / kShortestPart, Duration(1)));
}

void TimelineView::togglePlay()
{
    m_playback.toggle();
}

void TimelineView::stepForward()
{
    m_playback.stepForward();
}

void TimelineView::stepBack()
{
    m_playback.stepBack();
}

void TimelineView::toStart()
{
    m_playback.toStart();
}

void TimelineView::toEnd()
{
    m_playback.toEnd();
}

void TimelineView::fit()
{
    m_viewport.fit();
}

void TimelineView::zoomIn()
{
    m_viewport.glideZoom(zoomCentre(), kKeyZoom);
}

void TimelineView::zoomOut()
{
    m_viewport.glideZoom(zoomCentre(), 1 / kKeyZoom);
}

void TimelineView::clear()
{
    if (m_orderDrag)
        cancelOrderDrag();
    m_refusal.reset();
    m_playback.clear();
    m_analysis.clear();
    m_marks.choose(std::nullopt);
    setTarget({}, false);
}

void TimelineView::relayout()
{
    m_layout = layOut(size(),
        {
            .devices = m_rows.order().size(),
            .flags = !m_marks.all().empty(),
            .braces = !m_phases.empty() || (m_run && m_run->excerpt),
            .lanes = m_showsLanes && m_lanes.hasTraffic(),
            .labelWidth = std::max(FramePainter::labelWidth(m_rows),
                FramePainter::labelWidth(std::max(m_companions.devices, 1))),
            .lineHeight = FramePainter::lineHeight(),
            .devicePixelRatio = devicePixelRatioF(),
        });
    m_layout.order = &m_rows.order();
    if (!m_rowChip->isHidden()) {
        QRectF& legend = m_layout.legend;
        m_rowChip->move(static_cast<int>(legend.right()) - m_rowChip->width(),
            static_cast<int>(legend.center().y()) - m_rowChip->height() / 2);
        legend.setRight(std::max(m_rowChip->x() - 10.0, legend.left()));
    }
    m_viewport.setWidth(m_layout.bars.width());
    m_overview.invalidate();
    repaintBars();
}

void TimelineView::repaintBars()
{
    m_chart.invalidate();
    update();
}

void TimelineView::updateCursorState()
{
    repaintBars();
    if (const auto cursor = m_playback.cursor()) {
        // The window follows a playhead that leaves it; a fitted one never moves.
        m_viewport.reveal(*cursor, *cursor);
        emit cursorChanged(*cursor);
    } else {
        emit cursorCleared();
    }
}

// The playhead's number is as fine as a pixel; where it stands on an event it is exact.
QString TimelineView::cursorLabel() const
{
    Duration shown = *m_playback.cursor();
    if (m_playback.eventAfter(shown - Duration(1)) != shown) {
        Duration step(1);
        while (m_viewport.scale().lengthPx(step * 10) < 4)
            step *= 10;
        shown -= shown % step;
    }
    return durationText(trueTime(m_run->part(), shown), m_run->plan.unit);
}

void TimelineView::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    paintInto(painter, event->region());
}

void TimelineView::paintInto(QPainter& painter, const QRegion& exposed)
{
    if (m_layout.devicePixelRatio != devicePixelRatioF())
        relayout();
    alignToPixels(painter);
    m_chart.show(painter, size(), m_layout.devicePixelRatio, exposed,
        [this](QPainter& onto, const QRegion& part) { paintChart(onto, part); });
    if (!m_run)
        return;
    const Run& run = *m_run;
    const TimeScale& scale = m_viewport.scale();
    paintSpotlight(painter, m_layout, scale, m_theme, m_spotlight);
    const ChartSurface surface {painter, m_layout, scale, m_theme};
    m_analysis.paint(surface);
    m_marks.paint(
        surface, m_viewport.isFitted() ? std::nullopt : std::optional(m_viewport.makespan()));
    OverlayPainter overlay(painter, m_layout, scale, m_theme);
    if (const auto cursor = m_playback.cursor()) {
        overlay.paintRunning(m_rows.picture(), *cursor);
        overlay.paintPlayhead(*cursor, cursorLabel());
        if (!m_rows.showsStages())
            m_instant.paintDevices(painter, m_layout, m_theme, *cursor);
        m_instant.paintFlights(painter, m_layout, scale, m_theme, *cursor);
    }
    m_analysis.paintCursors(surface);
    paintFocus(painter);
    if (m_orderDrag || m_refusal) {
        paintEdit(painter);
        return;
    }
    if (!m_laneText.title.isEmpty()) {
        paintCard(painter, m_laneText,
            {.subject = QRectF(m_pointer, QSizeF(1, 1)),
                .cause = {},
                .pointer = m_pointer,
                .area = rect()},
            m_theme);
    }
    if (m_target.kind == HoverTarget::Kind::Nothing || (m_gesture != Gesture::None && !m_armed))
        return;
    overlay.paintTarget(run, m_target);
    const QRectF subject =
        overlay.place(m_target.device, m_target.begin, m_target.end, m_target.chunk);
    const auto cause = causeOf(run, m_target);
    const QRectF other = cause ? placeOf(cause->device, cause->operation) : QRectF();
    paintCard(painter, m_text,
        {
            .subject = subject.intersected(m_layout.bars),
            .cause = other.intersected(m_layout.bars),
            .pointer = m_byKeyboard ? subject.center() : m_pointer,
            .area = rect(),
        },
        m_theme);
}

void TimelineView::paintEdit(QPainter& painter)
{
    OverlayPainter overlay(painter, m_layout, m_viewport.scale(), m_theme);
    const bool refused =
        m_refusal || (m_orderDrag && m_orderDrag->outcome() && !*m_orderDrag->outcome());
    if (m_orderDrag)
        overlay.paintDrag(*m_run, *m_orderDrag, m_pointer, refused);
    if (!refused)
        return;
    const Refusal& refusal = m_refusal ? *m_refusal : m_orderDrag->outcome()->error();
    overlay.paintNeeds(*m_run, refusal.needs);
    // What was let go is explained above the chart, and the arrows need the room.
    if (!m_orderDrag)
        return;
    QRectF subject(m_pointer, QSizeF(1, 1));
    for (const Need& need : refusal.needs) {
        subject |= placeOf(need.userDevice, need.user);
        subject |= placeOf(need.makerDevice, need.maker);
    }
    paintCard(painter, refusalText(refusal),
        {
            .subject = subject.intersected(m_layout.bars),
            .cause = {},
            .pointer = m_pointer,
            .area = rect(),
        },
        m_theme);
}

void TimelineView::paintFocus(QPainter& painter)
{
    if (!m_showFocus)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    painter.restore();
}

void TimelineView::resizeEvent(QResizeEvent*)
{
    relayout();
}

void TimelineView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::ApplicationFontChange)
        relayout();
    QWidget::changeEvent(event);
}

void TimelineView::setTarget(const HoverTarget& target, bool byKeyboard)
{
    const bool wasSelected = std::exchange(m_byKeyboard, byKeyboard);
    if (byKeyboard)
        m_laneText = {};
    if (target == m_target) {
        update();
        return;
    }
    m_target = target;
    m_refusal.reset();
    describeTarget();
    // A pointer that wanders is nothing to announce; a step from the keyboard is.
    if (byKeyboard || m_target.kind == HoverTarget::Kind::Nothing)
        setAccessibleDescription(cardText());
    update();
    emit hoverChanged();
    if (byKeyboard)
        emit pointedAt(m_target.device, std::nullopt);
    else if (wasSelected && m_target.kind == HoverTarget::Kind::Nothing)
        emit pointedAt(std::nullopt, std::nullopt);
}

} // namespace pipegantt
