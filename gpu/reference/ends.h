// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/stageshape.h"
#include "gpu/reference/parameters.h"

namespace pipegantt::reference {

/// The table of tokens, and that of positions where the model has one.
template <class T>
class Embedding
{
public:
    Embedding(const StageShape& stage, Arena& arena, Parameters<T>& parameters);

    void forward(T* y) const;
    void addWeightGrad(const T* dy) const;

    [[nodiscard]] std::int32_t* tokens() { return m_tokens; }

private:
    StageShape m_stage;
    Linear<T> m_table;
    Linear<T> m_positions;
    std::int32_t* m_tokens;
};

/// The final norm, the product with the vocabulary, and the cross-entropy. With tensor parallelism
/// over the vocabulary's own part alone.
template <class T>
class Head
{
public:
    Head(const StageShape& stage, Arena& arena, Parameters<T>& parameters);

    /// The loss.
    double forward(const T* x);
    void inputGrad(const T* x, T* dx, T* scratch);
    void addWeightGrad() const;

    [[nodiscard]] std::int32_t* targets() { return m_targets; }

private:
    StageShape m_stage;
    Norm<T> m_norm;
    Linear<T> m_table;
    T* m_normed;
    T* m_logits; ///< then their gradient
    T* m_logSums;
    std::int32_t* m_targets;
};

} // namespace pipegantt::reference
