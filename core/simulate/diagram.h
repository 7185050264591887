// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/time.h"
#include "core/order/schedule.h"
#include "core/simulate/timeline.h"

#include <string>

namespace pipegantt {

/// The timeline as the papers draw it, one row a device, one cell of three characters for each
/// `cell` of time: `F0 ` where an operation starts (small letters for odd chunks, a pair by its
/// forward), `-- ` where it goes on, `.  ` where the device
/// waits. For tests and terminals; times must be multiples of `cell`.
std::string diagram(const Schedule& schedule, const Timeline& timeline, Duration cell);

} // namespace pipegantt
