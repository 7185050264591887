// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/run.h"
#include "core/simulate/memoryprofile.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace pipegantt {

/// The memory that one device holds over time, ready to be drawn.
struct DeviceTrace
{
    int device = 0;
    std::vector<MemoryStep> steps;
};

/// The least and the most bytes that any device holds at any time within one column of the picture.
struct AmountRange
{
    std::int64_t least = 0;
    std::int64_t most = 0;

    friend bool operator==(const AmountRange&, const AmountRange&) = default;
};

/// What a picture of a run's memory shows, in no more points than the picture has
/// columns, times the few devices that are drawn by themselves.
struct MemoryTraces
{
    /// The most devices that are drawn one by one.
    static constexpr int kMostDevices = 8;

    /// Every device in ascending order; of more than kMostDevices the heaviest, then the lightest.
    std::vector<DeviceTrace> devices;
    /// Over all devices, for equal parts of [begin, end).
    std::vector<AmountRange> envelope;
    Duration begin {};
    Duration end {};
    /// How many devices pass the plan's memory limit at some time.
    int devicesOver = 0;
};

/// The traces of `run` within [begin, end) for a picture `columns` wide, columns > 0.
/// O(operations + devices * columns).
MemoryTraces memoryTraces(const Run& run, Duration begin, Duration end, std::size_t columns);

/// The same of the whole run.
inline MemoryTraces memoryTraces(const Run& run, std::size_t columns)
{
    return memoryTraces(run, Duration::zero(), run.timeline.makespan, columns);
}

/// The trace of one device.
DeviceTrace deviceTrace(
    const Run& run, int device, Duration begin, Duration end, std::size_t columns);

} // namespace pipegantt
