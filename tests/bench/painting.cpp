// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/painting.h"

#include "core/run/run.h"
#include "tests/bench/floors.h"
#include "tests/bench/stopwatch.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <qcustomplot.h>
#include <QImage>
#include <QPainter>

#include <cstdio>
#include <fstream>
#include <memory>
#include <optional>
#include <string>

namespace pipegantt::bench {

namespace {

constexpr int kRuns = 15;

struct Size
{
    int stages;
    int microbatches;
};

// Of the process, as the operating system counts it.
double residentMegabytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.rfind("VmRSS:", 0) == 0)
            return std::stod(line.substr(6)) / 1000;
    }
    return 0;
}

/// Times one run on a frame of one size.
class Painting
{
public:
    Painting(std::shared_ptr<const Run> run, QSize size)
        : m_run(std::move(run))
        , m_frame(size, QImage::Format_RGB32)
        , m_floors(1, static_cast<std::size_t>(m_frame.sizeInBytes()))
    {
        m_view.setTheme(lightTheme());
        m_view.viewport().setAnimated(false);
        m_view.resize(size);
        m_view.setRun(m_run);
        paint();
    }

    double memsetMs()
    {
        return medianThreadMs(kRuns, [&] { m_floors.setFrame(); });
    }

    /// The bars alone, exactly, nothing prepared.
    double exactMs()
    {
        BarRaster raster;
        const int width = m_frame.width();
        const BarRaster::Request request {
            .run = m_run.get(),
            .look = &lightLook(),
            .background = {245, 246, 248},
            .scale = {Duration(0), m_run->timeline.makespan, static_cast<double>(width)},
            .rows = {m_run->schedule.devices(), m_frame.height()},
            .cursor = std::nullopt,
        };
        const Canvas canvas {reinterpret_cast<std::uint32_t*>(m_frame.bits()),
            m_frame.bytesPerLine() / 4, width, m_frame.height()};
        return medianThreadMs(kRuns, [&] { raster.paintInto(request, canvas); });
    }

    /// The whole chart with axis, names, numbers and legend, as after a change.
    double chartMs()
    {
        return medianThreadMs(kRuns, [&] {
            m_view.setRun(m_run);
            paint();
        });
    }

    /// The chart again under a pointer that moves.
    double hoverMs()
    {
        paint();
        return medianThreadMs(kRuns, [&] { paint(); });
    }

    /// The whole chart while its window of time moves; 0 where that is the exact one.
    double movingMs()
    {
        for (int i = 0; i < 400 && !m_view.isApproximate(); ++i) {
            nudge(i);
            paint();
            QApplication::processEvents(QEventLoop::AllEvents, 5);
        }
        int i = 0;
        const double ms = medianThreadMs(kRuns, [&] {
            nudge(++i);
            paint();
        });
        return m_view.isApproximate() ? ms : 0;
    }

    /// The whole chart zoomed to about 200 bars.
    double zoomedMs()
    {
        const double factor = static_cast<double>(m_run->schedule.operations().size()) / 200;
        m_view.viewport().zoomAt(m_view.viewport().scale().width() / 2, factor);
        int i = 0;
        return medianThreadMs(kRuns, [&] {
            m_view.viewport().panBy(++i % 2 == 0 ? 3 : -3);
            paint();
        });
    }

    /// A QPainter that fills a rectangle for each bar.
    double painterMs()
    {
        const Schedule& schedule = m_run->schedule;
        const TimeScale scale(Duration(0), m_run->timeline.makespan, m_frame.width());
        const double pitch = static_cast<double>(m_frame.height()) / schedule.devices();
        return medianThreadMs(3, [&] {
            QPainter painter(&m_frame);
            painter.fillRect(m_frame.rect(), Qt::white);
            for (int device = 0; device < schedule.devices(); ++device) {
                for (std::size_t i = schedule.rowBegin(device); i < schedule.rowEnd(device); ++i) {
                    const double left = scale.toPx(m_run->timeline.start(device, i));
                    const double right = scale.toPx(m_run->timeline.end(i));
                    painter.fillRect(QRectF(left, device * pitch, right - left, pitch * 0.85),
                        schedule.operations()[i].kind() == OperationKind::Forward ? Qt::blue
                                                                                  : Qt::yellow);
                }
            }
        });
    }

    /// An item of QCustomPlot for each bar.
    double itemsMs()
    {
        QCustomPlot plot;
        plot.resize(m_frame.size());
        plot.xAxis->setRange(0, static_cast<double>(m_run->timeline.makespan.count()));
        plot.yAxis->setRange(m_run->schedule.devices(), 0);
        const Schedule& schedule = m_run->schedule;
        for (int device = 0; device < schedule.devices(); ++device) {
            for (std::size_t i = schedule.rowBegin(device); i < schedule.rowEnd(device); ++i) {
                auto* item = new QCPItemRect(&plot);
                item->topLeft->setCoords(
                    static_cast<double>(m_run->timeline.start(device, i).count()), device);
                item->bottomRight->setCoords(
                    static_cast<double>(m_run->timeline.end(i).count()), device + 0.85);
                item->setBrush(Qt::blue);
            }
        }
        return medianThreadMs(3, [&] { plot.replot(QCustomPlot::rpImmediateRefresh); });
    }

private:
    void paint()
    {
        QPainter painter(&m_frame);
        m_view.paintInto(painter);
    }

    // Over a third of the run, so that millions of operations stay in view.
    void nudge(int i)
    {
        Viewport& viewport = m_view.viewport();
        if (viewport.isFitted())
            viewport.zoomAt(viewport.scale().width() / 2, 1.5);
        viewport.panBy(i % 2 == 0 ? 7 : -7);
    }

    std::shared_ptr<const Run> m_run;
    TimelineView m_view;
    QImage m_frame;
    Floors m_floors;
};

void report(const Size& size, QSize pixels)
{
    Plan plan;
    plan.stages = size.stages;
    plan.microbatches = size.microbatches;
    auto made = run(plan);
    if (!made)
        return;
    const auto shown = std::make_shared<const Run>(std::move(*made));
    const std::size_t operations = shown->schedule.operations().size();
    Painting painting(shown, pixels);
    const double memsetMs = painting.memsetMs();
    const double exactMs = painting.exactMs();
    const double chartMs = painting.chartMs();
    const double hoverMs = painting.hoverMs();
    const double movingMs = operations > 1'000'000 ? painting.movingMs() : 0;
    const double megabytes = residentMegabytes();
    const double zoomedMs = painting.zoomedMs();
    const double painterMs = operations < 5'000'000 ? painting.painterMs() : 0;
    const double itemsMs = operations < 10'000 ? painting.itemsMs() : 0;
    std::printf("%5d x %-5d %9zu | %6.3f | %7.3f %6.1f | %8.3f | %8.3f | %8.3f %6.1f | %8.3f | "
                "%9.2f %9.2f | %6.0f\n",
        pixels.width(), pixels.height(), operations, memsetMs, exactMs, exactMs / memsetMs, chartMs,
        hoverMs, movingMs, movingMs / memsetMs, zoomedMs, painterMs, itemsMs, megabytes);
}

} // namespace

void reportPainting()
{
    std::printf("%-13s %9s | %6s | %7s %6s | %8s | %8s | %8s %6s | %8s | %9s %9s | %6s\n", "frame",
        "ops", "memset", "exact", "/set", "chart", "hover", "moving", "/set", "zoomed", "QPainter",
        "QCP items", "MB");
    for (const QSize pixels : {QSize(1920, 1080), QSize(3840, 2160)}) {
        for (const Size& size :
            {Size {8, 96}, Size {32, 312}, Size {64, 1562}, Size {256, 6144}, Size {512, 12288}})
            report(size, pixels);
    }
}

} // namespace pipegantt::bench
