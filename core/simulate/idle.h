// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/time.h"
#include "core/order/schedule.h"
#include "core/plan/plan.h"
#include "core/simulate/timeline.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace pipegantt {

/// Where in a device's row an instant falls.
struct Moment
{
    /// The operation that runs, or the one that ends the gap; none after the last operation.
    std::optional<std::size_t> operation;
    /// Whether the device is idle then.
    bool idle = false;
    /// The extent of the operation or of the gap.
    Duration begin {};
    Duration end {};
};

/// What `device` does at `when`, 0 ≤ when < makespan. A gap reaches from the end of the operation
/// before to the start of the one after, from 0, or to the makespan. O(log operations).
Moment momentAt(const Schedule& schedule, const Timeline& timeline, int device, Duration when);

/// Why a device waits before an operation, or why an operation starts when it does.
struct WaitCause
{
    enum class Kind : std::uint8_t
    {
        Start, ///< nothing: it starts with the iteration
        Device, ///< the operation before it on the same device
        WarmUp, ///< the first micro-batch has not arrived yet
        Dependency, ///< the result of another stage
        Drain, ///< the device is done; others still work
    };
    Kind kind = Kind::Start;
    /// What it waited for; index into Schedule::operations(). The pair, where it was the backward
    /// pass of one.
    std::optional<std::size_t> waitedFor;
    /// The device that runs it.
    int device = 0;
    /// When that ended, and for how long messages then travelled until the operation could start:
    /// its own input, and where messages block, those of the calls that its device was in before.
    Duration ended {};
    Duration travelled {};
};

/// Why the operation at `index` on `device` did not start earlier: what `CausalWalk` finds before
/// it, up to the first operation. Where messages block that may be one of its own device, whose
/// message was then on its way. O(row).
WaitCause waitCause(const Plan& plan, const Schedule& schedule, const Timeline& timeline,
    int device, std::size_t index);

/// Why `device` is idle after its last operation: the operation that ends the iteration.
WaitCause drainCause(const Schedule& schedule, const Timeline& timeline, int device);

} // namespace pipegantt
