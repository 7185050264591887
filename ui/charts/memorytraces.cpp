// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/memorytraces.h"

#include "core/run/wholeprofile.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace pipegantt {

namespace {

/// Widens the envelope by what one device holds.
void widen(MemoryTraces& traces, const std::vector<MemoryStep>& steps)
{
    std::vector<AmountRange>& envelope = traces.envelope;
    const double columns = static_cast<double>(envelope.size());
    const auto columnOf = [&traces, columns](Duration when) {
        return columns * static_cast<double>((when - traces.begin).count())
            / static_cast<double>((traces.end - traces.begin).count());
    };
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const double until = i + 1 < steps.size() ? columnOf(steps[i + 1].when) : columns;
        const auto last = static_cast<std::size_t>(std::min(columns, std::ceil(until)));
        for (auto column = static_cast<std::size_t>(columnOf(steps[i].when)); column < last;
             ++column) {
            AmountRange& range = envelope[column];
            range.least = std::min(range.least, steps[i].held.value);
            range.most = std::max(range.most, steps[i].held.value);
        }
    }
}

int lightestDevice(const Metrics& metrics)
{
    int lightest = 0;
    for (int device = 1; device < static_cast<int>(metrics.devices.size()); ++device) {
        if (metrics.devices[static_cast<std::size_t>(device)].peakMemory
            <= metrics.devices[static_cast<std::size_t>(lightest)].peakMemory)
            lightest = device;
    }
    return lightest;
}

} // namespace

DeviceTrace deviceTrace(
    const Run& run, int device, Duration begin, Duration end, std::size_t columns)
{
    DeviceTrace trace {device, {}};
    // Two steps a column: a rise and a fall within one pixel both remain.
    wholeMemoryProfile(run, device, begin, end, 2 * columns, trace.steps);
    return trace;
}

MemoryTraces memoryTraces(const Run& run, Duration begin, Duration end, std::size_t columns)
{
    MemoryTraces traces;
    traces.begin = begin;
    // What is let go with the last operation is let go within the picture.
    traces.end = end;
    const Duration until = end == run.timeline.makespan ? end + Duration(1) : end;
    const int devices = run.schedule.devices();
    const bool all = devices <= MemoryTraces::kMostDevices;
    const int lightest = all ? 0 : lightestDevice(run.metrics);
    traces.envelope.assign(columns, {std::numeric_limits<std::int64_t>::max(), 0});

    for (int device = 0; device < devices; ++device) {
        DeviceTrace trace = deviceTrace(run, device, begin, until, columns);
        widen(traces, trace.steps);
        if (all || device == run.metrics.peakDevice || device == lightest)
            traces.devices.push_back(std::move(trace));
    }
    if (!all && !traces.devices.empty() && traces.devices.front().device != run.metrics.peakDevice)
        std::ranges::reverse(traces.devices);
    traces.devicesOver =
        static_cast<int>(std::ranges::count(run.metrics.devices, false, &DeviceMetrics::fits));
    return traces;
}

} // namespace pipegantt
