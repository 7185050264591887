// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/time.h"
#include "core/order/schedule.h"
#include "core/plan/plan.h"
#include "core/simulate/memorymodel.h"
#include "core/simulate/timeline.h"

#include <cstddef>
#include <vector>

namespace pipegantt {

/// What each device holds at an instant that moves: what `memoryProfile` says, without its steps.
/// Moving on costs the operations passed, moving back at most a stretch of a row. Refers to the
/// run, which must outlive it.
class MemoryCursor
{
public:
    /// O(operations before the first backward pass of each device).
    MemoryCursor(const Plan& plan, const Schedule& schedule, const Timeline& timeline);

    /// Everything that `device` holds from `when` on.
    Bytes heldOn(int device, Duration when);

private:
    struct Row
    {
        MemoryModel model;
        HeldActivations held;
        /// Starts and ends that `held` counts, in turn.
        std::size_t events = 0;
        /// What was held before every so many events.
        std::vector<HeldActivations> stops;
    };

    [[nodiscard]] Duration timeOf(int device, std::size_t event) const;
    void apply(Row& row, int device) const;

    const Schedule& m_schedule;
    const Timeline& m_timeline;
    std::vector<Row> m_rows;
};

} // namespace pipegantt
