// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/plan.h"

#include <optional>

namespace pipegantt {

/// What most formulas are about: passes that take the same time in every stage and for every unit,
/// and messages that all travel alike beside the work.
struct EqualTimes
{
    Duration forward {};
    Duration inputGrad {};
    Duration weightGrad {};
    /// Between two devices; nothing where there is only one.
    Duration hop {};

    [[nodiscard]] Duration backward() const { return inputGrad + weightGrad; }
    /// All passes of a unit through one stage.
    [[nodiscard]] Duration work() const { return forward + backward(); }

    friend bool operator==(const EqualTimes&, const EqualTimes&) = default;
};

/// The times of `plan`; nothing where stages, slices or links differ, passes jitter, or messages
/// block. O(stages).
std::optional<EqualTimes> equalTimes(const Plan& plan);

} // namespace pipegantt
