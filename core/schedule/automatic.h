// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/plan/plan.h"
#include "core/schedule/catalogue.h"
#include "core/search/search.h"

#include <functional>
#include <stop_token>

namespace pipegantt {

/// How a search for a schedule is watched over.
struct SearchWatch
{
    /// Ends it early, with the best order so far.
    std::stop_token stop;
    /// Told, on the searching thread, about each better order and each better bound.
    std::function<void(const SearchState&)> progress;
    /// Whether it is one answer among many, in a table or a curve: milliseconds have to do,
    /// whatever the plan's effort.
    bool quick = false;
};

/// The catalogue entry of `auto`; its `generate` searches quickly.
const CatalogueEntry& automaticEntry();

/// Whether stages that lie as `placement` has them are searched for `plan`: where the plan says, or
/// else in a loop, with several chunks in a wave, too.
bool searchesPlacement(const Plan& plan, const Placement& placement);

/// Searches the order of `plan`, which has passed `checkPlan` and the entry's check, and writes it
/// into `schedule`. Returns a makespan that no order with a searched placement goes below.
Duration searchSchedule(const Plan& plan, const SearchWatch& watch, Schedule& schedule);

} // namespace pipegantt
