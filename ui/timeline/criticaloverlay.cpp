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
    const auto join = [&](const CausalStep* from, const CausalStep& to) {
        if (from == nullptr)
            return;
        const int fromRow = rowOf(on, *from);
        const int toRow = rowOf(on, to);
        if (fromRow < 0 || toRow < 0 || fromRow == toRow)
            return;
        on.painter.drawLine(QPointF(on.x(from->end), on.layout.band(fromRow).center().y()),
            QPointF(on.x(to.begin), on.layout.band(toRow).center().y()));
    };
    const auto draw = [&] {
        const CausalStep* before = nullptr;
        if (first > 0) {
            before = &steps[first - 1];
        }
        for (std::size_t i = first; i < last; ++i) {
            const CausalStep& step = steps[i];
            if (step.kind == CausalStep::Kind::Message)
                continue;
            join(before, step);
            if (const int row = rowOf(on, step); row >= 0) {
                const QRectF bar = on.place(row, step.begin, step.end);
                on.painter.drawRoundedRect(bar.adjusted(1, 0.5, -1.5, -0.5), 2, 2);
            }
            before = &step;
        }
        // The step that ends beyond the window has its line all the same.
        if (last < steps.size())
            join(before, steps[last]);
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
        if (const int row = rowOf(on, *at); row >= 0)
            line << QPointF(on.layout.bars.left() + px, on.layout.band(row).center().y());
    }
    drawTwice(on, [&] { on.painter.drawPolyline(line); });
}

int CriticalOverlay::rowOf(const ChartSurface& on, const CausalStep& step) const
{
    return on.layout.find(step.device, m_run->schedule.operations()[step.operation].chunk());
}

} // namespace pipegantt
