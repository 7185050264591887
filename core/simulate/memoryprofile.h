// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/time.h"
#include "core/order/schedule.h"
#include "core/plan/plan.h"
#include "core/simulate/timeline.h"

#include <cstdint>
#include <span>
#include <vector>

namespace pipegantt {

/// One change of what a device holds.
struct MemoryStep
{
    Duration when {};
    /// Everything that it holds from `when` on.
    Bytes held;

    friend bool operator==(const MemoryStep&, const MemoryStep&) = default;
};

/// What `device` holds over time, as `MemoryModel` counts it. Ascending in time; the first step is
/// at 0, and the last one holds no activations. At most `maxSteps` steps: where there are more,
/// neighbours are gathered into pairs of their least and greatest amount, so that a peak never
/// disappears.
void memoryProfile(const Plan& plan, const Schedule& schedule, const Timeline& timeline, int device,
    std::size_t maxSteps, std::vector<MemoryStep>& steps);

/// The same within [begin, end), begin < end: the first step is at `begin`, with what the device
/// holds then. O(operations that start before `end`).
void memoryProfile(const Plan& plan, const Schedule& schedule, const Timeline& timeline, int device,
    Duration begin, Duration end, std::size_t maxSteps, std::vector<MemoryStep>& steps);

} // namespace pipegantt
