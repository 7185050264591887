// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/search/order.h"
#include "core/search/problem.h"

#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>

namespace pipegantt {

/// What a search knows so far. Picoseconds.
struct SearchState
{
    /// Makespan of the best order; 0 while there is none.
    std::int64_t best = 0;
    /// No order ends sooner.
    std::int64_t bound = 0;
};

struct SearchEffort
{
    /// Work after which the search ends. A step is the copying or comparing of one number, a few
    /// nanoseconds, so a budget of steps is one of time that is the same on each machine.
    std::int64_t steps = 0;
    std::uint64_t seed = 1;
    /// Whether among equal makespans memory counts before the span: where there is no time to get
    /// both.
    bool sparesMemory = false;
    std::stop_token stop;
    /// Told about each better order and each better bound.
    std::function<void(const SearchState&)> progress;
};

/// The steps for an effort from 1 to 10, each twice the one before: at 3 about a second for 8
/// devices and 32 units, and less than ten for 32 and 256.
std::int64_t stepsFor(const SearchProblem& problem, int effort);
/// The steps for an answer among many, in a table: a few milliseconds for thousands of operations.
std::int64_t quickSteps(const SearchProblem& problem);

struct SearchResult
{
    Order order;
    OrderScore score;
    /// No order ends sooner.
    std::int64_t bound = 0;

    [[nodiscard]] bool isOptimal() const { return score.makespan == bound; }
};

/// The best order of `problem` that the effort finds: the shortest makespan, among those a short
/// span, among those a low peak of memory, unless memory comes first; never worse than one of
/// `starts` that is legal. Deterministic for a seed unless it is stopped. Every device must hold
/// its leastMemory.
SearchResult search(
    const SearchProblem& problem, std::span<const Order> starts, const SearchEffort& effort);

} // namespace pipegantt
