// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/order/schedule.h"

namespace pipegantt {

/// Whether `schedule` is a legal order: every operation there once and on its own device, each
/// backward after its forward in the row, and no cycle over the devices. Names the operation that
/// is missing, twice there or misplaced, the pair that is in the wrong order, or the cycle of a
/// deadlock. A schedule with no backward pass at all is one of inference. O(operations).
Result<void> validate(const Schedule& schedule);

} // namespace pipegantt
