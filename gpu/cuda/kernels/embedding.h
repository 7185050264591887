// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/cuda/kernels/element.h"

namespace pipegantt::cuda {

/// The rows of a table that tokens name, and where there is a table of positions, that of the
/// position added.
template <class T>
struct EmbeddingForward
{
    static constexpr int kThreads = 256;

    std::int64_t tokenCount = 0;
    std::int64_t sequence = 0;
    std::int64_t hidden = 0;
    const std::int32_t* tokens = nullptr;
    const T* words = nullptr;
    const T* positions = nullptr;
    T* y = nullptr;

    [[nodiscard]] Geometry geometry() const
    {
        return {tokenCount, threadsFor(hidden / Vector<T>::kSize, kThreads), 0};
    }

    template <class Block>
    PIPEGANTT_DEVICE void operator()(Block& block) const
    {
        constexpr int kSize = Vector<T>::kSize;
        const std::int64_t token = block.index();
        const T* const word = words + tokens[token] * hidden;
        for (std::int64_t i = block.thread() * kSize; i < hidden; i += block.threads() * kSize) {
            Vector<T> value = load<T>(word + i);
            if (positions != nullptr) {
                const Vector<T> other = load<T>(positions + token % sequence * hidden + i);
                for (int j = 0; j < kSize; ++j)
                    value.set(j, value[j] + other[j]);
            }
            store(y + token * hidden + i, value);
        }
    }
};

/// Adds the rows of dy to the gradients of the words and positions that they came from. A word can
/// stand anywhere, so those are atomic additions, whose order and last bits change; a block takes
/// one position of all samples, so positions need none.
template <class T>
struct EmbeddingGrad
{
    static constexpr int kThreads = 256;

    std::int64_t samples = 0;
    std::int64_t sequence = 0;
    std::int64_t hidden = 0;
    const std::int32_t* tokens = nullptr;
    const T* dy = nullptr;
    float* wordGrad = nullptr;
    float* positionGrad = nullptr;

    [[nodiscard]] Geometry geometry() const { return {sequence, threadsFor(hidden, kThreads), 0}; }

    template <class Block>
    PIPEGANTT_DEVICE void operator()(Block& block) const
    {
        const std::int64_t position = block.index();
        for (std::int64_t i = block.thread(); i < hidden; i += block.threads()) {
            float sum = 0;
            for (std::int64_t sample = 0; sample < samples; ++sample) {
                const std::int64_t token = sample * sequence + position;
                const float grad = toFloat(dy[token * hidden + i]);
                block.atomicAdd(wordGrad + tokens[token] * hidden + i, grad);
                sum += grad;
            }
            if (positionGrad != nullptr)
                positionGrad[position * hidden + i] += sum;
        }
    }
};

} // namespace pipegantt::cuda
