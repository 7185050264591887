// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/base/ratio.h"
#include "core/run/run.h"

#include <array>
#include <optional>
#include <span>
#include <string>

namespace pipegantt {

/// A run and what readers call it. Refers to the run, which must outlive it.
struct NamedRun
{
    std::string name;
    const Run* run = nullptr;
};

/// Whether both can stand on one time axis: a slot has no length, so slots go with slots alone.
/// Micro-, milliseconds and seconds are one axis.
Result<void> checkCommonTime(const NamedRun& baseline, const NamedRun& other);

/// a − b, exact and reduced; to 10⁻¹² where the exact terms leave 64 bits.
Ratio difference(Ratio a, Ratio b);

/// What a run amounts to beside the baseline: its own minus the baseline's.
struct RunDifference
{
    Duration makespan {};
    /// Differences of shares; times a hundred they are points.
    Ratio bubbleRatio;
    Ratio spanBubbleRatio;
    Ratio efficiency;
    /// In bytes, of the device that holds most in each.
    std::int64_t peakMemory = 0;

    friend bool operator==(const RunDifference&, const RunDifference&) = default;
};
RunDifference differenceOf(const Run& baseline, const Run& run);

/// One device beside that of the same number in the baseline.
struct DeviceDifference
{
    Duration busy {};
    Duration idle {};
    std::int64_t peakMemory = 0; ///< in bytes

    friend bool operator==(const DeviceDifference&, const DeviceDifference&) = default;
};
/// Nothing where one of the two has no such device.
std::optional<DeviceDifference> differenceOn(int device, const Run& baseline, const Run& run);

/// The most devices that any of the runs has, and their longest makespan.
int mostDevices(std::span<const NamedRun> runs);
Duration longestMakespan(std::span<const NamedRun> runs);

/// Which kinds of operation occur in any of them.
std::array<bool, kOperationKindCount> kindsOf(std::span<const NamedRun> runs);

} // namespace pipegantt
