// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace pipegantt::reference {

/// Causal attention in which `heads / kvHeads` heads of queries share one of keys and values.
struct AttentionShape
{
    std::int64_t samples = 0;
    std::int64_t sequence = 0;
    std::int64_t heads = 0;
    std::int64_t kvHeads = 0;
    std::int64_t headDim = 0;

    [[nodiscard]] std::int64_t queryWidth() const { return heads * headDim; }
    /// Queries of all heads, then keys, then values: the row of one token.
    [[nodiscard]] std::int64_t width() const { return (heads + 2 * kvHeads) * headDim; }
};

/// o = softmax(q kᵀ / √headDim) v for each token over itself and those before it. `logSums` takes,
/// for each token and head, the logarithm of the sum that the softmax divides by: with it the
/// backward pass finds the weights again, so that they need not be kept.
template <class T>
void attentionForward(const AttentionShape& shape, const T* qkv, T* output, T* logSums);

/// The gradients of queries, keys and values from that of the output. With p the weights:
/// dv = pᵀ do, ds = p (do vᵀ − Σ do · o), dq = ds k / √headDim, dk = dsᵀ q / √headDim (Dao,
/// arXiv 2307.08691).
template <class T>
void attentionBackward(const AttentionShape& shape, const T* qkv, const T* output, const T* logSums,
    const T* outputGrad, T* qkvGrad);

/// Turns each pair of elements of a head by an angle that grows with the position: queries and keys
/// forward, their gradients backward.
/// `table` is that of `rotaryTable`.
template <class T>
void rotate(const AttentionShape& shape, const T* table, T* qkv, bool backward);

/// Cosine and sine for each position and pair, sequence × headDim numbers. The base is 10,000.
template <class T>
void rotaryTable(const AttentionShape& shape, T* table);

} // namespace pipegantt::reference
