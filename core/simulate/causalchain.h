// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/simulate/causalwalk.h"
#include "core/simulate/flow.h"

#include <cstddef>
#include <vector>

namespace pipegantt {

/// What led to an operation, and what it led to: operations and messages, each of which began when
/// the one before ended.
struct CausalChain
{
    /// In the order of time, the operation itself among them.
    std::vector<CausalStep> steps;
    std::size_t self = 0;
    /// Whether there were more steps than were asked for.
    bool cut = false;
};

/// The chain through the operation at `index` on `device`: back to the start of the iteration, and
/// on for as long as something began at once; at most `most` steps either way. `walk` should have
/// an index.
CausalChain causalChain(const Schedule& schedule, const CausalWalk& walk, const Flows& flows,
    int device, std::size_t index, std::size_t most);

} // namespace pipegantt
