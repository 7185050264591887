// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/order/actionsheet.h"
#include "core/order/schedule.h"
#include "core/plan/plan.h"
#include "core/schedule/lowering.h"

#include <string>

namespace pipegantt {

/// The order of `schedule`, which `plan` generated, without communication: the operations, or the
/// cells that a custom order was read from, idle ones among them.
ActionSheet orderSheet(const Plan& plan, const Schedule& schedule);

/// The same with communication for `runtime`: as it was read where the order came with it, else as
/// `lower` makes it, with its failures.
Result<ActionSheet> communicationSheet(const Plan& plan, const Schedule& schedule, Runtime runtime);

/// The schedule as the compute-only CSV that PyTorch's pipelining loads: one row a device, one cell
/// an operation (`0F3`, with slices `0F3.1`), a pair as `(0F7;7B3)OVERLAP_F_B`, lines ending as
/// Python's csv.writer ends them. No idle cells, recomputations or optimizer steps: PyTorch's
/// orders know none.
std::string orderCsv(const Schedule& schedule);

/// The same as JSON: `{"devices": [["0F0", …], …]}`, one device a line.
std::string orderJson(const Schedule& schedule);
std::string sheetJson(const ActionSheet& sheet);

} // namespace pipegantt
