// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/planner/microbatchtrade.h"

#include <span>
#include <string>

namespace pipegantt {

/// The trades as JSON: for each schedule its points, and the size of the best or null.
std::string tradeJson(std::int64_t globalBatch, std::span<const MicrobatchTrade> trades);

} // namespace pipegantt
