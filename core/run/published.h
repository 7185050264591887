// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/plan.h"
#include "core/run/run.h"

namespace pipegantt {

/// Looks among the published schedules that a search for `plan` could not take into account: those
/// that place the stages otherwise (in two directions), and all of them where the search knows only
/// half of the costs. If one, simulated with all of them, keeps the memory limit and ends before
/// `makespan`, the first of the best becomes the order of `into`, and its lower bound is lowered to
/// what holds for that placement, too. O(operations) for each schedule.
bool preferPublished(const Plan& plan, Duration makespan, SimulationScratch& scratch, Run& into);

} // namespace pipegantt
