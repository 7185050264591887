// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/browser/thumbnails.h"

#include "core/figure/coverage.h"
#include "core/planner/adaptation.h"
#include "core/schedule/catalogue.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <cstdint>
#include <span>

namespace pipegantt {

namespace {

/// Simulated in less than a millisecond.
constexpr std::int64_t kLongestGiven = std::int64_t {1} << 15;

} // namespace

Thumbnails::Thumbnails(QObject* parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        m_runs = m_watcher.result();
        emit changed();
    });
}

Thumbnails::~Thumbnails()
{
    m_watcher.waitForFinished();
}

void Thumbnails::prepare()
{
    if (m_watcher.isRunning() || !m_runs.empty())
        return;
    m_watcher.setFuture(QtConcurrent::run([] {
        Runs runs;
        SearchWatch watch;
        watch.quick = true;
        for (const CatalogueEntry& known : catalogue()) {
            Result<Run> simulated = run(adapted(Plan {}, known.kind), watch);
            if (simulated)
                runs[known.kind] = std::make_shared<const Run>(std::move(*simulated));
        }
        return runs;
    }));
}

void Thumbnails::setGiven(const Plan& plan)
{
    const bool same = m_given && plan.given.schedule == m_given->plan.given.schedule;
    if (same)
        return;
    m_given.reset();
    const Plan custom = adapted(plan, ScheduleKind::Custom);
    if (!plan.given.schedule || operationCount(custom) > kLongestGiven)
        return;
    if (Result<Run> simulated = run(custom))
        m_given = std::make_shared<const Run>(std::move(*simulated));
}

QImage Thumbnails::of(ScheduleKind kind, const Look& look, QSize size) const
{
    if (kind == ScheduleKind::Custom)
        return m_given ? thumbnailOf(*m_given, look, size) : QImage();
    const auto found = m_runs.find(kind);
    return found == m_runs.end() ? QImage() : thumbnailOf(*found->second, look, size);
}

QImage thumbnailOf(const Run& run, const Look& look, QSize size)
{
    QImage image(size, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    const int devices = std::min(run.schedule.devices(), size.height());
    // A sixth of each row is the gap to the next.
    const int gap = std::max(1, size.height() / devices / 6);
    const TimeScale scale(Duration::zero(), run.timeline.makespan, size.width());
    ColumnEdges edges;
    for (int device = 0; device < devices; ++device) {
        const int top = (size.height() + gap) * device / devices;
        const int bottom = (size.height() + gap) * (device + 1) / devices - gap;
        const auto line = [&image](int y) {
            return std::span(reinterpret_cast<std::uint32_t*>(image.scanLine(y)),
                static_cast<std::size_t>(image.width()));
        };
        paintCoverage(run.schedule, run.timeline, device, scale, look, line(top), edges);
        for (int y = top + 1; y < bottom; ++y)
            std::ranges::copy(line(top), line(y).begin());
    }
    return image;
}

} // namespace pipegantt
