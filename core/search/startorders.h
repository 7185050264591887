// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/search/order.h"
#include "core/search/problem.h"

#include <functional>

namespace pipegantt {

/// Makes orders for a search to start from, one after the other: stairs, lists within several
/// shares of the memory, and the serial order, which is legal wherever one is. `few` leaves out
/// those that seldom are the best.
void offerStartOrders(
    const SearchProblem& problem, bool few, const std::function<void(const Order&)>& offer);

} // namespace pipegantt
