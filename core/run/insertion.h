// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/order/schedule.h"
#include "core/run/rhythm.h"
#include "core/simulate/excerpt.h"
#include "core/simulate/timeline.h"

#include <optional>

namespace pipegantt {

/// A schedule and when it ran.
struct TimedSchedule
{
    const Schedule& schedule;
    const Timeline& timeline;
};

/// Whether `longer` is `shorter` with one more period put in at each beat of the rhythm of
/// `shorter`, in order and in time: then the excerpt that `shorter` is of it. O(operations).
std::optional<Excerpt> insertion(
    const TimedSchedule& shorter, const TimedSchedule& longer, const Rhythm& rhythm);

} // namespace pipegantt
