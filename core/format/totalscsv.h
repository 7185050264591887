// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/time.h"
#include "core/metrics/boxtotals.h"

#include <string>

namespace pipegantt {

/// The totals of a box as CSV: for all its devices together and then for each, a line for busy time
/// and its kinds, idle time and its causes, and messages. Times are exact, in `unit`; shares are
/// those of the time of the devices that the line is about. The same bytes for the same totals.
std::string totalsCsv(const BoxTotals& totals, TimeUnit unit);

} // namespace pipegantt
