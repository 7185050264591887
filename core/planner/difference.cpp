// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/planner/difference.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pipegantt {

Result<void> checkCommonTime(const NamedRun& baseline, const NamedRun& other)
{
    const TimeUnit one = baseline.run->plan.unit;
    const TimeUnit two = other.run->plan.unit;
    if ((one == TimeUnit::Slots) == (two == TimeUnit::Slots))
        return {};
    return failure(ErrorCode::NoCommonTime,
        {baseline.name, std::string(unitName(one)), other.name, std::string(unitName(two))});
}

Ratio difference(Ratio a, Ratio b)
{
    a = a.reduced();
    b = b.reduced();
    const std::int64_t common = std::gcd(a.denominator, b.denominator);
    std::int64_t left = 0;
    std::int64_t right = 0;
    Ratio exact;
    const bool overflows = __builtin_mul_overflow(a.numerator, b.denominator / common, &left)
        || __builtin_mul_overflow(b.numerator, a.denominator / common, &right)
        || __builtin_sub_overflow(left, right, &exact.numerator)
        || __builtin_mul_overflow(a.denominator, b.denominator / common, &exact.denominator);
    if (!overflows)
        return exact.reduced();
    constexpr std::int64_t kFine = 1'000'000'000'000;
    return Ratio {std::llround((a.value() - b.value()) * static_cast<double>(kFine)), kFine}
        .reduced();
}

RunDifference differenceOf(const Run& baseline, const Run& run)
{
    const Metrics& from = baseline.metrics;
    const Metrics& to = run.metrics;
    return {
        .makespan = to.makespan - from.makespan,
        .bubbleRatio = difference(to.bubbleRatio, from.bubbleRatio),
        .spanBubbleRatio = difference(to.spanBubbleRatio, from.spanBubbleRatio),
        .efficiency = difference(to.efficiency, from.efficiency),
        .peakMemory = to.peakMemory.value - from.peakMemory.value,
    };
}

std::optional<DeviceDifference> differenceOn(int device, const Run& baseline, const Run& run)
{
    const auto index = static_cast<std::size_t>(device);
    if (index >= baseline.metrics.devices.size() || index >= run.metrics.devices.size())
        return std::nullopt;
    const DeviceMetrics& from = baseline.metrics.devices[index];
    const DeviceMetrics& to = run.metrics.devices[index];
    return DeviceDifference {
        to.busy - from.busy, to.idle - from.idle, to.peakMemory.value - from.peakMemory.value};
}

int mostDevices(std::span<const NamedRun> runs)
{
    int most = 0;
    for (const NamedRun& named : runs)
        most = std::max(most, named.run->schedule.devices());
    return most;
}

Duration longestMakespan(std::span<const NamedRun> runs)
{
    Duration longest {};
    for (const NamedRun& named : runs)
        longest = std::max(longest, named.run->metrics.makespan);
    return longest;
}

std::array<bool, kOperationKindCount> kindsOf(std::span<const NamedRun> runs)
{
    std::array<bool, kOperationKindCount> kinds {};
    for (const NamedRun& named : runs) {
        for (std::size_t kind = 0; kind < kinds.size(); ++kind)
            kinds[kind] = kinds[kind] || named.run->metrics.kinds[kind];
    }
    return kinds;
}

} // namespace pipegantt
