// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

#include "core/schedule/schedule.h"

namespace pipegantt {

/// An operation together with the stage that it belongs to.
struct StageOperation
{
    int stage = 0;
    PackedOperation operation;

    friend bool operator==(const StageOperation&, const StageOperation&) = default;
};

/// What `of` waits for besides its device, in another stage: the forward of the stage before, or
/// the (input-gradient or full) backward of the stage after, of the same micro-batch. A weight
/// gradient waits for its own stage alone. `backward` is the kind that hands gradients on in this
/// schedule: Backward or InputGrad.
std::optional<StageOperation> remoteDependency(
    const Schedule& schedule, StageOperation of, OperationKind backward);

/// The kind that hands gradients to the stage before: InputGrad where the schedule splits the
/// backward pass, else Backward.
OperationKind gradientKind(const Schedule& schedule);

} // namespace pipegantt
