// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/stageshape.h"
#include "gpu/reference/attention.h"
#include "gpu/reference/parameters.h"

namespace pipegantt::reference {

/// Buffers that one layer after the other uses.
template <class T>
struct Scratch
{
    T* hidden = nullptr;
    T* ffn = nullptr;
    T* query = nullptr;
    /// Of `rotaryTable`; null where positions are not rotated.
    T* rotary = nullptr;
};

/// A transformer layer: x' = x + attention(norm(x)), y = x' + MLP(norm(x')).
template <class T>
class Layer
{
public:
    Layer(const StageShape& stage, Arena& arena, Parameters<T>& parameters);

    /// From `x`, which the caller keeps for the input gradient, to `y`; without `y` everything but
    /// that, as a recomputation needs it.
    void forward(const T* x, T* y, const Scratch<T>& scratch);
    /// From the gradient of y, which the caller keeps for the weight gradient, to that of x. What
    /// the matrices need is kept; the gradients of norms, whose inputs are at hand, are added here.
    void inputGrad(const T* x, const T* dy, T* dx, const Scratch<T>& scratch);
    /// Adds the gradients of the matrices and their biases.
    void addWeightGrad(const T* dy);

private:
    [[nodiscard]] Rows<const T> rows(const T* data) const;
    [[nodiscard]] Rows<T> rows(T* data) const;
    /// Queries or keys of all tokens, head by head, in rows of `stride` elements.
    Rows<T> heads(T* data, std::int64_t first, std::int64_t count, std::int64_t stride) const;
    void normHeads();
    void normHeadsBackward();

    StageShape m_stage;
    AttentionShape m_attention;
    Norm<T> m_norm1;
    Norm<T> m_norm2;
    Norm<T> m_queryNorm;
    Norm<T> m_keyNorm;
    Linear<T> m_qkv;
    Linear<T> m_out;
    Linear<T> m_up;
    Linear<T> m_down;
    // What the forward pass leaves.
    T* m_normed1;
    T* m_qkvs;
    T* m_rawHeads = nullptr; ///< queries and keys before their norm
    T* m_logSums;
    T* m_attended;
    T* m_middle; ///< x'
    T* m_normed2;
    T* m_raised;
    T* m_activated;
    // What the input gradient leaves.
    T* m_raisedGrad;
    T* m_middleGrad;
    T* m_qkvGrad;
};

} // namespace pipegantt::reference
