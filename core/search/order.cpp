// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/search/order.h"

#include "core/search/replay.h"

namespace pipegantt {

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
            for (int unit = 0; unit < problem.stage(stages[begin]).units; ++unit) {
                for (std::size_t place = begin; place < end; ++place)
                    order.push_back(orderLetter(place, Pass::Forward));
                for (std::size_t place = end; place-- > begin;) {
                    order.push_back(orderLetter(place, Pass::InputGrad));
                    if (problem.splitBackward)
                        order.push_back(orderLetter(place, Pass::WeightGrad));
                }
            }
        }
    }
    return order;
}

std::optional<OrderScore> scoreOf(const SearchProblem& problem, const Order& order)
{
    return Replay(problem).run(order);
}

} // namespace pipegantt
