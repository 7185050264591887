// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/plan.h"
#include "core/planner/adaptation.h"

#include <optional>

namespace pipegantt {

/// Takes a plan from one schedule to another in one change: the same work in the numbers that the
/// schedule runs (`adapted`). What a person had set comes back, to the picosecond, with the next
/// schedule that takes it, unless it was changed in between.
class ScheduleSwitch
{
public:
    [[nodiscard]] Plan switched(const Plan& plan, ScheduleKind kind, Cut cut = {});
    /// The plan with a person's own numbers that `plan` is an adaptation of, or `plan`: what
    /// `switched` starts from.
    [[nodiscard]] Plan origin(const Plan& plan) const;
    /// Forgets the numbers of before, as for another document.
    void forget() { m_change.reset(); }

private:
    struct Change
    {
        /// The last plan whose numbers were a person's own, and what it became.
        Plan own;
        Plan adapted;
    };

    std::optional<Change> m_change;
};

} // namespace pipegantt
