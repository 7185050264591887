// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/index.h"

#include <compare>
#include <cstddef>
#include <cstdint>

namespace pipegantt {

/// The passes of training. `Backward` is input gradient and weight gradient as one operation.
///
/// A forward and a backward pass of two different micro-batches that run together (DualPipe's F&B)
/// are two neighbours in a row: `Pair`, which names the forward and lasts as long as both, then
/// `PairedBackward`, which names the backward and lasts no time at the pair's end. Both results
/// exist then; the pair starts when both halves can.
enum class OperationKind : std::uint8_t
{
    Forward,
    InputGrad,
    WeightGrad,
    Backward,
    Recompute,
    OptimizerStep,
    Pair,
    PairedBackward,
};

inline constexpr std::size_t kOperationKindCount = 8;

/// The letter of the PyTorch action grammar: F, I, W or B, the halves of a pair among them. R and O
/// are ours: PyTorch's orders know neither recomputation nor the optimizer.
constexpr char operationLetter(OperationKind kind)
{
    constexpr char letters[] = {'F', 'I', 'W', 'B', 'R', 'O', 'F', 'B'};
    return letters[static_cast<std::size_t>(kind)];
}

/// Whether the pass makes the activation that the next stage waits for.
constexpr bool isForward(OperationKind kind)
{
    return kind == OperationKind::Forward || kind == OperationKind::Pair;
}

/// Whether the pass makes the gradient that the stage before waits for.
constexpr bool makesGradient(OperationKind kind)
{
    return kind == OperationKind::InputGrad || kind == OperationKind::Backward
        || kind == OperationKind::PairedBackward;
}

/// Whether the pass is the last that reads what the forward left, if activations are kept until the
/// weight gradient.
constexpr bool releasesActivations(OperationKind kind)
{
    return kind == OperationKind::WeightGrad || kind == OperationKind::Backward
        || kind == OperationKind::PairedBackward;
}

/// One pass of one micro-batch, or of one slice of its sequence, through one chunk of a device.
struct Operation
{
    OperationKind kind = OperationKind::Forward;
    ChunkIndex chunk;
    MicrobatchIndex microbatch;
    SliceIndex slice;

    friend constexpr auto operator<=>(const Operation&, const Operation&) = default;
};

/// An operation in 32 bits, as schedules store it: 3 bits of kind, 5 of chunk, 24 of unit. A unit
/// is what flows through the pipeline: unit = microbatch * slices + slice, which without slices is
/// the micro-batch.
class PackedOperation
{
public:
    static constexpr int kMaxChunks = 1 << 5;
    static constexpr int kMaxUnits = 1 << 24;

    constexpr PackedOperation() = default;
    constexpr PackedOperation(OperationKind kind, int chunk, int unit)
        : m_code(static_cast<std::uint32_t>(kind) << 29U | static_cast<std::uint32_t>(chunk) << 24U
            | static_cast<std::uint32_t>(unit))
    {
    }

    [[nodiscard]] constexpr OperationKind kind() const
    {
        return static_cast<OperationKind>(m_code >> 29U);
    }
    /// Kind and chunk as one number, which says all but the unit: below `kPasses`.
    [[nodiscard]] constexpr std::size_t pass() const { return m_code >> 24U; }
    static constexpr std::size_t kPasses = std::size_t {1} << 8U;
    [[nodiscard]] static constexpr OperationKind kindOf(std::size_t pass)
    {
        return static_cast<OperationKind>(pass >> 5U);
    }
    [[nodiscard]] constexpr int chunk() const { return static_cast<int>(m_code >> 24U & 31U); }
    [[nodiscard]] constexpr int unit() const { return static_cast<int>(m_code & 0xffffffU); }

    /// All of it as one number; that of the same pass of a later unit is greater by the units
    /// between them.
    [[nodiscard]] constexpr std::uint32_t code() const { return m_code; }

    friend constexpr bool operator==(PackedOperation, PackedOperation) = default;

private:
    std::uint32_t m_code = 0;
};

} // namespace pipegantt
