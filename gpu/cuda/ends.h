// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/cuda/layer.h"

namespace pipegantt::cuda {

/// The table of tokens, and that of positions where the model has one.
template <class T>
class Embedding
{
public:
    Embedding(const ParameterList& parameters, const std::int32_t* tokens)
        : m_words(parameters.words)
        , m_positions(parameters.positions)
        , m_tokens(tokens)
    {
    }

    void forward(const Context<T>& context, T* y) const;
    void addWeightGrad(const Context<T>& context, const T* dy) const;

private:
    Slice m_words;
    Slice m_positions;
    const std::int32_t* m_tokens;
};

/// The final norm, the product with the vocabulary, and the cross-entropy.
template <class T>
class Head
{
public:
    explicit Head(const ParameterList& parameters)
        : m_norm(parameters.headNorm)
        , m_linear(parameters.head)
    {
    }

    void forward(const Context<T>& context, const T* x) const;
    void inputGrad(const Context<T>& context, const T* x, T* dx) const;
    void addWeightGrad(const Context<T>& context) const;

private:
    NormSlices m_norm;
    LinearSlices m_linear;
};

} // namespace pipegantt::cuda
