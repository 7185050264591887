// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/base/ratio.h"
#include "core/base/time.h"
#include "core/order/schedule.h"
#include "core/plan/plan.h"
#include "core/simulate/memorymodel.h"
#include "core/simulate/timeline.h"

#include <array>
#include <cstdint>
#include <vector>

namespace pipegantt {

/// One device of a run.
struct DeviceMetrics
{
    Duration busy {};
    /// makespan - busy
    Duration idle {};
    /// From the start of its first operation to the end of its last.
    Duration span {};
    /// Most chunk activations alive if each lives until its weight gradient or full backward ends.
    /// Without a backward pass nothing releases them, and this counts all of them.
    std::int64_t peakChunks = 0;
    /// The same if each lives until its input gradient or full backward ends.
    std::int64_t peakChunksReleaseAtInputGrad = 0;
    /// Most chunk activations that the device really has to hold, in full or in part: as
    /// `peakChunks`, but 1 where there is no backward pass to keep them for, and only those that
    /// are computed again where checkpoints are all that a forward pass leaves.
    std::int64_t peakHeldChunks = 0;
    /// The most memory that the device holds at any time, activations and all else, and the
    /// operation whose start first makes it so much: index into Schedule::operations().
    Bytes peakMemory;
    std::size_t peakOperation = 0;
    /// What it holds of that all the time: weights, gradients, optimizer state and buffers.
    Bytes stateMemory;
    /// Whether the peak keeps the plan's limit; true where there is none.
    bool fits = true;

    friend bool operator==(const DeviceMetrics&, const DeviceMetrics&) = default;
};

/// What a run amounts to. Each convention of the literature has its own name (they differ by up to
/// a factor; Zero Bubble 2401.10241 §5.3, Megatron-LM 2104.04473 §2.2).
struct Metrics
{
    /// The absolute end of the last operation.
    Duration makespan {};
    /// The longest span of a device.
    Duration span {};
    /// The busy time of the busiest device, which no schedule can beat.
    Duration ideal {};
    /// Idle time of all devices over devices * makespan (GPipe; Zero Bubble's README).
    Ratio bubbleRatio;
    /// (makespan - ideal) / ideal (Megatron-LM's "bubble time fraction", Llama 3).
    Ratio bubbleOverIdeal;
    /// (span - ideal) / span (Zero Bubble's "bubble rate").
    Ratio spanBubbleRatio;
    /// 1 - bubbleRatio.
    Ratio efficiency;
    /// The same work without micro-batches (one batch, every stage waits) over this makespan.
    Ratio speedUp;
    std::vector<DeviceMetrics> devices;
    /// Which kinds of operation occur.
    std::array<bool, kOperationKindCount> kinds {};
    /// The shortest operation that takes any time.
    Duration shortest {};
    /// The device that holds the most memory; the first of several.
    int peakDevice = 0;
    /// Its peak.
    Bytes peakMemory;
    /// Whether every device keeps the plan's limit; true where there is none.
    bool fits = true;

    friend bool operator==(const Metrics&, const Metrics&) = default;
};

/// Completes `metrics`, of which the makespan and each device's busy time, span and memory are
/// there, by what follows from them. Fails only where a sum over the devices leaves the range of
/// exact time. O(stages).
Result<void> summarize(const Plan& plan, Metrics& metrics);

/// Measures a simulated schedule into `metrics`, reusing its memory. Fails only where devices *
/// makespan leaves the range of exact time. O(operations).
Result<void> measure(
    const Plan& plan, const Schedule& schedule, const Timeline& timeline, Metrics& metrics);

} // namespace pipegantt
