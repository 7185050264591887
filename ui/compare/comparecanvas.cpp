// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/comparecanvas.h"

#include "ui/compare/wipehandle.h"
#include "ui/text/quantities.h"
#include "ui/timeline/framepainter.h"
#include "ui/timeline/timelineview.h"

#include <QEvent>

#include <algorithm>
#include <cmath>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

constexpr double kWipeStep = 0.02;

} // namespace

CompareCanvas::CompareCanvas(const CompareSet& set, TimelineView& chart, QWidget* parent)
    : QWidget(parent)
    , m_set(set)
    , m_chart(chart)
    , m_viewport(chart.viewport())
    , m_playback(chart.playback())
    , m_theme(lightTheme())
    , m_handle(new WipeHandle(this))
{
    setObjectName(u"compareCanvas"_s);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&set, &CompareSet::changed, this, &CompareCanvas::refresh);
    connect(&set, &CompareSet::currentChanged, this, &CompareCanvas::refresh);
    connect(&m_viewport, &Viewport::changed, this, &CompareCanvas::repaintPictures);
    connect(&m_playback, &Playback::cursorChanged, this, &CompareCanvas::repaintPictures);
    connect(&chart, &TimelineView::colorsChanged, this, &CompareCanvas::repaintPictures);
    connect(&chart.rows(), &ChartRows::changed, this, &CompareCanvas::repaintPictures);
    for (const PlanPicture& picture : m_pictures)
        connect(&picture.idle(), &IdleSource::changed, this, &CompareCanvas::repaintPictures);
    connect(m_handle, &WipeHandle::moved, this, &CompareCanvas::setWipe);
    refresh();
}

void CompareCanvas::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_handle->setTheme(theme);
    relayout();
}

void CompareCanvas::setArrangement(Arrangement arrangement)
{
    m_arrangement = arrangement;
    refresh();
}

void CompareCanvas::setWipe(double share)
{
    const double within = std::clamp(share, 0.0, 1.0);
    if (within == m_wipe)
        return;
    m_wipe = within;
    placeHandle();
    update();
    emit wipeMoved(m_wipe);
}

void CompareCanvas::wipeLeft()
{
    setWipe(m_wipe - kWipeStep);
}

void CompareCanvas::wipeRight()
{
    setWipe(m_wipe + kWipeStep);
}

QString CompareCanvas::cardText() const
{
    if (!m_spot)
        return {};
    const HoverText text = HoverWords::describe(runOf(m_spot->plan), m_target);
    return (QStringList(text.title) + text.lines + QStringList(m_set.title(m_shown[m_spot->plan])))
        .join(u'\n');
}

QString CompareCanvas::trouble() const
{
    if (m_arrangement == Arrangement::Stacked || m_set.isEmpty())
        return {};
    if (const auto error = m_set.trouble(0))
        return errorText(*error);
    if (m_layout.tooThin) {
        return tr("Overlaid, the rows of %1 devices in %2 plans are thinner than a pixel. Stacked, "
                  "or as a wipe, they can be seen.")
            .arg(m_layout.frame.rows.devices)
            .arg(m_shown.size());
    }
    return {};
}

TimeScale CompareCanvas::scale() const
{
    const TimeScale& shared = m_viewport.scale();
    return {shared.begin(), shared.end(), m_layout.frame.bars.width()};
}

QSize CompareCanvas::sizeHint() const
{
    return {900, minimumSizeHint().height() * 2};
}

QSize CompareCanvas::minimumSizeHint() const
{
    return {320, static_cast<int>(std::ceil(leastComparisonHeight(needs())))};
}

const std::shared_ptr<const Run>& CompareCanvas::sharedRunOf(std::size_t pane) const
{
    const std::size_t plan = m_shown[pane];
    return plan < m_set.pinned().size() ? m_set.pinned()[plan].run : m_set.current();
}

bool CompareCanvas::isDrawn(std::size_t pane) const
{
    return m_shown[pane] >= m_set.pinned().size() || !m_set.trouble(m_shown[pane]);
}

QString CompareCanvas::paneTitle(std::size_t pane) const
{
    const Run& run = runOf(pane);
    QString title = m_set.title(m_shown[pane]) + u" · "_s
        + durationText(run.metrics.makespan, run.plan.unit) + u" · "_s
        + tr("bubble %1").arg(percentText(run.metrics.bubbleRatio));
    const int own = run.schedule.devices();
    const int others = m_set.current() ? m_set.current()->schedule.devices() : own;
    if (m_arrangement == Arrangement::Stacked && own < others) {
        title += u" · "_s
            + (own + 1 == others ? tr("no device %1").arg(own)
                                 : tr("no devices %1 – %2").arg(own).arg(others - 1));
    }
    return title;
}

CompareNeeds CompareCanvas::needs() const
{
    CompareNeeds needs;
    needs.arrangement = m_arrangement;
    int most = 1;
    for (std::size_t pane = 0; pane < m_shown.size(); ++pane) {
        needs.devices.push_back(runOf(pane).schedule.devices());
        most = std::max(most, needs.devices.back());
    }
    needs.labelWidth = FramePainter::labelWidth(most);
    needs.lineHeight = FramePainter::lineHeight();
    needs.devicePixelRatio = devicePixelRatioF();
    // Over the chart the axis is the chart's own, to the pixel.
    if (m_arrangement == Arrangement::Stacked)
        needs.axis = m_chart.barsArea();
    return needs;
}

void CompareCanvas::refresh()
{
    m_shown.clear();
    const std::size_t pinned = m_set.pinned().size();
    if (m_arrangement == Arrangement::Stacked) {
        for (std::size_t plan = 0; plan < pinned; ++plan)
            m_shown.push_back(plan);
    } else if (m_set.current() && m_set.baseline()) {
        m_shown.push_back(0);
        for (std::size_t plan = 1; m_arrangement == Arrangement::Overlaid && plan < pinned;
             ++plan) {
            if (!m_set.trouble(plan))
                m_shown.push_back(plan);
        }
        m_shown.push_back(pinned);
    }
    m_spot.reset();
    updateGeometry();
    relayout();
    retranslate();
}

void CompareCanvas::relayout()
{
    const CompareNeeds needed = needs();
    m_axisOf = needed.axis;
    m_layout = layOutComparison(size(), needed);
    placeHandle();
    repaintPictures();
}

void CompareCanvas::repaintPictures()
{
    m_valid = false;
    update();
}

double CompareCanvas::dividerX() const
{
    const QRectF& bars = m_layout.frame.bars;
    return bars.left() + std::round(bars.width() * m_wipe);
}

void CompareCanvas::placeHandle()
{
    const bool wiping = m_arrangement == Arrangement::Wipe && !m_shown.empty();
    m_handle->setVisible(wiping);
    if (!wiping)
        return;
    const QRectF& bars = m_layout.frame.bars;
    m_handle->place(bars, m_layout.panes.front().title.height(), dividerX());
    m_handle->setShare(m_wipe);
}

void CompareCanvas::retranslate()
{
    QStringList titles;
    for (std::size_t pane = 0; pane < m_shown.size(); ++pane)
        titles.append(paneTitle(pane));
    setAccessibleName(tr("Comparison of plans on one time axis"));
    setAccessibleDescription(m_shown.empty() ? trouble() : titles.join(u"; "_s));
    update();
}

void CompareCanvas::resizeEvent(QResizeEvent*)
{
    relayout();
}

void CompareCanvas::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::ApplicationFontChange) {
        relayout();
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace pipegantt
