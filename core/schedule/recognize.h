// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/plan.h"

#include <vector>

namespace pipegantt {

/// The plans of the catalogue whose order is that of `plan`'s custom schedule, stage for stage, in
/// the order of the catalogue and one a kind: "This is 1F1B." Each keeps P, M, V and the times of
/// `plan`; groups and slices are those that fit. Orders that depend on the times are compared at
/// these times. Empty where the order is nobody's or none is given. Searched kinds are asked only
/// for orders of up to `kMostSearched` operations, so that an answer takes milliseconds.
std::vector<Plan> recognize(const Plan& plan);

inline constexpr std::size_t kMostSearched = 1 << 12;

/// Whether two orders run the same on the same stages, whatever the chunks are called.
bool sameOrder(const Schedule& a, const Schedule& b);

} // namespace pipegantt
