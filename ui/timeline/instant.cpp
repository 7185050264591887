// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/instant.h"

#include "core/figure/fills.h"
#include "core/simulate/idle.h"
#include "ui/text/quantities.h"
#include "ui/timeline/framepainter.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <utility>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

constexpr double kLamp = 5;
constexpr double kLampGap = 3; // between lamp and bars
constexpr double kGauge = 3;
constexpr double kColumnGap = 14; // between what is written and the bars
constexpr double kLeastForGauge = 22;
constexpr double kLeastPitchForFlights = 12;
constexpr double kLeastBarForFlights = 10;
constexpr double kTrail = 26; // how far the playhead gets before a message that arrived is gone
constexpr double kTrailOfBar = 0.9;
constexpr double kMark = 15;

/// The operation that runs on `device`; nothing where it is idle.
std::optional<std::size_t> runningOn(const Run& run, int device, Duration cursor)
{
    if (cursor >= run.timeline.makespan)
        return std::nullopt;
    const Moment moment = momentAt(run.schedule, run.timeline, device, cursor);
    return moment.idle ? std::nullopt : moment.operation;
}

QString unitName(const Run& run, int device, std::size_t operation)
{
    const Schedule& schedule = run.schedule;
    QString text = QString::number(trueMicrobatch(run.part(), schedule, device, operation));
    if (schedule.slices() > 1) {
        text += u'.' + QString::number(schedule.operations()[operation].unit() % schedule.slices());
    }
    return text;
}

} // namespace

void Instant::setRun(std::shared_ptr<const Run> run)
{
    m_memory.reset();
    m_flights.reset();
    m_run = std::move(run);
}

QString Instant::briefly(const Run& run, int device, Duration cursor)
{
    const auto running = runningOn(run, device, cursor);
    if (!running)
        return tr("idle");
    const PackedOperation operation = run.schedule.operations()[*running];
    QString text(QLatin1Char(operationLetter(operation.kind())));
    if (operation.kind() == OperationKind::OptimizerStep)
        return text;
    text += unitName(run, device, *running);
    if (operation.kind() == OperationKind::Pair)
        text += u"|B"_s + unitName(run, device, *running + 1);
    return text;
}

QStringList Instant::words(const Run& run, Duration cursor)
{
    QStringList lines;
    for (int device = 0; device < run.schedule.devices(); ++device) {
        const auto running = runningOn(run, device, cursor);
        lines.append(tr("device %1: %2")
                         .arg(device)
                         .arg(running ? operationText(run.schedule, device, *running, run.part())
                                      : tr("idle")));
    }
    return lines;
}

void Instant::paintDevices(
    QPainter& painter, const ChartLayout& layout, const Theme& theme, Duration cursor)
{
    const Run& run = *m_run;
    if (!m_memory)
        m_memory.emplace(run.plan, run.schedule, run.timeline);
    const Fills fills(*theme.look, run.schedule.chunks());
    painter.save();
    const QFont font = uiFont(TypeStep::Caption);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    for (int device = 0; device < run.schedule.devices(); ++device) {
        const QRectF row = layout.row(device);
        const auto running = runningOn(run, device, cursor);
        const QRectF lamp(row.left() - kLampGap - kLamp, row.top(), kLamp, row.height());
        if (running) {
            painter.fillRect(lamp, toQColor(fills.color(run.schedule.operations()[*running])));
        } else if (lamp.height() >= 4) {
            painter.setPen(QPen(toQColor(theme.look->axis), 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(lamp.adjusted(0.5, 0.5, -0.5, -0.5));
        }
        if (row.height() < kLeastForGauge)
            continue;
        Bytes held = m_memory->heldOn(device, cursor);
        if (run.excerpt)
            held.value += run.excerpt->heldBeyond(device, cursor);
        const double right = row.left() - kColumnGap;
        paintGauge(painter, QRectF(0, row.bottom() - kGauge, right, kGauge), theme, device, held);
        // Under the name in the middle, and over the gauge.
        const double top = row.center().y() + metrics.height() / 2 - 1;
        if (top + metrics.height() > row.bottom() - kGauge - 2)
            continue;
        const QRectF line(0, top, right, metrics.height());
        painter.setPen(theme.text);
        painter.drawText(line, Qt::AlignLeft | Qt::TextDontClip, briefly(run, device, cursor));
        const QString amount = memoryText(held);
        if (metrics.horizontalAdvance(briefly(run, device, cursor) + u"  "_s + amount) <= right) {
            painter.setPen(theme.mutedText);
            painter.drawText(line, Qt::AlignRight | Qt::TextDontClip, amount);
        }
    }
    painter.restore();
}

void Instant::paintGauge(
    QPainter& painter, const QRectF& place, const Theme& theme, int device, Bytes held) const
{
    const Run& run = *m_run;
    const std::optional<Bytes> limit = limitOn(run.plan, run.schedule, device);
    // The limit is the full gauge where it is near; else the highest peak is.
    const auto peak = static_cast<double>(std::max<std::int64_t>(run.metrics.peakMemory.value, 1));
    const double most = limit ? static_cast<double>(limit->value) : peak;
    const double full = most > 2 * peak ? peak : std::max(peak, most);
    const auto amount = static_cast<double>(held.value);
    painter.fillRect(place, theme.border);
    QRectF fill = place;
    fill.setWidth(place.width() * std::min(amount / full, 1.0));
    const bool over = limit && held > *limit;
    painter.fillRect(fill, over ? theme.bad : theme.accent);
    if (limit && most < full) {
        // The mark of a limit that the run passes.
        const double x = place.left() + place.width() * most / full;
        painter.fillRect(QRectF(x - 1, place.top() - 2, 2, place.height() + 4), theme.text);
    }
}

void Instant::paintFlights(QPainter& painter, const ChartLayout& layout, const TimeScale& scale,
    const Theme& theme, Duration cursor)
{
    const Run& run = *m_run;
    const double pitch = layout.rows.pitch() / layout.devicePixelRatio;
    const double bar = scale.lengthPx(run.metrics.shortest);
    if (pitch < kLeastPitchForFlights || bar < kLeastBarForFlights)
        return;
    if (!m_flights)
        m_flights.emplace(run.plan, run.schedule, run.timeline);
    const double perPixel =
        static_cast<double>((scale.end() - scale.begin()).count()) / scale.width();
    const Duration trail(std::llround(std::min(kTrail, kTrailOfBar * bar) * perPixel));
    m_flights->find(cursor - trail, cursor, m_found);
    const Fills fills(*theme.look, run.schedule.chunks());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(layout.bars.adjusted(-kMark, -kMark, kMark, kMark));
    QFont font = uiFont(TypeStep::Caption);
    font.setBold(true);
    font.setPixelSize(10);
    painter.setFont(font);
    for (const Flight& flight : m_found) {
        const PackedOperation sender = run.schedule.operations()[flight.operation];
        const int stage = run.schedule.stageOf(flight.from, sender.chunk());
        const int user = makesGradient(sender.kind()) ? stage - 1 : stage + 1;
        const QRectF fromRow = layout.row(flight.from, sender.chunk());
        const QRectF toRow = layout.row(flight.to, run.schedule.placement().chunkOf(user));
        if (fromRow.isEmpty() || toRow.isEmpty())
            continue;
        const QPointF from(layout.bars.left() + scale.toPx(flight.sent), fromRow.center().y());
        const QPointF to(layout.bars.left() + scale.toPx(flight.arrives), toRow.center().y());
        const bool arrived = flight.arrives <= cursor;
        const double way = arrived ? 1
                                   : static_cast<double>((cursor - flight.sent).count())
                / static_cast<double>((flight.arrives - flight.sent).count());
        const QPointF head = from + (to - from) * way;
        const QString number = unitName(run, flight.from, flight.operation);
        const Color fill = fills.color(run.schedule.operations()[flight.operation]);
        painter.setPen(QPen(theme.window, 4));
        painter.drawLine(from, head);
        painter.setPen(QPen(theme.text, 1.5, arrived ? Qt::DotLine : Qt::SolidLine));
        painter.drawLine(from, head);
        const double width = std::max(kMark, QFontMetricsF(font).horizontalAdvance(number) + 6);
        const QRectF mark(head.x() - width / 2, head.y() - kMark / 2, width, kMark);
        painter.setPen(QPen(theme.window, 1.5));
        painter.setBrush(toQColor(fill));
        painter.drawRoundedRect(mark, kMark / 2, kMark / 2);
        painter.setPen(toQColor(inkOn(fill)));
        painter.drawText(mark, Qt::AlignCenter | Qt::TextDontClip, number);
    }
    painter.restore();
}

} // namespace pipegantt
