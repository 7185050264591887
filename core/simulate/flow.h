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
#include <optional>
#include <vector>

namespace pipegantt {

/// A result on its way from the operation that makes it to one that needs it: indices into
/// Schedule::operations(), of a pair that of its bar.
struct Flow
{
    std::size_t maker = 0;
    int makerDevice = 0;
    std::size_t user = 0;
    int userDevice = 0;
    /// When it was made, and when it was where it is needed: the same within a device.
    Duration left {};
    Duration arrived {};

    friend bool operator==(const Flow&, const Flow&) = default;
};

/// What operations of a run need from each other. Refers to the schedule and the timeline, which
/// must outlive it.
class Flows
{
public:
    Flows(const Plan& plan, const Schedule& schedule, const Timeline& timeline);

    /// All that the operation at `index` on `device` needs, and all that needs what it makes; for
    /// either half of a pair those of both. In the order of arrival. O(rows of three devices), as a
    /// rule far less: a search begins at the time where the other is likely.
    [[nodiscard]] std::vector<Flow> into(int device, std::size_t index) const;
    [[nodiscard]] std::vector<Flow> outOf(int device, std::size_t index) const;
    /// The operation that began when the one at `index` ended, or when its result arrived: the next
    /// of its device, else one of those that need it. O(log operations).
    [[nodiscard]] std::optional<Flow> releasedBy(int device, std::size_t index) const;

private:
    enum class Reach
    {
        All, ///< every user
        AtOnce, ///< those that begin when the result arrives
    };
    [[nodiscard]] std::vector<Flow> usersOf(int device, std::size_t index, Reach reach) const;
    [[nodiscard]] std::optional<std::size_t> makerBefore(
        const StageResult& result, Duration when) const;
    [[nodiscard]] Flow flowBetween(const StageResult& result, std::size_t maker, int makerDevice,
        std::size_t user, int userDevice) const;
    void addUsersIn(int stage, const StageResult& result, int device, std::size_t index,
        Reach reach, std::vector<Flow>& flows) const;

    const Schedule& m_schedule;
    const Timeline& m_timeline;
    Costs m_costs;
};

/// What the operation at `index` on `device` makes for others, both halves of a pair by themselves.
std::optional<StageResult> resultOf(const Schedule& schedule, int device, std::size_t index);

} // namespace pipegantt
