// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/search/startorders.h"

#include "core/search/listorder.h"
#include "core/search/rooms.h"
#include "core/search/staircase.h"

#include <algorithm>

namespace pipegantt {
namespace {

/// The problem with no more memory than `times` one unit for each device.
SearchProblem withLess(const SearchProblem& problem, int times)
{
    SearchProblem less = problem;
    for (int device = 0; device < less.devices; ++device) {
        std::int64_t& limit = less.limits[static_cast<std::size_t>(device)];
        limit = std::min(limit, less.leastMemory(device) * times * less.devices);
    }
    return less;
}

/// Counts of 16 bits do for these.
bool hasFewUnits(const SearchProblem& problem)
{
    return std::ranges::all_of(
        problem.stages, [](const SearchStage& stage) { return stage.units < (1 << 16); });
}

} // namespace

void offerStartOrders(
    const SearchProblem& problem, bool few, const std::function<void(const Order&)>& offer)
{
    offer(serialOrder(problem));
    if (problem.slices > 1)
        return;
    for (const Order& stairs : staircaseOrders(problem))
        offer(stairs);
    if (!hasFewUnits(problem))
        return;
    for (const std::vector<int>& way : roomWays(problem)) {
        offer(listOrder(withRooms(problem, way)));
        if (few)
            break;
    }
    // Where memory is plenty, as much of it as published schedules use is often enough.
    for (const int times : {1, 2}) {
        const SearchProblem less = withLess(problem, times);
        if (less.limits != problem.limits)
            offer(listOrder(withRooms(less, roomWays(less).front())));
    }
}

} // namespace pipegantt
