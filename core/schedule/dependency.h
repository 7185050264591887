// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/order/schedule.h"

#include <array>
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

/// The result of one stage for one unit: a micro-batch, or a slice of one.
struct StageResult
{
    ResultKind kind = ResultKind::Activation;
    int stage = 0;
    int unit = 0;

    friend bool operator==(const StageResult&, const StageResult&) = default;
};

/// What `operation` of stage `stage` waits for from another stage: the activation of the stage
/// before, or the gradient of the stage after, of the same unit. A pipeline's first forward, the
/// backward of its last stage, weight gradients and optimizer steps wait for no other stage. In a
/// V-shaped layout the other stage may be on the same device. For a Pair this is what its forward
/// waits for; its backward stands in the row behind it.
std::optional<StageResult> remoteDependency(
    const Schedule& schedule, int stage, PackedOperation operation);

/// What `operation` needs from its own stage: a backward pass its forward, a weight gradient its
/// input gradient; with slices a forward the slice before it (causal attention), a backward the
/// slice after it.
std::optional<StageResult> localDependency(
    const Schedule& schedule, int stage, PackedOperation operation);

/// A few results, in a fixed place.
class Dependencies
{
public:
    void add(const std::optional<StageResult>& result)
    {
        if (result)
            m_results[m_size++] = *result;
    }
    [[nodiscard]] const StageResult* begin() const { return m_results.data(); }
    [[nodiscard]] const StageResult* end() const { return m_results.data() + m_size; }

private:
    std::array<StageResult, 4> m_results;
    std::size_t m_size = 0;
};

/// All that the operation at `index` of `schedule.operations()` waits for, local results first; for
/// a Pair what both halves wait for, for a PairedBackward nothing.
Dependencies dependenciesOf(const Schedule& schedule, int device, std::size_t index);

/// Whether `operation` of stage `stage` is the one that makes `result`.
bool makes(int stage, PackedOperation operation, StageResult result);

/// The index in `schedule.operations()` of the operation that makes `result`. O(row).
std::optional<std::size_t> findMaker(const Schedule& schedule, StageResult result);

} // namespace pipegantt
