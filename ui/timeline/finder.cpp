// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/finder.h"

#include "ui/timeline/arrangedrun.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace pipegantt {

namespace {

constexpr double kLeastPx = 4;
constexpr double kWidth = 2;

} // namespace

Finder::Finder(QObject* parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcher<Outcome>::finished, this, &Finder::take);
}

Finder::~Finder()
{
    m_watcher.disconnect(this);
    m_watcher.waitForFinished();
}

void Finder::setRun(std::shared_ptr<const Run> run)
{
    m_run = std::move(run);
    search(m_text);
}

void Finder::search(const QString& text)
{
    m_text = text;
    m_query.reset();
    m_error.reset();
    m_hits.reset();
    m_current.reset();
    if (m_run && !text.trimmed().isEmpty()) {
        Result<Query> query = parseQuery(text.toStdString(), m_run->plan.unit);
        if (query)
            m_query = *query;
        else
            m_error = query.error();
    }
    if (!m_watcher.isRunning())
        start();
    emit changed();
}

void Finder::start()
{
    if (!m_query)
        return;
    m_watcher.setFuture(QtConcurrent::run([run = m_run, text = m_text, query = *m_query] {
        return Outcome {run, text,
            std::make_shared<const Hits>(
                find(query, run->plan, run->schedule, run->timeline, run->part()))};
    }));
}

void Finder::take()
{
    Outcome outcome = m_watcher.result();
    if (outcome.run != m_run || outcome.text != m_text) {
        start();
        return;
    }
    m_hits = std::move(outcome.hits);
    emit changed();
}

std::optional<HoverTarget> Finder::step(int step, const HoverTarget& from)
{
    if (!m_hits || m_hits->size() == 0)
        return std::nullopt;
    if (m_current)
        m_current = m_hits->beside(m_current->begin, m_current->device, step);
    else if (from.kind != HoverTarget::Kind::Nothing)
        m_current = m_hits->beside(from.begin - Duration(step), from.device, step);
    else
        m_current = m_hits->beside(Duration(-1), 0, step);
    emit changed();
    const Hit& hit = *m_current;
    const bool bubble = m_hits->subject() == Query::Subject::Bubbles;
    HoverTarget target {
        .kind = bubble ? HoverTarget::Kind::Bubble : HoverTarget::Kind::Operation,
        .device = hit.device,
        .operation = hit.index,
        .begin = hit.begin,
        .end = hit.end,
    };
    if (hit.index == m_run->schedule.rowEnd(hit.device))
        target.operation.reset();
    return target;
}

void Finder::paint(const ChartSurface& on) const
{
    if (!m_hits)
        return;
    QPainter& painter = on.painter;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(on.layout.bars.adjusted(-2, -2, 2, 2));
    painter.setBrush(Qt::NoBrush);
    for (int row = 0; row < on.layout.rows.devices; ++row)
        paintRow(on, row);
    painter.restore();
}

void Finder::paintRow(const ChartSurface& on, int row) const
{
    const ChartRow shown = on.layout.order == nullptr ? ChartRow {.device = row, .key = row}
                                                      : on.layout.order->at(row);
    // A bubble is of all that its device runs.
    const int chunk =
        m_hits->subject() == Query::Subject::Bubbles ? ChartRow::kWholeDevice : shown.chunk;
    const std::span<const Hit> hits = m_hits->of(shown.device);
    auto hit = std::ranges::upper_bound(hits, on.scale.begin(), {}, &Hit::end);
    while (hit != hits.end() && hit->begin < on.scale.end()) {
        auto next = hit + 1;
        if (chunk == ChartRow::kWholeDevice || isShownBy(chunk, m_run->schedule, hit->index)) {
            const QRectF place = on.place(row, hit->begin, hit->end, kLeastPx);
            // What begins before the outline ends is in it.
            const Duration covered = on.scale.toTime(place.right() - on.layout.bars.left());
            if (hit->end - hit->begin < covered - hit->begin)
                next = std::ranges::partition_point(
                    next, hits.end(), [&](const Hit& other) { return other.begin < covered; });
            on.painter.setPen(QPen(on.theme.window, kWidth + 2));
            on.painter.drawRoundedRect(place.adjusted(1, 1, -1.5, -1), 2, 2);
            on.painter.setPen(QPen(on.theme.accent, kWidth));
            on.painter.drawRoundedRect(place.adjusted(1, 1, -1.5, -1), 2, 2);
        }
        hit = next;
    }
}

} // namespace pipegantt
