// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/search/staircase.h"

#include <algorithm>
#include <array>

namespace pipegantt {
namespace {

/// Quarters of a forward from one device to the next.
constexpr std::array kHeights {4, 5, 6, 7, 8};

/// Units whose activations the device of `stage` holds at once.
int unitsHeld(const SearchProblem& problem, int s)
{
    const SearchStage& stage = problem.stage(s);
    const std::int64_t most = std::min(stage.room, stage.units);
    const std::int64_t limit = problem.limitOf(s);
    return static_cast<int>(stage.held > 0 ? std::min(most, limit / stage.held) : most);
}

void appendRow(const SearchProblem& problem, int stage, int warmUp, int held, Order& order)
{
    const int units = problem.stage(stage).units;
    int forwards = 0;
    int inputs = 0;
    int weights = 0;
    const auto run = [&](Pass pass, int& count) {
        order.push_back(orderLetter(0, pass));
        ++count;
    };
    while (forwards < std::min({warmUp, held, units}))
        run(Pass::Forward, forwards);
    while (inputs < units) {
        if (forwards < units)
            run(Pass::Forward, forwards);
        run(Pass::InputGrad, inputs);
        // From here on as many units are held as may be.
        if (problem.splitBackward && warmUp + inputs >= held)
            run(Pass::WeightGrad, weights);
    }
    while (problem.splitBackward && weights < units)
        run(Pass::WeightGrad, weights);
}

} // namespace

std::vector<Order> staircaseOrders(const SearchProblem& problem)
{
    std::vector<Order> orders;
    const auto stages = static_cast<int>(problem.stages.size());
    for (int device = 0; device < problem.devices; ++device) {
        if (problem.stagesOf(device).size() != 1)
            return orders;
    }
    for (const int height : kHeights) {
        Order order;
        order.reserve(problem.operations());
        for (int device = 0; device < problem.devices; ++device) {
            const int stage = problem.stagesOf(device).front();
            const auto place = static_cast<int>(
                std::ranges::find(problem.downstream(), stage) - problem.downstream().begin());
            const int warmUp = height * (stages - 1 - place) / 4;
            // No more than the steepest stairs need: what is held beyond is of no use.
            const int held = std::min(unitsHeld(problem, stage), height * (stages - 1) / 4 + 1);
            appendRow(problem, stage, std::min(warmUp, held - 1), held, order);
        }
        orders.push_back(std::move(order));
    }
    return orders;
}

} // namespace pipegantt
