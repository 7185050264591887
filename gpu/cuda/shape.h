// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/plugin/interface.h"

#include <cstdint>
#include <string>

namespace pipegantt::cuda {

/// The shape of a stage, and what follows from it. Widths are those of one device of the
/// tensor-parallel group.
struct Shape : PipeganttStageShape
{
    [[nodiscard]] std::int64_t tokens() const { return microbatch * sequence; }
    [[nodiscard]] std::int64_t queryWidth() const { return heads * head_dim; }
    [[nodiscard]] std::int64_t keyWidth() const { return kv_heads * head_dim; }
    [[nodiscard]] std::int64_t qkvWidth() const { return queryWidth() + 2 * keyWidth(); }
    /// Queries and keys, which a norm of heads reads.
    [[nodiscard]] std::int64_t rawWidth() const { return queryWidth() + keyWidth(); }
    [[nodiscard]] bool gated() const { return mlp == PIPEGANTT_SWIGLU; }
    [[nodiscard]] std::int64_t mlpWidth() const { return gated() ? 2 * ffn : ffn; }
    [[nodiscard]] bool layerNorm() const { return norm == PIPEGANTT_LAYER_NORM; }
    [[nodiscard]] bool rotary() const { return position_kind == PIPEGANTT_ROTARY; }
    [[nodiscard]] bool bfloat16() const { return element == PIPEGANTT_BFLOAT16; }
    /// Whether attention runs on tensor cores, whose tiles are for heads of up to 128 elements.
    [[nodiscard]] bool tiledAttention() const { return bfloat16() && head_dim <= 128; }
};

/// Why the kernels cannot run the shape; empty where they can.
std::string faultOf(const Shape& shape);

} // namespace pipegantt::cuda
