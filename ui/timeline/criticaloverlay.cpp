// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/criticaloverlay.h"

#include <QPolygonF>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace pipegantt {

namespace {

constexpr double kOutline = 3;
constexpr double kLeastStepPx = 5; // on average, below which outlines would only cover each other

/// A line of the background under the line itself stands out from bars of any colour.
template <class Draw>
void drawTwice(const ChartSurface& on, Draw draw)
{
    for (const bool under : {true, false}) {
        on.painter.setPen(QPen(under ? on.theme.window : on.theme.bad,
            under ? kOutline + 2.5 : kOutline, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        draw();
    }
}

} // namespace

CriticalOverlay::CriticalOverlay(QObject* parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcher<Outcome>::finished, this, &CriticalOverlay::take);
}

CriticalOverlay::~CriticalOverlay()
{
    m_watcher.disconnect(this);
    m_watcher.waitForFinished();
}

void CriticalOverlay::setRun(std::shared_ptr<const Run> run)
{
    m_run = std::move(run);
    m_path.reset();
    request();
    emit changed();
}

void CriticalOverlay::setShown(bool shown)
{
    if (shown == m_shown)
        return;
    m_shown = shown;
    m_path.reset();
    request();
    emit changed();
}

void CriticalOverlay::request()
{
    if (!m_shown || !m_run || m_watcher.isRunning())
        return;
    m_watcher.setFuture(QtConcurrent::run([run = m_run] {
        return Outcome {run,
            std::make_shared<const CriticalPath>(
                criticalPath(run->plan, run->schedule, run->timeline))};
    }));
}

void CriticalOverlay::take()
{
    const Outcome outcome = m_watcher.result();
    if (outcome.run != m_run) {
        request();
        return;
    }
    if (!m_shown)
        return;
    m_path = outcome.path;
    emit changed();
}

void CriticalOverlay::paint(const ChartSurface& on) const
{
    if (!m_path)
        return;
    const auto& steps = m_path->steps;
    const auto begin = std::ranges::upper_bound(steps, on.scale.begin(), {}, &CausalStep::end);
    const auto end = std::ranges::lower_bound(steps, on.scale.end(), {}, &CausalStep::begin);
    if (begin >= end)
        return;
    const auto first = static_cast<std::size_t>(begin - steps.begin());
    const auto last = static_cast<std::size_t>(end - steps.begin());
    on.painter.save();
    on.painter.setRenderHint(QPainter::Antialiasing);
    on.painter.setBrush(Qt::NoBrush);
    on.painter.setClipRect(on.layout.bars.adjusted(-3, -3, 3, 3));
    if (static_cast<double>(last - first) * kLeastStepPx > on.scale.width())
        paintLine(on, first, last);
    else
        paintBars(on, first, last);
    on.painter.restore();
}

void CriticalOverlay::paintBars(const ChartSurface& on, std::size_t first, std::size_t last) const
{
    const auto& steps = m_path->steps;
    const auto draw = [&] {
        const CausalStep* before = nullptr;
        if (first > 0) {
            before = &steps[first - 1];
        }
        for (std::size_t i = first; i < last; ++i) {
            const CausalStep& step = steps[i];
            if (step.kind == CausalStep::Kind::Message)
                continue;
            if (before != nullptr && before->device != step.device) {
                const QRectF from = on.place(before->device, before->begin, before->end);
                const QRectF to = on.place(step.device, step.begin, step.end);
                on.painter.drawLine(QPointF(on.x(before->end), from.center().y()),
                    QPointF(on.x(step.begin), to.center().y()));
            }
            const QRectF bar = on.place(step.device, step.begin, step.end);
            on.painter.drawRoundedRect(bar.adjusted(1, 0.5, -1.5, -0.5), 2, 2);
            before = &step;
        }
        // The step that ends beyond the window has its line all the same.
        if (before != nullptr && last < steps.size() && steps[last].device != before->device) {
            on.painter.drawLine(
                QPointF(on.x(before->end),
                    on.place(before->device, before->begin, before->end).center().y()),
                QPointF(on.x(steps[last].begin),
                    on.place(steps[last].device, before->begin, before->end).center().y()));
        }
    };
    drawTwice(on, draw);
}

void CriticalOverlay::paintLine(const ChartSurface& on, std::size_t first, std::size_t last) const
{
    const auto& steps = m_path->steps;
    const auto begin = steps.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = steps.begin() + static_cast<std::ptrdiff_t>(last);
    QPolygonF line;
    auto at = begin;
    for (double px = 0; px < on.scale.width() && at != end; px += 1) {
        at = std::upper_bound(at, end, on.scale.toTime(px),
            [](Duration when, const CausalStep& step) { return when < step.end; });
        if (at == end)
            break;
        const QRectF row = on.layout.row(at->device);
        line << QPointF(on.layout.bars.left() + px, row.center().y());
    }
    drawTwice(on, [&] { on.painter.drawPolyline(line); });
}

} // namespace pipegantt
