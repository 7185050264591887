// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/search/problem.h"

#include <cstdint>

namespace pipegantt {

/// Work that the device of `stage` must have done before this operation starts, whatever the order:
/// the passes that it depends on, over stages or for want of memory, as far as they run there.
/// `room` is the most units of the stage that the device holds. O(stages of the device).
std::int64_t workBefore(const SearchProblem& problem, int stage, Pass pass, int unit, int room);

/// Work that the device has left when this operation ends, in the same sense.
std::int64_t workAfter(const SearchProblem& problem, int stage, Pass pass, int unit, int room);

} // namespace pipegantt
