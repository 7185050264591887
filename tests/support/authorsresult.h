// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/metrics.h"
#include "core/plan/plan.h"

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

namespace pipegantt::test {

/// What the generator of a schedule's authors made of a plan; times in picoseconds.
struct AuthorsResult
{
    int stages;
    int microbatches;
    int chunks;
    int group;
    int forward;
    int inputGrad;
    int weightGrad;
    int latency;
    std::int64_t makespan;
    std::int64_t span;
    /// Of each device, in chunks released by the weight gradient.
    std::vector<std::int64_t> peaks;

    [[nodiscard]] Plan plan(ScheduleKind kind) const
    {
        Plan plan;
        plan.schedule = kind;
        plan.stages = stages;
        plan.microbatches = microbatches;
        plan.chunks = chunks;
        plan.group = group;
        plan.time = {Duration(forward), Duration(inputGrad), Duration(weightGrad)};
        plan.link.latency = Duration(latency);
        return plan;
    }

    /// Whether `metrics` are nowhere worse: neither the times nor the memory of any device.
    [[nodiscard]] bool isReachedBy(const Metrics& metrics) const
    {
        return metrics.makespan <= Duration(makespan) && metrics.span <= Duration(span)
            && std::ranges::equal(
                metrics.devices, peaks, std::ranges::less_equal(), &DeviceMetrics::peakChunks);
    }
    [[nodiscard]] bool equals(const Metrics& metrics) const
    {
        return metrics.makespan == Duration(makespan) && metrics.span == Duration(span)
            && std::ranges::equal(
                metrics.devices, peaks, std::ranges::equal_to(), &DeviceMetrics::peakChunks);
    }
};

/// A random small plan for `kind` with split backward passes, uneven stages half of the time.
inline Plan randomSplitPlan(ScheduleKind kind, std::mt19937& random)
{
    const auto upTo = [&random](
                          int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    const auto time = [&] {
        return StageTime {Duration(1 + upTo(30)), Duration(1 + upTo(30)), Duration(upTo(30))};
    };
    Plan plan;
    plan.schedule = kind;
    plan.stages = 1 + upTo(9);
    plan.microbatches = 1 + upTo(30);
    const KindShape& shape = shapeOf(kind);
    plan.chunks = shape.chunks > 0 ? shape.chunks : 1 + upTo(3);
    plan.time = time();
    plan.link.latency = Duration(upTo(2) * upTo(20));
    if (upTo(1) == 0)
        std::ranges::generate_n(std::back_inserter(plan.perStage), plan.modelStages(), time);
    return plan;
}

} // namespace pipegantt::test
