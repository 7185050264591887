// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/search/order.h"

#include "core/search/replay.h"

namespace pipegantt {

namespace {

/// All passes of one micro-batch through the stages at `begin` to `end` of their device.
void appendMicrobatch(
    const SearchProblem& problem, std::size_t begin, std::size_t end, Order& order)
{
    for (int slice = 0; slice < problem.slices; ++slice) {
        for (std::size_t place = begin; place < end; ++place)
            order.push_back(orderLetter(place, Pass::Forward));
    }
    for (int slice = 0; slice < problem.slices; ++slice) {
        for (std::size_t place = end; place-- > begin;) {
            order.push_back(orderLetter(place, Pass::InputGrad));
            if (problem.splitBackward)
                order.push_back(orderLetter(place, Pass::WeightGrad));
        }
    }
}

} // namespace

Order serialOrder(const SearchProblem& problem)
{
    Order order;
    order.reserve(problem.operations());
    for (int device = 0; device < problem.devices; ++device) {
        const std::vector<int>& stages = problem.stagesOf(device);
        // The stages of one pipeline lie together.
        for (std::size_t begin = 0, end = 0; begin < stages.size(); begin = end) {
            while (
                end < stages.size() && problem.lastOf(stages[end]) == problem.lastOf(stages[begin]))
                ++end;
            const int microbatches = problem.stage(stages[begin]).units / problem.slices;
            for (int microbatch = 0; microbatch < microbatches; ++microbatch)
                appendMicrobatch(problem, begin, end, order);
        }
    }
    return order;
}

std::optional<OrderScore> scoreOf(const SearchProblem& problem, const Order& order)
{
    return Replay(problem).run(order);
}

} // namespace pipegantt
