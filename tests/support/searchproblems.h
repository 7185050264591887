// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/search/order.h"
#include "core/search/problem.h"

#include <array>
#include <random>
#include <string>

namespace pipegantt::test {

/// Durations of forward, input gradient and weight gradient, and the latency between two devices.
struct SearchCosts
{
    std::int64_t forward = 1;
    std::int64_t inputGrad = 1;
    std::int64_t weightGrad = 1;
    std::int64_t hop = 0;
};

/// One pipeline of `chunks` stages a device, there and back like a wave where `wave` says so.
/// Memory counts units; 0 is no limit.
inline SearchProblem pipelineProblem(int devices, int units, const SearchCosts& costs,
    std::int64_t limit, int chunks = 1, bool wave = false)
{
    SearchProblem problem;
    problem.devices = devices;
    const auto deviceOf = [&](int stage) {
        const int along = stage % devices;
        return wave && stage / devices % 2 != 0 ? devices - 1 - along : along;
    };
    for (int s = 0; s < devices * chunks; ++s) {
        SearchStage stage;
        stage.device = deviceOf(s);
        stage.previous = s - 1;
        stage.next = s + 1 < devices * chunks ? s + 1 : -1;
        stage.units = units;
        stage.durations = {costs.forward, costs.inputGrad, costs.weightGrad};
        if (stage.previous >= 0 && deviceOf(s - 1) != stage.device)
            stage.activationHop = costs.hop;
        if (stage.next >= 0 && deviceOf(s + 1) != stage.device)
            stage.gradientHop = costs.hop;
        problem.stages.push_back(stage);
    }
    if (limit > 0)
        problem.limits.assign(static_cast<std::size_t>(devices), limit);
    problem.finish();
    return problem;
}

/// Two pipelines over the same devices, from either end, with half of the units each.
inline SearchProblem bidirectionalProblem(
    int devices, int units, const SearchCosts& costs, std::int64_t limit)
{
    SearchProblem problem;
    problem.devices = devices;
    for (int s = 0; s < 2 * devices; ++s) {
        const int along = s % devices;
        SearchStage stage;
        stage.device = s < devices ? along : devices - 1 - along;
        stage.previous = along > 0 ? s - 1 : -1;
        stage.next = along + 1 < devices ? s + 1 : -1;
        stage.units = units / 2;
        stage.durations = {costs.forward, costs.inputGrad, costs.weightGrad};
        stage.activationHop = along > 0 ? costs.hop : 0;
        stage.gradientHop = along + 1 < devices ? costs.hop : 0;
        problem.stages.push_back(stage);
    }
    if (limit > 0)
        problem.limits.assign(static_cast<std::size_t>(devices), limit);
    problem.finish();
    return problem;
}

/// A random small problem: any layout, uneven stages half of the time, with and without a limit,
/// split and fused.
inline SearchProblem randomSearchProblem(std::mt19937& random)
{
    const auto upTo = [&random](
                          int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    const SearchCosts costs {1 + upTo(20), 1 + upTo(20), upTo(20), upTo(1) * upTo(6)};
    const int devices = 1 + upTo(5);
    const int units = 2 * (1 + upTo(5));
    const int layout = upTo(3);
    const int chunks = layout == 0 ? 1 : 2;
    const int limit = upTo(2) == 0 ? 0 : chunks * (1 + upTo(devices + 2));
    SearchProblem problem = layout == 3
        ? bidirectionalProblem(devices, units, costs, limit)
        : pipelineProblem(devices, units, costs, limit, chunks, layout == 2);
    if (upTo(1) == 0) {
        for (SearchStage& stage : problem.stages)
            stage.durations = {1 + upTo(20), 1 + upTo(20), upTo(20)};
    }
    if (upTo(3) == 0) {
        problem.splitBackward = false;
        for (SearchStage& stage : problem.stages)
            stage.durations[1] += stage.durations[2];
    }
    problem.finish();
    return problem;
}

/// An order of one stage a device, row by row: `FFIWIW` and so on.
inline Order orderOf(const std::vector<std::string>& rows)
{
    Order order;
    const std::string letters = "FIW";
    for (const std::string& row : rows) {
        for (const char letter : row)
            order.push_back(orderLetter(0, static_cast<Pass>(letters.find(letter))));
    }
    return order;
}

} // namespace pipegantt::test
