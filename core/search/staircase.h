// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/search/order.h"
#include "core/search/problem.h"

#include <vector>

namespace pipegantt {

/// Orders after the rule that 1F1B, eager 1F1B, ZB-H1 and ZB-H2 share, for problems with one stage
/// on each device: the further a device is from the end, the more forwards it runs before its first
/// input gradient; then forward and input gradient in turn, and a weight gradient whenever the
/// memory is full, so that the backward passes of all devices stay in step. The stairs are one to
/// two forwards high, and as high as the memory lets them be. Empty for other problems.
/// O(operations) for each.
std::vector<Order> staircaseOrders(const SearchProblem& problem);

} // namespace pipegantt
