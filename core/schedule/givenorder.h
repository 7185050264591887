// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/order/actionsheet.h"
#include "core/plan/plan.h"

namespace pipegantt {

/// The order that a sheet gives, checked as strictly as can be: each stage on one row, or each on
/// two as two pipelines share the devices; no stage, micro-batch or slice left out; no action
/// twice; nothing before what it needs; no deadlock over the rows; and where there is
/// communication, a partner for each message. Where the stages are is read from the rows. An error
/// names row and column, from 1, and what would be legal. The order keeps the sheet where it says
/// more than a schedule can. O(actions).
Result<GivenOrder> givenOrder(ActionSheet sheet);

/// `schedule` as a given order without a sheet.
GivenOrder givenOrder(Schedule schedule);

} // namespace pipegantt
