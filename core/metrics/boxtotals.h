// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/ratio.h"
#include "core/base/time.h"
#include "core/order/schedule.h"
#include "core/plan/plan.h"
#include "core/simulate/idlecauses.h"
#include "core/simulate/timeline.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace pipegantt {

/// What runs on a device in a stretch of time.
struct WorkTotals
{
    /// By kind, how many operations run in it for at least a moment, a pair counted once, and for
    /// how long they do within it.
    std::array<std::int64_t, kOperationKindCount> operations {};
    std::array<Duration, kOperationKindCount> time {};
    /// Results that the device finishes in it, its end included and its begin not, and sends to
    /// another device. So each message belongs to one of two stretches side by side.
    std::int64_t messages = 0;
    /// What they carry, as far as the plan names it.
    Bytes bytes;
    IdleCauses idle;

    [[nodiscard]] Duration busy() const;
    [[nodiscard]] std::int64_t operationCount() const;
    WorkTotals& operator+=(const WorkTotals& other);

    friend bool operator==(const WorkTotals&, const WorkTotals&) = default;
};

/// What runs in [begin, end) on some devices.
struct BoxTotals
{
    struct Device
    {
        int device = 0;
        WorkTotals work;

        friend bool operator==(const Device&, const Device&) = default;
    };
    Duration begin {};
    Duration end {};
    std::vector<Device> devices;
    WorkTotals all;

    [[nodiscard]] Duration length() const { return end - begin; }
    /// `part` of the time of all devices.
    [[nodiscard]] Ratio share(Duration part) const;

    friend bool operator==(const BoxTotals&, const BoxTotals&) = default;
};

/// Adds up what runs in boxes of one run. Refers to the schedule and the timeline, which must
/// outlive it.
class BoxReader
{
public:
    /// O(operations): the idle time of any box is then told by its own operations.
    BoxReader(const Plan& plan, const Schedule& schedule, const Timeline& timeline);

    /// 0 ≤ begin < end ≤ makespan. O(operations in the box + devices * log operations).
    [[nodiscard]] BoxTotals read(Duration begin, Duration end, std::span<const int> devices) const;
    /// How many operations `read` would look at.
    [[nodiscard]] std::size_t operationsIn(
        Duration begin, Duration end, std::span<const int> devices) const;

private:
    struct Range
    {
        std::size_t first = 0;
        std::size_t last = 0;
    };
    [[nodiscard]] Range rangeOf(int device, Duration begin, Duration end) const;
    [[nodiscard]] WorkTotals readDevice(int device, Duration begin, Duration end) const;
    [[nodiscard]] bool sends(int device, std::size_t index) const;

    const Schedule& m_schedule;
    const Timeline& m_timeline;
    Bytes m_message;
    IdleReader m_idle;
};

} // namespace pipegantt
