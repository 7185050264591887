// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/order/schedule.h"

#include <cstddef>
#include <span>

namespace pipegantt {

/// Names why a schedule in which no device can go on is stuck. `cursors[d]` is the index in
/// `schedule.operations()` of the operation that device d cannot start, or its row's end where it
/// is done. The error is a Deadlock with the cycle of operations, an OrderAgainstDependency where
/// an operation waits for a later one of its own device, or an OperationMissing where it waits for
/// one that nobody runs.
Error explainDeadlock(const Schedule& schedule, std::span<const std::size_t> cursors);

} // namespace pipegantt
