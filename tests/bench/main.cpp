// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One slider tick, from the plan to the painted frame, and the comparison of all schedules, beside
// the least that any program could do with the same data in the same run: ratios travel between
// machines, milliseconds do not.

#include "core/metrics/metrics.h"
#include "core/planner/comparison.h"
#include "core/run/run.h"
#include "core/schedule/catalogue.h"
#include "tests/bench/floors.h"
#include "tests/bench/painting.h"
#include "tests/bench/stopwatch.h"
#include "tests/bench/structures.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QImage>
#include <QPainter>

#include <cstdio>
#include <string_view>

using namespace pipegantt;

namespace {

constexpr int kRuns = 21;
constexpr QSize kFullHd(1920, 1080);

struct Size
{
    ScheduleKind kind;
    int stages;
    int microbatches;
};

void report(const Size& size)
{
    Plan plan;
    plan.schedule = size.kind;
    plan.stages = size.stages;
    plan.microbatches = size.microbatches;

    SimulationScratch scratch;
    auto shown = std::make_shared<Run>();
    if (!run(plan, scratch, *shown))
        return;
    TimelineView view;
    view.setTheme(lightTheme());
    view.resize(kFullHd);
    QImage frame(kFullHd, QImage::Format_RGB32);
    bench::Floors floors(
        shown->schedule.operations().size(), static_cast<std::size_t>(frame.sizeInBytes()));

    const double frameMs = bench::medianMs(kRuns, [&] { floors.setFrame(); });
    const double sumMs = bench::medianMs(kRuns, [&] { floors.prefixSum(); });
    const double generateMs = bench::medianMs(kRuns, [&] {
        shown->timeline.release();
        (void)generate(plan, shown->schedule);
    });
    const double simulateMs = bench::medianMs(
        kRuns, [&] { (void)simulate(plan, shown->schedule, scratch, shown->timeline); });
    const double measureMs = bench::medianMs(
        kRuns, [&] { (void)measure(plan, shown->schedule, shown->timeline, shown->metrics); });
    const double paintMs = bench::medianMs(kRuns, [&] {
        view.setRun(shown);
        QPainter painter(&frame);
        view.paintInto(painter);
    });

    const double tickMs = generateMs + simulateMs + measureMs + paintMs;
    std::printf(
        "%-10s %5d %8d %9zu | %7.3f %7.3f | %8.3f %8.3f %8.3f %8.3f | %8.3f | %6.1f %6.1f\n",
        scheduleId(size.kind).data(), size.stages, size.microbatches,
        shown->schedule.operations().size(), frameMs, sumMs, generateMs, simulateMs, measureMs,
        paintMs, tickMs, simulateMs / sumMs, paintMs / frameMs);
}

/// The comparison of the whole catalogue at one plan, beside a prefix sum over all its operations.
void reportCatalogue(int stages, int microbatches)
{
    Plan plan;
    plan.stages = stages;
    plan.microbatches = microbatches;
    Comparison comparison;
    std::int64_t operations = 0;
    for (const ComparedPlan& row : comparison.catalogueRows(plan))
        operations += row.isMeasured() ? operationCount(row.plan) : 0;
    bench::Floors floors(static_cast<std::size_t>(operations), 1);
    const double sumMs = bench::medianMs(kRuns, [&] { floors.prefixSum(); });
    const double tableMs = bench::medianMs(kRuns, [&] { (void)comparison.catalogueRows(plan); });
    std::printf("%-10s %5d %8d %9lld | %7s %7.3f | table %8.3f | %6.1f times the prefix sum\n",
        "catalogue", stages, microbatches, static_cast<long long>(operations), "", sumMs, tableMs,
        tableMs / sumMs);
}

void reportTicks()
{
    std::printf("%-10s %5s %8s %9s | %7s %7s | %8s %8s %8s %8s | %8s | %6s %6s\n", "schedule", "P",
        "M", "ops", "memset", "prefix", "generate", "simulate", "measure", "paint", "tick",
        "sim/pre", "pnt/set");
    for (const Size& size : {
             Size {ScheduleKind::OneFOneB, 4, 8},
             Size {ScheduleKind::OneFOneB, 8, 128},
             Size {ScheduleKind::OneFOneB, 64, 1024},
             Size {ScheduleKind::GPipe, 64, 1024},
             Size {ScheduleKind::Inference, 64, 1024},
             Size {ScheduleKind::OneFOneB, 256, 6144},
         })
        report(size);
    reportCatalogue(16, 128);
}

} // namespace

// All of it, or what the first argument names.
int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    loadBundledFonts();
    const std::string_view asked = argc > 1 ? argv[1] : "";
    if (asked.empty() || asked == "ticks")
        reportTicks();
    if (asked.empty() || asked == "structures")
        bench::reportStructures();
    if (asked.empty() || asked == "painting")
        bench::reportPainting();
    return 0;
}
