// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/order/action.h"
#include "core/schedule/lowering.h"

#include <span>
#include <vector>

namespace pipegantt {

/// Stages of a device whose weights are whole at one time (FSDP): one forwards, one backwards, one
/// on its way.
inline constexpr std::size_t kActiveStages = 3;

/// The row with UNSHARD before the operations of a stage, ahead of them by as many stages as may be
/// active, and RESHARD where the next operations are of others; idle cells left out. PyTorch's
/// `_add_unshard_reshard`, down to the order in which several stages are resharded at once: 2.14
/// walks a Python set, 2.15 goes by age. O(actions).
std::vector<Action> withSharding(std::span<const Action> row, Runtime runtime);

} // namespace pipegantt
