// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/search/order.h"
#include "core/search/problem.h"

namespace pipegantt {

/// The order of devices that never wait for anything better: whoever is free first runs what can
/// start first, of several an input gradient before the forward of the latest stage, and a weight
/// gradient where there is nothing else. Forwards run as far as MemoryRule admits them.
/// O(operations * (log devices + stages of a device)).
Order listOrder(const SearchProblem& problem);

} // namespace pipegantt
