// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/breakpainter.h"

#include "ui/timeline/framepainter.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainterPath>

#include <algorithm>
#include <optional>

namespace pipegantt {

namespace {

constexpr double kHalfGap = 5;
constexpr double kSwing = 3;
constexpr double kStep = 7;
constexpr double kBeyond = 4; // above the first row and below the last

QString grouped(std::int64_t number)
{
    return QLocale(QLocale::English).toString(static_cast<qlonglong>(number));
}

/// An edge from `top` to `bottom` around `x`.
void addEdge(QPainterPath& path, double x, double top, double bottom, bool up)
{
    double sign = 1;
    for (double at = 0; at <= bottom - top + kStep; at += kStep, sign = -sign) {
        const double y = std::min(top + at, bottom);
        path.lineTo(x + sign * kSwing / 2, up ? top + bottom - y : y);
    }
}

} // namespace

BreakPainter::BreakPainter(QPainter& painter, const ChartLayout& layout, const Theme& theme)
    : m_painter(painter)
    , m_layout(layout)
    , m_theme(theme)
{
}

QString BreakPainter::note(const Run& run)
{
    const Excerpt& excerpt = *run.excerpt;
    const QString all = grouped(run.plan.microbatches);
    if (!excerpt.isPart())
        return tr("Drawn: %1 micro-batches by themselves. The numbers are of all %2.")
            .arg(grouped(excerpt.microbatches), all);
    if (excerpt.breaks.size() == 1)
        return tr("%1 of %2 micro-batches are left out at the break: they repeat what is before it")
            .arg(grouped(excerpt.leftOut), all);
    return tr("%1 of %2 micro-batches are left out at each break: they repeat what is before it")
        .arg(grouped(excerpt.leftOut), all);
}

void BreakPainter::paint(const Run& run, const TimeScale& scale)
{
    std::optional<double> first;
    for (const Break& one : run.excerpt->breaks) {
        const double px = scale.toPx(one.at);
        if (px < -kHalfGap || px > scale.width() + kHalfGap)
            continue;
        const double x = m_layout.bars.left() + px;
        paintGap(x);
        first = first.value_or(x);
    }
    if (m_layout.braces.isEmpty())
        return;
    // Above the break where it has room, else at the nearer end.
    m_painter.setFont(uiFont(TypeStep::Caption));
    const QFontMetricsF metrics(m_painter.font());
    const QRectF area = m_layout.braces;
    const QString text = metrics.elidedText(note(run), Qt::ElideRight, area.width());
    const double width = metrics.horizontalAdvance(text);
    const double centre = first.value_or(area.center().x());
    const double left =
        std::clamp(centre - width / 2, area.left(), std::max(area.left(), area.right() - width));
    m_painter.setPen(toQColor(m_theme.look->mutedText));
    m_painter.drawText(
        QRectF(left, area.bottom() - kBeyond - 2 - metrics.height(), width + 1, metrics.height()),
        Qt::AlignLeft | Qt::AlignVCenter, text);
}

void BreakPainter::paintGap(double x)
{
    const double top = m_layout.bars.top() - kBeyond;
    const double bottom = m_layout.bars.bottom() + kBeyond;
    QPainterPath left;
    left.moveTo(x - kHalfGap, top);
    addEdge(left, x - kHalfGap, top, bottom, false);
    QPainterPath right;
    right.moveTo(x + kHalfGap, top);
    addEdge(right, x + kHalfGap, top, bottom, false);
    QPainterPath gap = left;
    addEdge(gap, x + kHalfGap, top, bottom, true);
    gap.closeSubpath();

    m_painter.save();
    m_painter.setClipRect(m_layout.bars.adjusted(0, -kBeyond, 0, kBeyond));
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.fillPath(gap, m_theme.window);
    m_painter.setPen(QPen(toQColor(m_theme.look->axis), 1));
    m_painter.drawPath(left);
    m_painter.drawPath(right);
    m_painter.restore();
}

} // namespace pipegantt
