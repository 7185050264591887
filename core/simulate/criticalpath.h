// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/time.h"
#include "core/order/schedule.h"
#include "core/plan/plan.h"
#include "core/simulate/causalwalk.h"
#include "core/simulate/timeline.h"

#include <vector>

namespace pipegantt {

/// Why an iteration takes as long as it does: operations and messages, each of which had to wait
/// for the one before, without a gap from 0 to the makespan. Whatever is to make the iteration
/// shorter must change one of them, or their order.
struct CriticalPath
{
    /// In the order of time.
    std::vector<CausalStep> steps;
    /// Their lengths in all, which together are the makespan.
    Duration work {};
    Duration travel {};
};

/// The critical path that ends with the last operation, on the first device where several end
/// last. O(operations).
CriticalPath criticalPath(const Plan& plan, const Schedule& schedule, const Timeline& timeline);

} // namespace pipegantt
