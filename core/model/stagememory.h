// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/model/stageshape.h"

namespace pipegantt {

/// What a stage holds on its device, known before anything is allocated. Backends allocate the same
/// and tests hold them to it.
struct StageMemory
{
    /// In the stage's element type.
    Bytes weights;
    /// Always 32 bits.
    Bytes gradients;
    /// Adam's two moments, and a copy of the weights in 32 bits where those have fewer.
    Bytes optimizer;
    /// What the forward pass of one micro-batch leaves.
    Bytes saved;
    /// Of `saved`, what the weight gradient still reads; the input gradient releases the rest.
    Bytes keptForWeightGrad;
    /// Gradients of outputs that the input gradient leaves for the weight gradient.
    Bytes addedByInputGrad;
    /// Reused by every layer, and in `total` once. A few megabytes for each thread of a CPU, or for
    /// the workspace of a GPU's library, come on top.
    Bytes scratch;

    [[nodiscard]] constexpr Bytes fixed() const
    {
        return {weights.value + gradients.value + optimizer.value};
    }
    /// With one micro-batch in flight, nothing released early.
    [[nodiscard]] constexpr Bytes total() const
    {
        return {fixed().value + saved.value + addedByInputGrad.value + scratch.value};
    }

    friend bool operator==(const StageMemory&, const StageMemory&) = default;
};

StageMemory stageMemory(const StageShape& stage);

/// The largest micro-batch whose stage fits `room`, or 0 where not even one sample does.
std::int64_t largestMicrobatch(StageShape stage, Bytes room);

} // namespace pipegantt
