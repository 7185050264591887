// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/order/schedule.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <vector>

namespace pipegantt {

/// An operation that needs the result of another; indices into the operations of the schedule that
/// was to be edited.
struct Need
{
    std::size_t maker = 0;
    int makerDevice = 0;
    std::size_t user = 0;
    int userDevice = 0;

    friend bool operator==(const Need&, const Need&) = default;
};

/// Why an edit cannot be, and the dependencies that forbid it, which may be shown.
struct Refusal
{
    Error error;
    std::vector<Need> needs;
};

using Edited = tl::expected<Schedule, Refusal>;

/// `schedule` with the operation at `from` of the row of `device` at place `to` of that row, both
/// counted in operations from 0; a pair moves as one, and nothing moves between its halves. Refused
/// where an operation would come before what it needs, or the devices would wait for each other for
/// ever. O(operations).
Edited moveOperation(const Schedule& schedule, int device, std::size_t from, std::size_t to);

/// `schedule` with `stage` on `device`, where its operations run in between the device's own as
/// their starts follow each other when each pass takes one slot, so that nothing waits for ever.
/// The only stage of a device changes places with that of a device that has one too. A pair that is
/// torn apart runs one half after the other. Refused where a device would be left without a stage
/// or have too many, and where two pipelines fix each stage's place. O(operations log operations).
Edited moveStage(const Schedule& schedule, int stage, int device);

} // namespace pipegantt
