// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/time.h"
#include "core/order/schedule.h"
#include "core/simulate/timeline.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace pipegantt {

/// An instant of a run in whose neighbourhood all devices together do the same again and again: one
/// period earlier each started the same passes of other micro-batches.
struct Beat
{
    Duration at {};
    /// How long one period takes, and how many periods before `at` are alike: as far back as
    /// anything after `at - period` waits for.
    Duration period {};
    std::int64_t alike = 0;
    /// For each device, its first operation that starts at `at` or later, and how many start in the
    /// period before.
    std::vector<std::size_t> first;
    std::vector<std::size_t> count;
};

/// How a run repeats itself: each pass of each device beats in one of the beats, in the order of
/// time. 1F1B has one, GPipe one in each of its two phases.
struct Rhythm
{
    /// Micro-batches of a period.
    std::int64_t microbatches = 0;
    std::vector<Beat> beats;
};

/// The rhythm with the shortest period of a multiple of `step` micro-batches, beating where the
/// middle micro-batch starts on the first device. Nothing where there is none of up to a quarter of
/// the run. O(operations) as a rule.
std::optional<Rhythm> findRhythm(
    const Schedule& schedule, const Timeline& timeline, std::int64_t step);

/// The rhythm whose period is `microbatches`.
std::optional<Rhythm> rhythmOf(
    const Schedule& schedule, const Timeline& timeline, std::int64_t microbatches);

} // namespace pipegantt
