// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/time.h"
#include "core/order/schedule.h"
#include "core/simulate/timeline.h"

#include <cstdint>
#include <span>
#include <vector>

namespace pipegantt {

/// One change of the activations that a device holds.
struct MemoryStep
{
    Duration when {};
    /// Chunk activations held from `when` on.
    std::int64_t chunks = 0;

    friend bool operator==(const MemoryStep&, const MemoryStep&) = default;
};

/// The activations that `device` holds over time: one more chunk from the start of each forward,
/// one less at the end of its weight gradient or full backward. A schedule without backward passes
/// keeps nothing: there a forward's activations live as long as it runs. Ascending in time; the
/// first step is at 0 and the last one holds nothing. At most `maxSteps` steps: where there are
/// more, neighbours are gathered into pairs of their least and greatest amount, so that a peak
/// never disappears.
void memoryProfile(const Schedule& schedule, const Timeline& timeline, int device,
    std::size_t maxSteps, std::vector<MemoryStep>& steps);

/// When `device` first holds its peak, and which operation made it.
struct MemoryPeak
{
    std::int64_t chunks = 0;
    std::size_t operation = 0; ///< index into Schedule::operations()
};
MemoryPeak memoryPeak(const Schedule& schedule, int device);

} // namespace pipegantt
