// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/search/problem.h"
#include "core/search/windows.h"

#include <cstdint>
#include <vector>

namespace pipegantt {

/// The step of time of a problem: all instants of an order that starts everything as early as it
/// can are multiples of the greatest common divisor of all durations and latencies.
std::int64_t timeStep(const SearchProblem& problem);

/// The latest end of each device's passes for a makespan.
std::vector<std::int64_t> latestEndsFor(const SearchProblem& problem, std::int64_t makespan);

/// When the first forward reaches each device: its first start in every order that starts
/// everything as early as it can.
std::vector<std::int64_t> deviceStarts(const SearchProblem& problem);

/// A makespan that no order goes below: the first multiple of the time step, from the work of the
/// busiest device on, that `windows` do not refute. No more than `most` is looked for, nor more
/// work done than `steps` leaves; each of both only makes the bound weaker.
std::int64_t lowerBound(const SearchProblem& problem, Windows& windows, std::int64_t least,
    std::int64_t most, std::int64_t budget, std::int64_t& steps);

/// Each device's work from its first start on: a bound in O(stages), for problems that are too
/// large for anything else.
std::int64_t plainBound(const SearchProblem& problem);

} // namespace pipegantt
