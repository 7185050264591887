// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of CompareCanvas that paints.

#include "ui/compare/comparecanvas.h"
#include "ui/text/quantities.h"
#include "ui/timeline/card.h"
#include "ui/timeline/framepainter.h"
#include "ui/timeline/overlay.h"
#include "ui/timeline/timelineview.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

constexpr double kLeastTag = 9;
constexpr double kTagX = 7; // left of the bars

} // namespace

void CompareCanvas::paintEvent(QPaintEvent*)
{
    const bool moved = m_arrangement == Arrangement::Stacked && m_axisOf != m_chart.barsArea();
    if (moved || m_layout.devicePixelRatio != devicePixelRatioF())
        relayout();
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.window);
    painter.setFont(uiFont(TypeStep::Caption));
    if (const QString words = trouble(); !words.isEmpty() || m_shown.empty()) {
        paintWords(painter, QRectF(rect()).adjusted(16, 8, -16, -8), words);
        return;
    }
    if (!m_valid) {
        for (std::size_t pane = 0; pane < m_shown.size(); ++pane) {
            if (!isDrawn(pane))
                continue;
            m_images[pane] = &m_pictures[pane].paint({
                .run = sharedRunOf(pane),
                .theme = &m_theme,
                .chart = &m_layout.panes[pane].chart,
                .scale = scale(),
                .cursor = m_playback.cursor(),
                .colorBy = m_chart.shownColors(),
            });
        }
        m_valid = true;
    }
    for (std::size_t pane = 0; pane < m_shown.size(); ++pane)
        paintPane(painter, pane);
    paintTitles(painter);
    paintFrame(painter);
    paintPlayhead(painter);
    paintTarget(painter);
    if (m_showFocus) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

QRectF CompareCanvas::clipOf(std::size_t pane) const
{
    QRectF clip = m_layout.panes[pane].chart.bars.adjusted(-2, -2, 2, 2);
    if (m_arrangement != Arrangement::Wipe)
        return clip;
    if (pane == 0)
        clip.setRight(dividerX());
    else
        clip.setLeft(dividerX());
    return clip;
}

void CompareCanvas::paintPane(QPainter& painter, std::size_t pane)
{
    const CompareLayout::Pane& place = m_layout.panes[pane];
    if (!isDrawn(pane)) {
        paintWords(painter, place.chart.bars, errorText(*m_set.trouble(m_shown[pane])));
        return;
    }
    painter.save();
    if (m_arrangement == Arrangement::Overlaid) {
        paintStrips(painter, pane);
    } else {
        painter.setClipRect(clipOf(pane));
        painter.drawImage(place.chart.bars.topLeft(), *m_images[pane]);
    }
    painter.restore();
    paintMissing(painter, pane);
}

void CompareCanvas::paintStrips(QPainter& painter, std::size_t pane)
{
    const ChartLayout& chart = m_layout.panes[pane].chart;
    const QString tag = m_shown[pane] == m_set.pinned().size()
        ? u"●"_s
        : QString(QChar(u'A' + static_cast<char16_t>(m_shown[pane])));
    QFont font = painter.font();
    font.setPixelSize(static_cast<int>(kLeastTag));
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(m_theme.mutedText);
    for (int device = 0; device < chart.rows.devices; ++device) {
        const Rows::Band band = chart.rows.band(device);
        const QRectF row = m_layout.row(pane, device);
        painter.drawImage(
            row, *m_images[pane], QRectF(0, band.top, m_images[pane]->width(), band.height()));
        if (row.height() >= kLeastTag) {
            const QRectF place(row.left() - 2 * kTagX, row.top(), 2 * kTagX, row.height());
            painter.drawText(place, Qt::AlignCenter | Qt::TextDontClip, tag);
        }
    }
}

// Rows of devices that other plans have and this one has not.
void CompareCanvas::paintMissing(QPainter& painter, std::size_t pane)
{
    if (m_arrangement == Arrangement::Stacked)
        return;
    const ChartLayout& frame = m_layout.frame;
    const ChartLayout& chart = m_layout.panes[pane].chart;
    painter.setFont(uiFont(TypeStep::Caption));
    painter.setPen(m_theme.mutedText);
    const double line = QFontMetricsF(painter.font()).height();
    for (int device = chart.rows.devices; device < frame.rows.devices; ++device) {
        QRectF row = frame.row(device);
        if (m_arrangement == Arrangement::Overlaid) {
            const QRectF first = m_layout.row(pane, 0);
            row.setHeight(first.height());
            row.translate(0, first.top() - frame.row(0).top());
        } else {
            row.setLeft(std::max(row.left(), clipOf(pane).left()));
            row.setRight(std::min(row.right(), clipOf(pane).right()));
        }
        if (row.height() < line * 0.8)
            continue;
        // By the line, where a wipe has one.
        const bool right = m_arrangement == Arrangement::Wipe && pane == 0;
        const QRectF place = row.adjusted(6, 0, -14, 0);
        painter.drawText(place,
            static_cast<int>((Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft)).toInt()),
            painter.fontMetrics().elidedText(tr("no device %1 in this plan").arg(device),
                Qt::ElideRight, static_cast<int>(std::max(place.width(), 0.0))));
    }
}

void CompareCanvas::paintTitles(QPainter& painter)
{
    QFont font = uiFont(TypeStep::Caption);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(m_theme.text);
    const QFontMetricsF metrics(font);
    const double gap = 10;
    for (std::size_t pane = 0; pane < m_shown.size(); ++pane) {
        QRectF place = m_layout.panes[pane].title;
        if (place.isEmpty())
            continue;
        Qt::Alignment side = Qt::AlignLeft;
        if (m_arrangement == Arrangement::Wipe) {
            const double middle = std::clamp(dividerX(), place.left(), place.right());
            if (pane == 0) {
                place.setRight(middle - gap);
                side = Qt::AlignRight;
            } else {
                place.setLeft(middle + gap);
            }
        }
        if (place.width() < metrics.averageCharWidth() * 4)
            continue;
        painter.drawText(place, static_cast<int>((side | Qt::AlignVCenter).toInt()),
            metrics.elidedText(paneTitle(pane), Qt::ElideRight, place.width()));
    }
}

void CompareCanvas::paintFrame(QPainter& painter)
{
    if (m_arrangement == Arrangement::Stacked) {
        for (std::size_t pane = 0; pane < m_shown.size(); ++pane) {
            if (isDrawn(pane))
                FramePainter(painter, m_layout.panes[pane].chart, m_theme).paintDevices();
        }
        return;
    }
    FramePainter frame(painter, m_layout.frame, m_theme);
    frame.paintDevices();
    frame.paintAxis(scale(), m_set.current()->plan.unit);
    frame.paintLegend(*m_set.current(),
        {.colorBy = m_chart.shownColors(), .companions = kindsOf(m_set.comparable())});
}

void CompareCanvas::paintPlayhead(QPainter& painter)
{
    const auto cursor = m_playback.cursor();
    if (!cursor)
        return;
    const TimeScale axis = scale();
    for (std::size_t pane = 0; pane < m_shown.size(); ++pane) {
        if (m_arrangement == Arrangement::Overlaid || !isDrawn(pane))
            continue;
        painter.save();
        painter.setClipRect(clipOf(pane));
        OverlayPainter(painter, m_layout.panes[pane].chart, axis, m_theme)
            .paintRunning(runOf(pane), *cursor);
        painter.restore();
    }
    if (m_arrangement != Arrangement::Stacked) {
        OverlayPainter(painter, m_layout.frame, axis, m_theme)
            .paintPlayhead(*cursor, m_chart.cursorLabel());
        return;
    }
    // The line goes on in the chart below, which says the time.
    const double px = axis.toPx(*cursor);
    if (px < -1 || px > axis.width() + 1)
        return;
    const double x = m_layout.frame.bars.left() + px;
    const double top = m_layout.panes.front().chart.bars.top() - 3;
    painter.fillRect(QRectF(x - 2, top, 4, height() - top), m_theme.window);
    painter.fillRect(QRectF(x - 1, top, 2, height() - top), m_theme.accent);
}

void CompareCanvas::paintTarget(QPainter& painter)
{
    if (!m_spot || m_target.kind == HoverTarget::Kind::Nothing || m_dragFrom)
        return;
    const TimeScale axis = scale();
    QRectF subject = m_layout.row(m_spot->plan, m_spot->device);
    const double left = subject.left();
    subject.setLeft(left + std::clamp(axis.toPx(m_target.begin), -4.0, axis.width() + 4));
    subject.setRight(left + std::clamp(axis.toPx(m_target.end), -4.0, axis.width() + 4));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(clipOf(m_spot->plan));
    if (m_arrangement == Arrangement::Overlaid)
        painter.setClipRect(m_layout.frame.bars.adjusted(-2, -2, 2, 2));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.window, 4));
    painter.drawRoundedRect(subject, 2, 2);
    painter.setPen(QPen(m_theme.text, 2));
    painter.drawRoundedRect(subject, 2, 2);
    painter.restore();
    HoverText text = HoverWords::describe(runOf(m_spot->plan), m_target);
    text.lines.append(m_set.title(m_shown[m_spot->plan]));
    paintCard(painter, text,
        {
            .subject = subject.intersected(m_layout.frame.bars | m_layout.panes.back().chart.bars),
            .cause = {},
            .pointer = m_pointer,
            .area = rect(),
        },
        m_theme);
}

void CompareCanvas::paintWords(QPainter& painter, const QRectF& area, const QString& words)
{
    painter.setFont(uiFont(TypeStep::Body));
    painter.setPen(m_theme.text);
    painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, words);
}

} // namespace pipegantt
