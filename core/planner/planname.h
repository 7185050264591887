// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/plan.h"

#include <string>

namespace pipegantt {

/// What tells plans apart at a glance, in the symbols of the literature: `1F1B, P 4, M 8`, with
/// `V 2` and `S 4` behind it where the model has several chunks a device or sequences are cut.
std::string planName(const Plan& plan);

} // namespace pipegantt
