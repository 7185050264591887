// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/memorytraces.h"

#include "core/run/wholeprofile.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pipegantt {

namespace {

/// Widens `envelope` by what one device holds.
void widen(std::vector<AmountRange>& envelope, const std::vector<MemoryStep>& steps, Duration end)
{
    const double columns = static_cast<double>(envelope.size());
    const auto columnOf = [columns, end](Duration when) {
        return columns * static_cast<double>(when.count()) / static_cast<double>(end.count());
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

MemoryTraces memoryTraces(const Run& run, std::size_t columns)
{
    MemoryTraces traces;
    const int devices = run.schedule.devices();
    const bool all = devices <= MemoryTraces::kMostDevices;
    const int lightest = all ? 0 : lightestDevice(run.metrics);
    traces.envelope.assign(columns, {std::numeric_limits<std::int64_t>::max(), 0});

    std::vector<MemoryStep> steps;
    for (int device = 0; device < devices; ++device) {
        // Two steps a column: a rise and a fall within one pixel both remain.
        wholeMemoryProfile(run, device, 2 * columns, steps);
        widen(traces.envelope, steps, run.timeline.makespan);
        if (all || device == run.metrics.peakDevice || device == lightest)
            traces.devices.push_back({device, steps});
    }
    if (!all && !traces.devices.empty() && traces.devices.front().device != run.metrics.peakDevice)
        std::ranges::reverse(traces.devices);
    traces.devicesOver =
        static_cast<int>(std::ranges::count(run.metrics.devices, false, &DeviceMetrics::fits));
    return traces;
}

} // namespace pipegantt
