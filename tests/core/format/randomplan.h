// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/plan.h"

#include <cstddef>
#include <cstdint>
#include <random>

namespace pipegantt::test {

/// A plan that `checkPlan` accepts, anywhere in the space of plans.
class RandomPlan
{
public:
    explicit RandomPlan(unsigned seed)
        : m_random(seed)
    {
    }

    Plan next()
    {
        Plan plan;
        plan.schedule = static_cast<ScheduleKind>(upTo(3));
        plan.stages = 1 + static_cast<int>(upTo(15));
        plan.microbatches = 1 + static_cast<int>(upTo(200));
        plan.chunks = 1 + static_cast<int>(upTo(3));
        plan.group = static_cast<int>(upTo(9));
        plan.backwardOrder = static_cast<BackwardOrder>(upTo(1));
        plan.unit = static_cast<TimeUnit>(upTo(3));
        plan.time = time();
        if (upTo(1) == 0)
            plan.perStage.assign(static_cast<std::size_t>(plan.modelStages()), time());
        if (upTo(1) == 0) {
            for (StageTime& stage : plan.perStage)
                stage = time();
        }
        plan.link.latency = Duration(upTo(2) == 0 ? upTo(5'000'000'000) : 0);
        if (upTo(3) == 0)
            addLayout(plan);
        addCosts(plan);
        plan.activation = {1 + upTo(1'000'000'000'000)};
        plan.memoryLimit.unit = static_cast<MemoryLimit::Unit>(upTo(2));
        if (plan.memoryLimit.unit != MemoryLimit::Unit::None)
            plan.memoryLimit.amount = 1 + upTo(900'000);
        plan.globalBatch = upTo(100'000);
        plan.targetEfficiency = 1 + static_cast<int>(upTo(98));
        return plan;
    }

private:
    std::int64_t upTo(std::int64_t most)
    {
        return std::uniform_int_distribution<std::int64_t>(0, most)(m_random);
    }

    void addLayout(Plan& plan)
    {
        plan.perStage.clear();
        plan.layout.resize(static_cast<std::size_t>(plan.modelStages()));
        for (StageContents& stage : plan.layout)
            stage.layers = static_cast<int>(upTo(4));
        plan.layout.front().embedding = true;
        plan.layout.back().loss = true;
        plan.layout.back().predictors = static_cast<int>(upTo(2));
        plan.embedding = static_cast<int>(upTo(300));
        plan.predictor = static_cast<int>(upTo(300));
        plan.head = static_cast<int>(upTo(300));
    }

    void addCosts(Plan& plan)
    {
        if (upTo(1) == 0)
            return;
        plan.recompute = Duration(upTo(7'000'000'000));
        plan.pair = Duration(upTo(7'000'000'000));
        plan.optimizer = Duration(upTo(7'000'000'000));
        plan.link.bandwidth = upTo(500'000'000'000);
        plan.devicesPerNode = static_cast<int>(upTo(8));
        plan.nodeLink = {Duration(upTo(5'000'000'000)), upTo(50'000'000'000)};
        plan.message = {upTo(100'000)};
        plan.commModel = static_cast<CommModel>(upTo(1));
        plan.jitter = static_cast<int>(upTo(90));
        plan.seed = upTo(1'000'000'000);
        plan.earlyRelease = static_cast<int>(upTo(100));
        plan.state = {{upTo(1'000'000'000'000)}, {upTo(1'000'000)}, {upTo(1'000)}, {upTo(1)}};
    }

    StageTime time()
    {
        const Duration forward(1 + upTo(7'000'000'000));
        if (upTo(1) == 0)
            return stageTime(forward, Duration(2 + upTo(9'000'000'000)));
        return {forward, Duration(1 + upTo(7'000'000'000)), Duration(upTo(7'000'000'000))};
    }

    std::mt19937_64 m_random;
};

} // namespace pipegantt::test
