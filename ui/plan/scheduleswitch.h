// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/parameter.h"
#include "core/plan/plan.h"

#include <optional>

namespace pipegantt {

/// Takes a plan from one schedule to another in one change. A schedule that cannot run the plan's
/// numbers gets those it can; the numbers of before come back with a schedule that takes them.
class ScheduleSwitch
{
public:
    [[nodiscard]] Plan switched(const Plan& plan, ScheduleKind kind);
    /// Forgets the numbers of before, as for another document.
    void forget() { m_before.reset(); }

private:
    std::optional<Plan> m_before;
};

/// Whether `kind` runs one batch and no other number of micro-batches.
bool runsOneMicrobatchOnly(ScheduleKind kind);

} // namespace pipegantt
