// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/time.h"
#include "core/order/schedule.h"
#include "core/plan/plan.h"
#include "core/schedule/dependency.h"
#include "core/simulate/costs.h"
#include "core/simulate/timeline.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace pipegantt {

/// A message between two devices: an activation for the stage after, or a gradient for the one
/// before.
struct Flight
{
    ResultKind kind = ResultKind::Activation;
    /// The operation whose result it carries: index into Schedule::operations().
    std::size_t operation = 0;
    int unit = 0;
    int from = 0; ///< devices
    int to = 0;
    Duration sent {};
    Duration arrives {};

    friend bool operator==(const Flight&, const Flight&) = default;
};

/// Finds the messages of a run by the time at which they travel. Refers to the schedule and the
/// timeline, which must outlive it.
class Flights
{
public:
    /// O(stages).
    Flights(const Plan& plan, const Schedule& schedule, const Timeline& timeline);

    /// The messages that travel at any time from `begin` to `end`, both included, so that one that
    /// takes no time is found at its instant; by the device that sends them, the latest first.
    /// O(devices * log operations + operations that end so shortly before that their message can
    /// still travel).
    void find(Duration begin, Duration end, std::vector<Flight>& found) const;

private:
    void addOf(int device, std::size_t index, Duration begin, Duration end,
        std::vector<Flight>& found) const;

    const Schedule& m_schedule;
    const Timeline& m_timeline;
    Costs m_costs;
    std::int64_t m_longestHop = 0;
};

} // namespace pipegantt
