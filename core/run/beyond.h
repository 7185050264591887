// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/plan/plan.h"
#include "core/run/run.h"
#include "core/simulate/idlecauses.h"
#include "core/simulate/simulate.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace pipegantt {

/// Runs `plan`, which has passed both checks and, as far as it is not beyond the budget, needs to
/// pass `checkCountable`, without holding all of its operations: `into` gets an
/// excerpt of at most `mostOperations` and the metrics of the whole. Both are exact.
///
/// Why: the order of M + N micro-batches is that of M with one period put in, for every rule in the
/// catalogue and a suitable N. Where all passes that start in one period of time start again a
/// period later, on all devices, and nothing after it waits for anything further back than what has
/// been found alike, then the same equations with the same inputs repeat: the period put in takes
/// the same time again, and all that follows is later by that and nothing else. So it goes on, by
/// induction, for every number of periods. Times compare as integers, so "alike" is equal. Two
/// simulations, of M and M + N micro-batches with M as asked modulo N, confirm the first step,
/// operation by operation; busy times, spans and peaks then grow by what they grow between the two.
///
/// The devices of a flow shop whose stages differ have no rhythm in common: `flowShop` then gives
/// the numbers, and the excerpt is a run by itself. For other plans without a rhythm within the
/// budget this fails.
Result<void> runBeyond(const Plan& plan, SimulationScratch& scratch, Run& into,
    std::int64_t mostOperations = kOperationBudget);

/// Idle time by cause of each device of the whole run; nothing where the excerpt is no part of it.
std::optional<std::vector<IdleCauses>> wholeIdleCauses(const Run& run);

} // namespace pipegantt
