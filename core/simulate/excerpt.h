// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/time.h"
#include "core/order/schedule.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace pipegantt {

/// Where an excerpt leaves out what repeats: the period that ends at `at`, over and over.
struct Break
{
    /// In the time of the excerpt. Everything from here on is `leftOut` later in the whole run.
    Duration at {};
    Duration leftOut {};
    /// How long one period takes.
    Duration period {};
    /// Each device's first operation that starts at `at` or later.
    std::vector<std::size_t> first;
    /// By how much more each device holds after it than the excerpt says; less where negative.
    std::vector<std::int64_t> heldBytes;

    friend bool operator==(const Break&, const Break&) = default;
};

/// What of a plan beyond the operation budget its run holds: the schedule and timeline of fewer
/// micro-batches, where possible with the same head, a period, and the same tail, each operation at
/// its time, but for the breaks, where periods are left out.
struct Excerpt
{
    /// Those that are held, those that are left out, and those of one period, of which the ones
    /// left out are a multiple.
    std::int64_t microbatches = 0;
    std::int64_t leftOut = 0;
    std::int64_t period = 0;
    /// In the order of time. None where the devices have no rhythm in common: then the excerpt is a
    /// run of its micro-batches by themselves.
    std::vector<Break> breaks;

    /// Whether it is a part of the whole run.
    [[nodiscard]] bool isPart() const { return !breaks.empty(); }
    /// How much later than in the excerpt something at `when` happens in the whole run.
    [[nodiscard]] Duration delay(Duration when) const;
    /// When something at `when` of the excerpt happens in the whole run.
    [[nodiscard]] Duration trueTime(Duration when) const { return when + delay(when); }
    /// By how much more `device` holds then than the excerpt says.
    [[nodiscard]] std::int64_t heldBeyond(int device, Duration when) const;
    /// The micro-batch of the whole run that the operation at `index` of `device` stands for. What
    /// something at `from` waited for across a break is of the period that is left out last.
    [[nodiscard]] std::int64_t trueMicrobatch(
        const Schedule& schedule, int device, std::size_t index, Duration from = {}) const;

    /// How many more micro-batches than in the excerpt a stream of passes counts, before its break
    /// and after it.
    struct Shift
    {
        std::int64_t before = 0;
        std::int64_t after = 0;
        /// Index of the break, or the number of breaks where it has none.
        std::size_t at = 0;

        friend bool operator==(const Shift&, const Shift&) = default;
    };
    /// For each device and chunk, those of each kind of operation.
    std::vector<std::array<Shift, kOperationKindCount>> shifts;

    friend bool operator==(const Excerpt&, const Excerpt&) = default;
};

/// When what happens at `when` of a timeline happens in the whole run, of which `excerpt` is held
/// if it is not null.
Duration trueTime(const Excerpt* excerpt, Duration when);
/// Where what happens at `when` of the whole run is in the timeline. What a break leaves out is at
/// the break.
Duration heldTime(const Excerpt* excerpt, Duration when);
/// The true micro-batch of an operation.
std::int64_t trueMicrobatch(const Excerpt* excerpt, const Schedule& schedule, int device,
    std::size_t index, Duration from = {});

} // namespace pipegantt
