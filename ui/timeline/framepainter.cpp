// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/framepainter.h"

#include "core/figure/fills.h"
#include "core/figure/ticks.h"
#include "ui/text/quantities.h"
#include "ui/timeline/bubblepatterns.h"
#include "ui/timeline/lanes.h"

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
constexpr int kMeasuredNames = 16;

/// Wider where several fills share it.
double swatchWidth(std::size_t fills)
{
    const auto more = static_cast<double>(fills - 1);
    return kSwatch + std::min(5 * more, 15 + 2 * more);
}

QString idleCauseText(IdleCause cause)
{
    switch (cause) {
    case IdleCause::WarmUp:
        return QCoreApplication::translate("FramePainter", "warm-up");
    case IdleCause::Drain:
        return QCoreApplication::translate("FramePainter", "drain");
    case IdleCause::Message:
        return QCoreApplication::translate("FramePainter", "message");
    case IdleCause::Dependency:
        return QCoreApplication::translate("FramePainter", "dependency");
    case IdleCause::Imbalance:
        break;
    }
    return QCoreApplication::translate("FramePainter", "imbalance");
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

double FramePainter::labelWidth(const ChartRows& rows)
{
    const QFontMetricsF metrics(uiFont(TypeStep::Caption));
    // Names differ by their numbers: those of a few rows, the outermost among them, tell the
    // widest.
    double widest = 0;
    const int count = rows.order().size();
    const int measured = std::min(count, kMeasuredNames);
    for (int i = 0; i < measured; ++i) {
        const int row = measured == 1 ? 0 : i * (count - 1) / (measured - 1);
        widest = std::max(widest, metrics.horizontalAdvance(rows.name(row)));
    }
    return std::ceil(widest + kLabelGap);
}

void FramePainter::paintDevices()
{
    paintNames([](int row) { return tr("device %1").arg(row); });
}

void FramePainter::paintNames(const ChartRows& rows)
{
    paintNames([&rows](int row) { return rows.name(row); });
    const int pinned = rows.order().pinned();
    if (pinned == 0 || pinned == m_layout.rows.devices)
        return;
    const double y = (m_layout.band(pinned - 1).bottom() + m_layout.band(pinned).top()) / 2;
    m_painter.fillRect(QRectF(0, y, m_layout.bars.right(), hairline()), m_theme.accent);
}

void FramePainter::paintNames(const std::function<QString(int)>& nameOf)
{
    const QFontMetricsF metrics(m_painter.font());
    const int count = m_layout.rows.devices;
    const double pitch = m_layout.rows.pitch() / m_layout.devicePixelRatio;
    // Where not every name fits, every second, fifth, tenth …
    const int fives[] = {1, 2, 5};
    int every = 1;
    for (int i = 1; every * pitch < metrics.height(); ++i)
        every = fives[i % 3] * static_cast<int>(std::pow(10, i / 3)); // NOLINT(*-integer-division)
    m_painter.setPen(toQColor(m_theme.look->mutedText));
    for (int row = 0; row < count; row += every) {
        QRectF place = m_layout.band(row);
        place.setLeft(0);
        place.setWidth(m_layout.labels.width() - kLabelGap);
        const double spare = metrics.height() - place.height();
        if (spare > 0)
            place.adjust(0, -spare / 2, 0, spare / 2);
        m_painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, nameOf(row));
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
    const Run& run, const LegendNeeds& needs) const
{
    const ColorBy colorBy = needs.colorBy;
    std::vector<LegendEntry> entries =
        colorBy == ColorBy::IdleCause ? causesOf(run) : workOf(run, colorBy, needs.companions);
    if (colorBy != ColorBy::IdleCause && (run.metrics.bubbleRatio.numerator > 0 || needs.stages)) {
        const QString rest = !needs.stages ? tr("bubble")
            : needs.devices                ? tr("bubble, or does not run")
                                           : tr("does not run");
        entries.push_back({rest, {toQColor(m_theme.look->bubble)}, true});
    }
    if (needs.lanes) {
        const QString messages = !needs.traffic ? tr("messages take no time")
            : m_layout.rows.lanePx == 0         ? tr("no room for messages: show fewer rows")
                                                : tr("messages: sent, received");
        entries.push_back({messages, {Lanes::color(m_theme)}});
    }
    if (colorBy == ColorBy::IdleCause)
        return entries;
    const int chunks = run.schedule.chunks();
    const Fills fills(*m_theme.look, chunks);
    const auto forward = [&fills](int chunk) {
        return toQColor(fills.color(PackedOperation(OperationKind::Forward, chunk, 0)));
    };
    if (run.schedule.placement().pipelines() > 1) {
        const QColor bar = colorBy == ColorBy::Kind ? forward(1) : toQColor(m_theme.look->busy);
        entries.push_back({tr("second direction"), {bar}, false, true});
    } else if (chunks > 1 && colorBy == ColorBy::Kind) {
        LegendEntry shades {tr("chunks 0 – %1").arg(chunks - 1), {}};
        const int shown = std::min(chunks, Fills::kShades);
        for (int i = 0; i < shown; ++i)
            shades.fills.push_back(forward(i * (chunks - 1) / (shown - 1)));
        entries.push_back(std::move(shades));
    }
    return entries;
}

std::vector<FramePainter::LegendEntry> FramePainter::workOf(
    const Run& run, ColorBy colorBy, const KindSet& companions) const
{
    const Fills fills(*m_theme.look, run.schedule, colorBy);
    std::vector<LegendEntry> entries;
    if (colorBy == ColorBy::Kind) {
        for (const OperationKind kind : kDrawnKinds) {
            const auto index = static_cast<std::size_t>(kind);
            if (run.metrics.kinds[index] || companions[index])
                entries.push_back({operationKindText(kind),
                    {toQColor(fills.color(PackedOperation(kind, 0, 0)))}});
        }
        return entries;
    }
    const int microbatches = run.schedule.microbatches();
    constexpr int kCycle = static_cast<int>(Look::kCycle);
    if (colorBy == ColorBy::Chunk)
        entries.push_back({tr("chunks 0 – %1").arg(run.schedule.chunks() - 1), {}});
    else if (colorBy == ColorBy::Stage)
        entries.push_back(
            {tr("stages 0 – %1").arg(run.schedule.placement().modelStages() - 1), {}});
    else if (microbatches > kCycle)
        entries.push_back({tr("micro-batches 0 – %1, then again").arg(kCycle - 1), {}});
    else
        entries.push_back({tr("micro-batches 0 – %1").arg(microbatches - 1), {}});
    const int steps =
        colorBy == ColorBy::Microbatch ? std::min(microbatches, kCycle) : fills.steps();
    for (int step = 0; step < steps; ++step)
        entries.back().fills.push_back(toQColor(fills.color(static_cast<std::size_t>(step))));
    constexpr auto kOptimizer = OperationKind::OptimizerStep;
    if (run.metrics.kinds[static_cast<std::size_t>(kOptimizer)])
        entries.push_back({operationKindText(kOptimizer), {toQColor(m_theme.look->busy)}});
    return entries;
}

std::vector<FramePainter::LegendEntry> FramePainter::causesOf(const Run& run) const
{
    std::vector<LegendEntry> entries {{tr("work"), {toQColor(m_theme.look->busy)}}};
    if (run.metrics.bubbleRatio.numerator == 0)
        return entries;
    for (std::size_t i = 0; i < kIdleCauseCount; ++i) {
        LegendEntry entry {
            idleCauseText(static_cast<IdleCause>(i)), {toQColor(m_theme.look->idleCauses[i])}};
        entry.cause = static_cast<IdleCause>(i);
        entries.push_back(std::move(entry));
    }
    return entries;
}

void FramePainter::paintLegend(const Run& run, const LegendNeeds& needs)
{
    const std::vector<LegendEntry> entries = legendOf(run, needs);
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
    if (entry.cause)
        paintPattern(swatch, *entry.cause);
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

// As the pixels of a wide bubble have it.
void FramePainter::paintPattern(const QRectF& swatch, IdleCause cause)
{
    BubblePatterns patterns;
    patterns.lay(*m_theme.look, m_layout.devicePixelRatio);
    const QSize size = (swatch.size() * m_layout.devicePixelRatio).toSize();
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        patterns.paint({{0, size.width()}, Fills::of(cause)}, y,
            {reinterpret_cast<std::uint32_t*>(image.scanLine(y)),
                static_cast<std::size_t>(size.width())});
    }
    m_painter.drawImage(swatch, image);
    m_painter.setClipping(false);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(toQColor(m_theme.look->hatch), 1));
    m_painter.drawRoundedRect(swatch.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
}

} // namespace pipegantt
