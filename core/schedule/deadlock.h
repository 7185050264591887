// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/order/schedule.h"

#include <cstddef>
#include <span>
#include <vector>

namespace pipegantt {

/// Lets every device run as far as it can, without times. For each the index in
/// `schedule.operations()` of the operation that it cannot start, or its row's end. O(operations).
std::vector<std::size_t> runWithoutTimes(const Schedule& schedule);

/// A device whose next operation waits for one that has not run.
struct Waiting
{
    int device = 0;
    std::size_t operation = 0;
    /// The operation that makes what it waits for.
    std::size_t maker = 0;
    int makerDevice = 0;
};

/// The devices that wait for each other in a circle, each for the next and the last for the first;
/// one alone where an operation waits for a later one of its own row; none where nobody runs what
/// is waited for. `cursors` as from `runWithoutTimes`, one of them short of its row's end.
std::vector<Waiting> waitingCycle(const Schedule& schedule, std::span<const std::size_t> cursors);

/// Names why a schedule in which no device can go on is stuck. `cursors[d]` is the index in
/// `schedule.operations()` of the operation that device d cannot start, or its row's end where it
/// is done. The error is a Deadlock with the cycle of operations, an OrderAgainstDependency where
/// an operation waits for a later one of its own device, or an OperationMissing where it waits for
/// one that nobody runs.
Error explainDeadlock(const Schedule& schedule, std::span<const std::size_t> cursors);

} // namespace pipegantt
