// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/schedule/schedule.h"

#include <cstddef>
#include <optional>

namespace pipegantt {

/// The part of an operation's dependencies that tables are kept for: a stage's forward, or the pass
/// (input gradient or full backward) that hands the gradient to the stage before.
enum class ResultKind : bool
{
    Activation,
    Gradient,
};

/// The result of one stage for one micro-batch.
struct StageResult
{
    ResultKind kind = ResultKind::Activation;
    int stage = 0;
    int microbatch = 0;

    friend bool operator==(const StageResult&, const StageResult&) = default;
};

/// What `operation` of stage `stage` waits for from another stage: the activation of the stage
/// before, or the gradient of the stage after, of the same micro-batch. The first forward, the
/// backward of the last stage and weight gradients wait for no other stage.
std::optional<StageResult> remoteDependency(
    const Schedule& schedule, int stage, PackedOperation operation);

/// What `operation` needs from its own stage: a backward pass its forward, a weight gradient its
/// input gradient.
std::optional<StageResult> localDependency(int stage, PackedOperation operation);

/// Whether `operation` of stage `stage` is the one that makes `result`.
bool makes(int stage, PackedOperation operation, StageResult result);

/// The index in `schedule.operations()` of the operation that makes `result`. O(row).
std::optional<std::size_t> findMaker(const Schedule& schedule, StageResult result);

} // namespace pipegantt
