// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/model/modelshape.h"

#include <cstdint>
#include <string_view>

namespace pipegantt {

/// The type that activations and the matrices of a stage have; sums are of 32 bits in both.
enum class ElementType : std::uint8_t
{
    Float32,
    Bfloat16,
};

constexpr std::int64_t elementSize(ElementType type)
{
    return type == ElementType::Float32 ? 4 : 2;
}

/// `float32` or `bfloat16`, as files and the command line spell it.
std::string_view elementName(ElementType type);

inline constexpr std::int64_t kMostMicrobatchSize = 4096;
inline constexpr std::int64_t kMostSequence = 1'048'576;

/// One pipeline stage of a model as a device works on it: what decides how long its passes take and
/// what they hold.
struct StageShape
{
    ModelShape model;
    /// Transformer layers of the stage; 0 where it is the embedding or the head alone.
    int layers = 1;
    /// The first stage: tokens come in, and no gradient goes out.
    bool embedding = false;
    /// The last stage: the final norm, the head and the cross-entropy.
    bool head = false;
    /// b: samples of a micro-batch.
    std::int64_t microbatch = 1;
    /// s: tokens of a sample.
    std::int64_t sequence = 1;
    ElementType element = ElementType::Float32;
    /// t: devices that share each matrix. A stage is then the part of one of them, without what
    /// they tell each other.
    int tensorParallel = 1;

    [[nodiscard]] constexpr std::int64_t tokens() const { return microbatch * sequence; }
    // What one device of the tensor-parallel group has.
    [[nodiscard]] constexpr std::int64_t heads() const { return model.heads / tensorParallel; }
    [[nodiscard]] constexpr std::int64_t kvHeads() const { return model.kvHeads / tensorParallel; }
    [[nodiscard]] constexpr std::int64_t ffn() const { return model.ffn / tensorParallel; }
    [[nodiscard]] constexpr std::int64_t vocabulary() const
    {
        return model.vocabulary / tensorParallel;
    }
    [[nodiscard]] constexpr std::int64_t queryWidth() const { return heads() * model.headDim; }
    [[nodiscard]] constexpr std::int64_t keyWidth() const { return kvHeads() * model.headDim; }
    /// Queries, keys and values together.
    [[nodiscard]] constexpr std::int64_t qkvWidth() const { return queryWidth() + 2 * keyWidth(); }
    /// What goes into the activation function: gate and up together, where there are both.
    [[nodiscard]] constexpr std::int64_t mlpWidth() const
    {
        return model.mlp == MlpKind::SwiGlu ? 2 * ffn() : ffn();
    }

    friend bool operator==(const StageShape&, const StageShape&) = default;
};

/// Whether the stage can be built: numbers in range, something in it, heads and widths that divide
/// by t, and neither experts nor latent attention, which stages are not measured with.
Result<void> checkStage(const StageShape& stage);

/// The stage's parameters on one device of its tensor-parallel group.
std::int64_t parameterCount(const StageShape& stage);

} // namespace pipegantt
