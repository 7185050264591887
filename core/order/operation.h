// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/index.h"

#include <compare>
#include <cstdint>
#include <string>

namespace pipegantt {

/// The passes of training. `Backward` is input gradient and weight gradient as one operation.
enum class OperationKind : std::uint8_t
{
    Forward,
    InputGrad,
    WeightGrad,
    Backward,
};

inline constexpr std::size_t kOperationKindCount = 4;

/// The letter of the PyTorch action grammar: F, I, W or B.
constexpr char operationLetter(OperationKind kind)
{
    constexpr char letters[] = {'F', 'I', 'W', 'B'};
    return letters[static_cast<std::size_t>(kind)];
}

/// One pass of one micro-batch through one chunk of a device.
struct Operation
{
    OperationKind kind = OperationKind::Forward;
    ChunkIndex chunk;
    MicrobatchIndex microbatch;

    friend constexpr auto operator<=>(const Operation&, const Operation&) = default;
};

/// An Operation in 32 bits, as schedules store it: 3 bits of kind, 5 of chunk, 24 of micro-batch.
class PackedOperation
{
public:
    static constexpr int kMaxChunks = 1 << 5;
    static constexpr int kMaxMicrobatches = 1 << 24;

    constexpr PackedOperation() = default;
    constexpr PackedOperation(OperationKind kind, int chunk, int microbatch)
        : m_code(static_cast<std::uint32_t>(kind) << 29U | static_cast<std::uint32_t>(chunk) << 24U
            | static_cast<std::uint32_t>(microbatch))
    {
    }
    explicit constexpr PackedOperation(const Operation& operation)
        : PackedOperation(operation.kind, operation.chunk.value, operation.microbatch.value)
    {
    }

    [[nodiscard]] constexpr OperationKind kind() const
    {
        return static_cast<OperationKind>(m_code >> 29U);
    }
    [[nodiscard]] constexpr int chunk() const { return static_cast<int>(m_code >> 24U & 31U); }
    [[nodiscard]] constexpr int microbatch() const { return static_cast<int>(m_code & 0xffffffU); }
    [[nodiscard]] constexpr Operation unpacked() const
    {
        return {kind(), {chunk()}, {microbatch()}};
    }

    friend constexpr bool operator==(PackedOperation, PackedOperation) = default;

private:
    std::uint32_t m_code = 0;
};

/// The action of stage `stage` in the PyTorch grammar: `0F3`, `2B17`.
std::string actionText(StageIndex stage, PackedOperation operation);

} // namespace pipegantt
