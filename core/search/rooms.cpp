// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/search/rooms.h"

#include <algorithm>

namespace pipegantt {
namespace {

/// From the start of a unit's forward to the end of its weight gradient, if it never waits; `there`
/// is the part of it until the gradient is back.
std::vector<std::int64_t> stays(const SearchProblem& problem)
{
    std::vector<std::int64_t> there(problem.stages.size(), 0);
    std::vector<std::int64_t> stay(problem.stages.size(), 0);
    for (const int s : problem.upstream()) {
        const SearchStage& stage = problem.stage(s);
        std::int64_t& way = there[static_cast<std::size_t>(s)];
        way = stage.durationOf(Pass::Forward) + stage.durationOf(Pass::InputGrad);
        if (stage.next >= 0)
            way += there[static_cast<std::size_t>(stage.next)] + stage.gradientHop
                + problem.stage(stage.next).activationHop;
        stay[static_cast<std::size_t>(s)] =
            way + (problem.splitBackward ? stage.durationOf(Pass::WeightGrad) : 0);
    }
    return stay;
}

/// Who gets what is left after everyone has got a whole number of units.
enum class Rest
{
    ToShortest,
    ToLongest,
    OneMoreEach,
};

/// Three times what has to be on its way on the device that needs the most of it if no device ever
/// waits: one unit to run, one to wait for its gradient, one for its weight gradient.
std::int64_t unitsOfUse(const SearchProblem& problem, const std::vector<std::int64_t>& stay)
{
    std::int64_t most = 0;
    for (int device = 0; device < problem.devices; ++device) {
        std::int64_t sum = 0;
        std::int64_t each = 0;
        for (const int s : problem.stagesOf(device)) {
            sum += stay[static_cast<std::size_t>(s)];
            for (int pass = 0; pass < problem.passes(); ++pass)
                each += problem.stage(s).durationOf(static_cast<Pass>(pass));
        }
        most = std::max(most, sum / std::max<std::int64_t>(each, 1));
    }
    return 3 * (most + 1);
}

/// Units that the memory of `device` holds.
std::int64_t unitsHeld(const SearchProblem& problem, int device)
{
    std::int64_t held = 1;
    for (const int s : problem.stagesOf(device))
        held = std::max(held, problem.stage(s).held);
    return problem.limits[static_cast<std::size_t>(device)] / held;
}

std::vector<int> share(
    const SearchProblem& problem, const std::vector<std::int64_t>& stay, Rest rest)
{
    std::vector<int> rooms(problem.stages.size(), 1);
    const std::int64_t useful = unitsOfUse(problem, stay);
    for (int device = 0; device < problem.devices; ++device) {
        const std::vector<int>& stages = problem.stagesOf(device);
        std::int64_t sum = 0;
        std::int64_t all = 0;
        for (const int s : stages) {
            sum += stay[static_cast<std::size_t>(s)];
            all += problem.stage(s).units;
        }
        // More than there are at all is of no use, however long messages take beside the passes.
        const std::int64_t units = std::min({unitsHeld(problem, device), useful, all});
        // Coarse enough for products to stay within the range of time.
        const std::int64_t grain = sum / (std::int64_t {1} << 30U) + 1;
        std::int64_t left = units;
        for (const int s : stages) {
            const std::int64_t part = stay[static_cast<std::size_t>(s)];
            const std::int64_t given = sum > 0 ? units * (part / grain) / (sum / grain) : 1;
            rooms[static_cast<std::size_t>(s)] =
                static_cast<int>(std::clamp<std::int64_t>(given, 1, problem.stage(s).units));
            left -= rooms[static_cast<std::size_t>(s)];
        }
        const auto byStay = [&](int a, int b) {
            return stay[static_cast<std::size_t>(a)] < stay[static_cast<std::size_t>(b)];
        };
        const int favoured = rest == Rest::ToLongest ? *std::ranges::max_element(stages, byStay)
                                                     : *std::ranges::min_element(stages, byStay);
        rooms[static_cast<std::size_t>(favoured)] +=
            static_cast<int>(std::clamp<std::int64_t>(left, 0, problem.stage(favoured).units));
        for (const int s : stages)
            rooms[static_cast<std::size_t>(s)] += rest == Rest::OneMoreEach ? 1 : 0;
    }
    return rooms;
}

} // namespace

std::vector<std::vector<int>> roomWays(const SearchProblem& problem)
{
    std::vector<std::vector<int>> ways;
    const std::vector<std::int64_t> stay = stays(problem);
    for (const Rest rest : {Rest::ToShortest, Rest::ToLongest, Rest::OneMoreEach}) {
        std::vector<int> way = share(problem, stay, rest);
        if (std::ranges::find(ways, way) == ways.end())
            ways.push_back(std::move(way));
    }
    std::vector<int> unshared;
    for (const SearchStage& stage : problem.stages)
        unshared.push_back(stage.room);
    ways.push_back(std::move(unshared));
    return ways;
}

SearchProblem withRooms(const SearchProblem& problem, const std::vector<int>& rooms)
{
    SearchProblem shared = problem;
    for (std::size_t s = 0; s < rooms.size(); ++s)
        shared.stages[s].room = rooms[s];
    return shared;
}

} // namespace pipegantt
