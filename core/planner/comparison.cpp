// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/planner/comparison.h"

#include "core/metrics/metrics.h"
#include "core/metrics/weightversions.h"
#include "core/planner/adaptation.h"
#include "core/schedule/catalogue.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

namespace pipegantt {

ComparedPlan Comparison::row(const Plan& plan)
{
    return row(plan, {});
}

ComparedPlan comparedRun(const Run& run)
{
    const Metrics& metrics = run.metrics;
    ComparedPlan row;
    row.plan = run.plan;
    row.bubbleRatio = metrics.bubbleRatio;
    row.spanBubbleRatio = metrics.spanBubbleRatio;
    row.makespan = metrics.makespan;
    row.peakMemory = metrics.peakMemory;
    const auto peakDevice = static_cast<std::size_t>(metrics.peakDevice);
    row.peakActivations = {metrics.devices[peakDevice].peakHeldChunks, partsOfMicrobatch(run.plan)};
    row.messages = messageCount(run.schedule);
    row.weightCopies =
        std::max(entry(run.plan.schedule).weightCopies, run.schedule.placement().pipelines());
    for (const DeviceMetrics& device : metrics.devices) {
        const std::int64_t versions = weightVersions(run.plan, device).versions;
        row.weightCopies = std::max(row.weightCopies, static_cast<int>(versions));
    }
    row.fits = metrics.fits;
    return row;
}

ComparedPlan Comparison::row(const Plan& plan, const SearchWatch& watch)
{
    ComparedPlan row;
    row.plan = plan;
    const CatalogueEntry& known = entry(plan.schedule);
    row.weightCopies = known.weightCopies;
    if (operationCount(plan) > m_mostOperations) {
        const Result<void> checked = checkPlan(plan).and_then([&] { return known.check(plan); });
        row.tooLarge = checked.has_value();
        if (!checked)
            row.refusal = checked.error();
        return row;
    }
    if (const Result<void> done = run(plan, m_scratch, m_buffer, watch); !done) {
        row.refusal = done.error();
        return row;
    }
    return comparedRun(m_buffer);
}

std::vector<ComparedPlan> Comparison::catalogueRows(const Plan& plan, const std::stop_token& stop)
{
    std::vector<ComparedPlan> rows;
    rows.reserve(catalogue().size());
    for (const CatalogueEntry& known : catalogue()) {
        if (stop.stop_requested())
            break;
        rows.push_back(catalogueRow(plan, known.kind));
    }
    return rows;
}

ComparedPlan Comparison::catalogueRow(const Plan& plan, ScheduleKind kind)
{
    SearchWatch watch;
    watch.quick = true;
    ComparedPlan best = row(adapted(plan, kind), watch);
    if (kind != ScheduleKind::Auto)
        return best;
    std::vector<std::pair<int, int>> cuts {{best.plan.chunks, best.plan.slices}};
    for (const CatalogueEntry& known : catalogue()) {
        Plan cut = adapted(plan, known.kind);
        if (!shapeOf(known.kind).sliced) {
            cut.slices = 1;
            cut.sliceWeights.clear();
        }
        const std::pair<int, int> parts {cut.chunks, cut.slices};
        if (cut.microbatches != plan.microbatches || std::ranges::find(cuts, parts) != cuts.end())
            continue;
        cuts.push_back(parts);
        cut.schedule = ScheduleKind::Auto;
        cut.placement.clear();
        ComparedPlan searched = row(cut, watch);
        const auto rank = [](const ComparedPlan& one) {
            return std::tuple(!one.isMeasured(), !one.fits, one.makespan);
        };
        if (rank(searched) < rank(best))
            best = std::move(searched);
    }
    return best;
}

std::int64_t linkCount(const Placement& placement)
{
    std::int64_t links = 0;
    for (int stage = 1; stage < placement.modelStages(); ++stage)
        links += placement.deviceOf(stage - 1) == placement.deviceOf(stage) ? 0 : 1;
    return links;
}

std::int64_t messageCount(const Schedule& schedule)
{
    const bool trains = std::ranges::any_of(
        schedule.row(0), [](PackedOperation operation) { return makesGradient(operation.kind()); });
    return (trains ? 2 : 1) * linkCount(schedule.placement()) * schedule.units();
}

bool comesBefore(const ComparedPlan& a, const ComparedPlan& b, ComparisonOrder order)
{
    const auto position = [](const ComparedPlan& row) {
        return &entry(row.plan.schedule) - catalogue().data();
    };
    switch (order) {
    case ComparisonOrder::Catalogue:
        return position(a) < position(b);
    case ComparisonOrder::Year:
        return entry(a.plan.schedule).year < entry(b.plan.schedule).year;
    default:
        break;
    }
    if (!a.isMeasured() || !b.isMeasured())
        return a.isMeasured() && !b.isMeasured();
    switch (order) {
    case ComparisonOrder::Bubble:
        return a.bubbleRatio < b.bubbleRatio;
    case ComparisonOrder::SpanBubble:
        return a.spanBubbleRatio < b.spanBubbleRatio;
    case ComparisonOrder::Makespan:
        return a.makespan < b.makespan;
    case ComparisonOrder::Memory:
        return a.peakMemory < b.peakMemory;
    case ComparisonOrder::Activations:
        return a.peakActivations < b.peakActivations;
    case ComparisonOrder::Messages:
        return a.messages < b.messages;
    case ComparisonOrder::WeightCopies:
        return a.weightCopies < b.weightCopies;
    case ComparisonOrder::Catalogue:
    case ComparisonOrder::Year:
        break;
    }
    return false;
}

void sortRows(std::span<ComparedPlan> rows, ComparisonOrder order)
{
    std::ranges::stable_sort(rows,
        [order](const ComparedPlan& a, const ComparedPlan& b) { return comesBefore(a, b, order); });
}

} // namespace pipegantt
