// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/time.h"
#include "core/order/schedule.h"
#include "core/plan/plan.h"
#include "core/simulate/costs.h"
#include "core/simulate/timeline.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace pipegantt {

/// A result on its way from one device to another.
struct Message
{
    /// The operation whose result it carries: index into Schedule::operations().
    std::size_t operation = 0;
    int from = 0;
    int to = 0;
    /// Whether it carries a gradient, else an activation.
    bool gradient = false;
    /// When it left and when it was there; under blocking messages, when both ends were in a call
    /// that holds it and when that call was over.
    Duration begin {};
    Duration end {};

    friend bool operator==(const Message&, const Message&) = default;
};

/// The messages of a run. Results that stay on their device are none, and what takes no time has no
/// extent, but is one. Refers to the schedule and the timeline, which must outlive it.
class Traffic
{
public:
    Traffic(const Plan& plan, const Schedule& schedule, const Timeline& timeline);

    /// The longest that any message travels; under blocking messages without what it waits.
    [[nodiscard]] Duration longestHop() const { return m_longestHop; }
    /// The message with the result of the operation at `index` of `device`, if it makes one.
    [[nodiscard]] std::optional<Message> of(int device, std::size_t index) const;

    /// Appends to `found` those that `device` sends and that are under way at any time in
    /// [begin, end), in the order of its operations. O(log operations + operations that end in the
    /// window and a message's length before it); under blocking messages O(row).
    void sentBy(int device, Duration begin, Duration end, std::vector<Message>& found) const;
    /// The same for those that `device` receives, sender after sender.
    void receivedBy(int device, Duration begin, Duration end, std::vector<Message>& found) const;

private:
    /// The devices that hold a stage before or after one of `device`.
    [[nodiscard]] std::vector<int> sendersTo(int device) const;

    const Schedule& m_schedule;
    const Timeline& m_timeline;
    Costs m_costs;
    Duration m_longestHop {};
};

} // namespace pipegantt
