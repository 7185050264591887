// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/time.h"
#include "core/plan/plan.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace pipegantt {

/// What a jump finds: when each device is done, in O(stages) numbers.
struct LineJump
{
    Duration makespan {};
    /// Of each device, from its first start to its last end, its work, and the most micro-batches
    /// of activations that it holds at once, each until its weight gradient or full backward ends.
    std::vector<Duration> spans;
    std::vector<Duration> busy;
    std::vector<std::int64_t> peaks;
    /// Slots that were simulated; the rest was jumped over.
    std::int64_t simulatedSlots = 0;
};

/// The numbers of a schedule of 1F1B's family (eager, with recomputation, PipeDream, ZB-H1, ZB-H2)
/// for any number of micro-batches, without any operation held: exact, and as fast for a billion.
///
/// In round k a device runs the forward of unit k + a, the gradient of unit k and the weight
/// gradient of unit k - w, whichever of them exist. Skewed by one slot a device, all passes of a
/// slot depend on slots before it alone, a fixed number back, so that the ends of so many slots are
/// all that the future can know. While every pass exists, the same equations repeat with each
/// round. Once all those ends are what they were some rounds ago plus one and the same number, they
/// go on so: the jump adds that number as often as whole periods fit (exact integers, found with
/// Brent's cycle detection). Such a period exists, because neighbours wait for each other both ways
/// (max-plus algebra), but no bound for when it begins.
///
/// Nothing for other schedules, for plans that fail `checkCountable`, where times leave their range
/// or the period does not show within `mostSlots`. O(stages) a slot.
std::optional<LineJump> lineJump(const Plan& plan, std::int64_t mostSlots = 1 << 17);

} // namespace pipegantt
