// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/model/stagetimes.h"
#include "core/plan/parameter.h"
#include "core/plan/plan.h"

#include <cstdint>
#include <functional>
#include <optional>

namespace pipegantt {

/// What of measured times a plan takes.
struct MeasuredChoice
{
    const StageTimes& times;
    const SizeTimes& size;
};

/// The measured size that `microbatchSize` names, or the only one where it is not given:
/// TimesNameNoSize, TimesLackSize.
Result<MeasuredChoice> chooseSize(
    const StageTimes& times, std::optional<std::int64_t> microbatchSize);

/// `plan` before its options are read: in real time, with no times but those of the layers.
/// MixedTimeUnits where it holds other times in slots.
Result<Plan> preparedFor(Plan plan, const MeasuredChoice& choice);

/// The finished plan, one stage being what was measured. The first and last have embedding and head
/// more, where these were measured. Of what `isGiven` does not name, also taken are
///
/// - the recomputation, the activations of one micro-batch and the part that the input gradient
///   releases, which is what it frees beyond what it adds, rounded down; those of the layers alone;
/// - weights, gradients and optimizer state of the fullest device; the message between stages;
/// - the global batch, or M where the batch is given and M is not (TimesAgainstBatch).
///
/// The optimizer's step is not: it would end every closed form. O(stages).
Result<Plan> withMeasuredTimes(
    Plan plan, const MeasuredChoice& choice, const std::function<bool(Parameter)>& isGiven);

} // namespace pipegantt
