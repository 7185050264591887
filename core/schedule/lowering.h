// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/order/actionsheet.h"
#include "core/order/placement.h"

#include <cstdint>

namespace pipegantt {

/// Which runtime an order with communication is written for.
enum class Runtime : std::uint8_t
{
    PyTorch214, ///< 2.14 and before: waits are the runtime's own affair
    PyTorch215, ///< 2.15: each send and each reduction has a wait in the order
};

/// The order `computing` with the communication that PyTorch's lowering gives it, action for
/// action as `_PipelineScheduleRuntime._load_csv(…, "compute_only")` makes them
/// (torch/distributed/pipelining/schedules.py): stages unsharded ahead and resharded, at most three
/// at a time; gradients reduced behind the last weight gradient of a stage; a send behind each pass
/// whose result another device needs, and the receive appended to that device's row at the same
/// moment, so that two devices send and receive in one order and none waits for ever. Idle cells
/// vanish, as they do there. The order must be legal. Fails with NotInPyTorch where it holds what
/// PyTorch's orders cannot say: two pipelines, slices, recomputation, optimizer steps.
/// O(actions + rounds * devices).
Result<ActionSheet> lower(
    const ActionSheet& computing, const Placement& placement, int microbatches, Runtime runtime);

} // namespace pipegantt
