// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/framepainter.h"

#include "core/figure/fills.h"
#include "core/figure/ticks.h"
#include "ui/text/quantities.h"

#include <QFontMetricsF>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace pipegantt {

namespace {

constexpr double kTickSpacing = 64;
constexpr double kLabelGap = 12;
constexpr double kSwatch = 11;
constexpr double kSwatchGap = 6;
constexpr double kLegendGap = 24;
constexpr double kLeastLegendGap = 10;

/// Wider where several fills share it.
double swatchWidth(std::size_t fills)
{
    return kSwatch + 5 * static_cast<double>(fills - 1);
}

} // namespace

FramePainter::FramePainter(QPainter& painter, const ChartLayout& layout, const Theme& theme)
    : m_painter(painter)
    , m_layout(layout)
    , m_theme(theme)
{
    m_painter.setFont(uiFont(TypeStep::Caption));
}

QString FramePainter::phaseText(Phase::Kind kind)
{
    switch (kind) {
    case Phase::Kind::WarmUp:
        return tr("warm-up");
    case Phase::Kind::Steady:
        return tr("steady");
    case Phase::Kind::Drain:
        return tr("drain");
    case Phase::Kind::Forwards:
        return tr("all forwards");
    case Phase::Kind::Backwards:
        break;
    }
    return tr("all backwards");
}

double FramePainter::lineHeight()
{
    return std::ceil(QFontMetricsF(uiFont(TypeStep::Caption)).height());
}

double FramePainter::labelWidth(int devices)
{
    const QFontMetricsF metrics(uiFont(TypeStep::Caption));
    return std::ceil(metrics.horizontalAdvance(tr("device %1").arg(devices - 1)) + kLabelGap);
}

void FramePainter::paintDevices()
{
    const QFontMetricsF metrics(m_painter.font());
    const int devices = m_layout.rows.devices;
    const double pitch = m_layout.rows.pitch() / m_layout.devicePixelRatio;
    // Where not every name fits, every second, fifth, tenth …
    const int fives[] = {1, 2, 5};
    int every = 1;
    for (int i = 1; every * pitch < metrics.height(); ++i)
        every = fives[i % 3] * static_cast<int>(std::pow(10, i / 3)); // NOLINT(*-integer-division)
    m_painter.setPen(toQColor(m_theme.look->mutedText));
    for (int device = 0; device < devices; device += every) {
        QRectF place = m_layout.row(device);
        place.setLeft(0);
        place.setWidth(m_layout.labels.width() - kLabelGap);
        const double spare = metrics.height() - place.height();
        if (spare > 0)
            place.adjust(0, -spare / 2, 0, spare / 2);
        m_painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, tr("device %1").arg(device));
    }
}

void FramePainter::paintAxis(const TimeScale& scale, TimeUnit unit, const Excerpt* excerpt)
{
    const double ratio = m_layout.devicePixelRatio;
    const double y = std::round((m_layout.axis.top() + 10) * ratio) / ratio;
    const QColor line = toQColor(m_theme.look->axis);
    m_painter.fillRect(QRectF(m_layout.axis.left(), y, m_layout.axis.width(), hairline()), line);
    const QFontMetricsF metrics(m_painter.font());
    double spacing = kTickSpacing;
    // Numbers of a far zoom are long; leave each its room.
    std::vector<Tick> marks = ticks(scale, unit, spacing, excerpt);
    for (int attempt = 0; attempt < 4; ++attempt) {
        double widest = 0;
        for (const Tick& mark : marks) {
            widest = std::max(
                widest, metrics.horizontalAdvance(QString::fromStdString(mark.label)) + 16);
        }
        if (widest <= spacing)
            break;
        spacing = widest;
        marks = ticks(scale, unit, spacing, excerpt);
    }
    for (const Tick& mark : marks) {
        const double x = std::min(std::round((m_layout.axis.left() + mark.px) * ratio) / ratio,
            m_layout.axis.right() - hairline());
        m_painter.fillRect(QRectF(x, y, hairline(), 5), line);
        const QString label = QString::fromStdString(mark.label);
        const double width = metrics.horizontalAdvance(label);
        const double right = m_layout.axis.right() + 14;
        const double left = std::min(x - width / 2, right - width);
        m_painter.setPen(toQColor(m_theme.look->mutedText));
        m_painter.drawText(QPointF(left, y + 7 + metrics.ascent()), label);
    }
    m_painter.drawText(m_layout.legend, Qt::AlignRight | Qt::AlignVCenter, unitText(unit));
}

void FramePainter::paintPhases(const TimeScale& scale, const std::vector<Phase>& phases)
{
    if (m_layout.braces.isEmpty())
        return;
    const QFontMetricsF metrics(m_painter.font());
    const double ratio = m_layout.devicePixelRatio;
    const auto snapped = [ratio](double value) { return std::round(value * ratio) / ratio; };
    const QRectF area = m_layout.braces;
    const double y = snapped(area.bottom() - 10);
    for (const Phase& phase : phases) {
        const double left =
            snapped(std::max(area.left() + scale.toPx(phase.begin) + 1, area.left()));
        const double right =
            snapped(std::min(area.left() + scale.toPx(phase.end) - 2, area.right()));
        if (right - left < 3)
            continue;
        const QColor line = toQColor(m_theme.look->axis);
        m_painter.fillRect(QRectF(left, y, right - left, hairline()), line);
        if (scale.toPx(phase.begin) >= 0)
            m_painter.fillRect(QRectF(left, y, hairline(), 5), line);
        if (scale.toPx(phase.end) <= scale.width())
            m_painter.fillRect(QRectF(right - hairline(), y, hairline(), 5), line);
        const QString text = phaseText(phase.kind);
        if (metrics.horizontalAdvance(text) > right - left)
            continue;
        m_painter.setPen(toQColor(m_theme.look->mutedText));
        m_painter.drawText(QRectF(left, y - 3 - metrics.height(), right - left, metrics.height()),
            Qt::AlignCenter, text);
    }
}

std::vector<FramePainter::LegendEntry> FramePainter::legendOf(
    const Run& run, const std::array<bool, kOperationKindCount>& companions) const
{
    const int chunks = run.schedule.chunks();
    const Fills fills(*m_theme.look, chunks);
    const auto color = [&fills](OperationKind kind, int chunk) {
        return toQColor(fills.color(PackedOperation(kind, chunk, 0)));
    };
    std::vector<LegendEntry> entries;
    for (const OperationKind kind : kDrawnKinds) {
        const auto index = static_cast<std::size_t>(kind);
        if (run.metrics.kinds[index] || companions[index])
            entries.push_back({operationKindText(kind), {color(kind, 0)}});
    }
    if (run.metrics.bubbleRatio.numerator > 0)
        entries.push_back({tr("bubble"), {toQColor(m_theme.look->bubble)}, true});
    if (run.schedule.placement().pipelines() > 1) {
        entries.push_back(
            {tr("second direction"), {color(OperationKind::Forward, 1)}, false, true});
    } else if (chunks > 1) {
        LegendEntry shades {tr("chunks 0 – %1").arg(chunks - 1), {}};
        const int shown = std::min(chunks, Fills::kShades);
        for (int i = 0; i < shown; ++i)
            shades.fills.push_back(color(OperationKind::Forward, i * (chunks - 1) / (shown - 1)));
        entries.push_back(std::move(shades));
    }
    return entries;
}

void FramePainter::paintLegend(
    const Run& run, const std::array<bool, kOperationKindCount>& companions)
{
    const std::vector<LegendEntry> entries = legendOf(run, companions);
    const QFontMetricsF metrics(m_painter.font());
    const QRectF line = m_layout.legend;
    const double unit = metrics.horizontalAdvance(unitText(run.plan.unit)) + kLabelGap;
    double words = 0;
    for (const LegendEntry& entry : entries)
        words +=
            swatchWidth(entry.fills.size()) + kSwatchGap + metrics.horizontalAdvance(entry.word);
    // Closer together where there is much to say; what still has no room is left out at the end.
    const double spare = (line.width() - unit - words) / static_cast<double>(entries.size());
    const double gap = std::clamp(spare, kLeastLegendGap, kLegendGap);
    double x = line.left();
    for (const LegendEntry& entry : entries) {
        const double width = swatchWidth(entry.fills.size());
        const double textX = x + width + kSwatchGap;
        const double end = textX + metrics.horizontalAdvance(entry.word);
        if (end > line.right() - unit)
            return;
        paintSwatch(QRectF(x, line.center().y() - kSwatch / 2, width, kSwatch), entry);
        m_painter.setPen(toQColor(m_theme.look->mutedText));
        m_painter.drawText(
            QPointF(textX, line.center().y() + (metrics.ascent() - metrics.descent()) / 2),
            entry.word);
        x = end + gap;
    }
}

void FramePainter::paintSwatch(const QRectF& swatch, const LegendEntry& entry)
{
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(swatch, 2, 2);
    m_painter.setClipPath(shape);
    const double part = swatch.width() / static_cast<double>(entry.fills.size());
    for (std::size_t i = 0; i < entry.fills.size(); ++i)
        m_painter.fillRect(QRectF(swatch.left() + static_cast<double>(i) * part, swatch.top(), part,
                               swatch.height()),
            entry.fills[i]);
    if (entry.underlined) {
        const QColor fill = entry.fills.front();
        const Color ink = inkOn({static_cast<std::uint8_t>(fill.red()),
            static_cast<std::uint8_t>(fill.green()), static_cast<std::uint8_t>(fill.blue())});
        m_painter.fillRect(
            QRectF(swatch.left() + 1.5, swatch.bottom() - 3.5, swatch.width() - 3, 1.5),
            toQColor(ink));
    }
    if (entry.hatched) {
        m_painter.setPen(QPen(toQColor(m_theme.look->hatch), 1.1));
        for (double offset = 3; offset < 2 * kSwatch; offset += 5) {
            m_painter.drawLine(
                swatch.topLeft() + QPointF(offset, 0), swatch.topLeft() + QPointF(0, offset));
        }
        m_painter.setClipping(false);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen(toQColor(m_theme.look->hatch), 1));
        m_painter.drawRoundedRect(swatch.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    }
    m_painter.restore();
}

} // namespace pipegantt
