// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/time.h"
#include "core/plan/plan.h"

#include <optional>
#include <vector>

namespace pipegantt {

/// When the devices of a flow shop are done: every unit runs the same passes through one stage
/// after the other, all forwards first, then all backwards.
struct FlowShop
{
    Duration makespan {};
    /// Whether the first stage of each phase is its slowest, so that all others keep its pace.
    bool keepsPace = true;
    /// From each device's first start to its last end.
    std::vector<Duration> spans;
};

/// The flow shop that `plan` is, whatever the number of its micro-batches: GPipe, TeraPipe with
/// equal slices, and inference on one chunk. Of identical jobs the k-th leaves a stage when the
/// first one did, and k times the slowest stage up to there later. Nothing for other plans, and
/// where times leave their range. O(stages).
std::optional<FlowShop> flowShop(const Plan& plan);

} // namespace pipegantt
