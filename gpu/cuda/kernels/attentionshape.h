// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/cuda/kernels/element.h"

#include <cmath>

namespace pipegantt::cuda {

inline constexpr float kLog2E = 1.4426950408889634F;

/// Causal attention in which `heads / kvHeads` heads of queries share one of keys and values. Rows
/// of `qkv` hold queries of all heads, then keys, then values.
struct AttentionShape
{
    int samples = 0;
    int sequence = 0;
    int heads = 0;
    int kvHeads = 0;
    int headDim = 0;

    [[nodiscard]] PIPEGANTT_DEVICE std::int64_t width() const
    {
        return static_cast<std::int64_t>(heads + 2 * kvHeads) * headDim;
    }
    [[nodiscard]] PIPEGANTT_DEVICE std::int64_t queryWidth() const
    {
        return static_cast<std::int64_t>(heads) * headDim;
    }
    [[nodiscard]] PIPEGANTT_DEVICE std::int64_t keyWidth() const
    {
        return static_cast<std::int64_t>(kvHeads) * headDim;
    }
    /// Of the first element of a head's row 0 in queries, keys and values; heads of keys follow
    /// those of queries, then those of values.
    [[nodiscard]] PIPEGANTT_DEVICE std::int64_t headOffset(int sample, int head) const
    {
        return static_cast<std::int64_t>(sample) * sequence * width()
            + static_cast<std::int64_t>(head) * headDim;
    }
    [[nodiscard]] PIPEGANTT_DEVICE std::int64_t outputOffset(int sample, int head) const
    {
        return static_cast<std::int64_t>(sample) * sequence * queryWidth()
            + static_cast<std::int64_t>(head) * headDim;
    }
    /// Of the statistics of row 0, whose rows are `heads` apart.
    [[nodiscard]] PIPEGANTT_DEVICE std::int64_t statisticsOffset(int sample, int head) const
    {
        return static_cast<std::int64_t>(sample) * sequence * heads + head;
    }
    [[nodiscard]] PIPEGANTT_DEVICE float scale() const
    {
        return 1 / std::sqrt(static_cast<float>(headDim));
    }
    [[nodiscard]] PIPEGANTT_DEVICE int kvHeadOf(int head) const { return head / (heads / kvHeads); }
};

} // namespace pipegantt::cuda
