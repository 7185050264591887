// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/structures.h"

#include "core/metrics/metrics.h"
#include "core/run/run.h"
#include "core/schedule/catalogue.h"
#include "tests/bench/floors.h"
#include "tests/bench/stopwatch.h"

#include <cstdio>

namespace pipegantt::bench {
namespace {

constexpr int kRuns = 11;

enum class Times
{
    Equal,
    Uneven, ///< each stage its own
};

Plan planOf(ScheduleKind kind, int stages, int microbatches, Times times)
{
    Plan plan;
    plan.schedule = kind;
    plan.stages = stages;
    plan.microbatches = microbatches;
    const KindShape& shape = shapeOf(kind);
    plan.chunks = shape.chunks > 0 ? shape.chunks : shape.usualChunks;
    if (times == Times::Uneven) {
        for (int stage = 0; stage < plan.modelStages(); ++stage) {
            plan.perStage.push_back(stageTime(std::chrono::microseconds(100 + stage * 7'919 % 8),
                std::chrono::microseconds(200 + stage * 104'729 % 9)));
        }
    }
    return plan;
}

void reportOne(const Plan& plan, Times times)
{
    SimulationScratch scratch;
    Run done;
    if (!run(plan, scratch, done))
        return;
    const auto operations = static_cast<double>(done.schedule.operations().size());
    Floors floors(done.schedule.operations().size(), 1);
    const auto perOperation = [&](double milliseconds) { return milliseconds * 1e6 / operations; };
    const double sum = perOperation(medianThreadMs(kRuns, [&] { floors.narrowPrefixSum(); }));
    const double again = perOperation(medianThreadMs(
        kRuns, [&] { (void)simulate(plan, done.schedule, scratch, done.timeline); }));
    const double measured = perOperation(medianThreadMs(
        kRuns, [&] { (void)measure(plan, done.schedule, done.timeline, done.metrics); }));
    const double anew = perOperation(medianThreadMs(kRuns, [&] {
        done.timeline.release();
        (void)generate(plan, done.schedule);
        (void)simulate(plan, done.schedule, scratch, done.timeline);
    }));
    const double copied = static_cast<double>(scratch.steady.filled) / operations;
    // The order, the ends, and the results that others wait for.
    const double bytes = 8
        + 4 * static_cast<double>(scratch.narrow.forwards.size() + scratch.narrow.gradients.size())
            / operations;
    std::printf("%-18s %-6s %5d %6d %9.0f | %6.2f | %8.2f %6.2f | %8.2f %8.2f | %5.0f %% | %5.1f\n",
        scheduleId(plan.schedule).data(), times == Times::Equal ? "equal" : "uneven", plan.stages,
        plan.microbatches, operations, sum, again, again / sum, anew, measured, 100 * copied,
        bytes);
}

} // namespace

void reportStructures()
{
    std::printf("\n%-18s %-6s %5s %6s %9s | %6s | %8s %6s | %8s %8s | %7s | %5s\n", "ns/operation",
        "times", "P", "M", "ops", "prefix", "resim", "ratio", "new", "measure", "copied", "B/op");
    for (const CatalogueEntry& known : catalogue()) {
        if (known.kind == ScheduleKind::Naive || known.kind == ScheduleKind::Auto
            || known.kind == ScheduleKind::Custom)
            continue;
        reportOne(planOf(known.kind, 32, 4'096, Times::Equal), Times::Equal);
    }
    for (const Times times : {Times::Equal, Times::Uneven}) {
        for (const ScheduleKind kind :
            {ScheduleKind::OneFOneB, ScheduleKind::GPipe, ScheduleKind::ZbH1}) {
            reportOne(planOf(kind, 256, 6'144, times), times);
        }
    }
    reportOne(planOf(ScheduleKind::OneFOneB, 512, 12'288, Times::Equal), Times::Equal);
}

} // namespace pipegantt::bench
