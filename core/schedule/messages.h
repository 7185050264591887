// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/order/actionsheet.h"
#include "core/order/placement.h"

namespace pipegantt {

/// Checks the communication of a sheet whose operations are a legal order of one pipeline: each
/// message that crosses devices is sent behind the pass that makes it, received once before the
/// pass that needs it, and received in the order in which its sender sends; stages are unsharded
/// before they work and reduced after; waits follow what they wait for; and no device waits for
/// ever for one that does not get to its send. Errors name row and column. O(actions).
Result<void> checkMessages(const ActionSheet& sheet, const Placement& placement, int microbatches);

} // namespace pipegantt
