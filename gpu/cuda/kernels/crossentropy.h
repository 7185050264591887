// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/cuda/kernels/element.h"

#include <cmath>

namespace pipegantt::cuda {

/// log Σ e^logits of each row, which is read once: each thread keeps the largest so far and the sum
/// relative to it. Vocabularies need not be even, so vectors have `kWidth` elements.
template <class T, int kWidth>
struct CrossEntropySums
{
    static constexpr int kThreads = 512;

    std::int64_t rows = 0;
    std::int64_t vocabulary = 0;
    const T* logits = nullptr;
    float* logSums = nullptr;

    [[nodiscard]] Geometry geometry() const { return {rows, kThreads, kWarp * 4}; }

    template <class Block>
    PIPEGANTT_DEVICE void operator()(Block& block) const
    {
        const T* const in = logits + block.index() * vocabulary;
        float most = -INFINITY;
        float sum = 0;
        for (std::int64_t i = block.thread() * kWidth; i < vocabulary; i += kThreads * kWidth) {
            const Vector<T, kWidth> v = load<T, kWidth>(in + i);
            float largest = most;
            for (int j = 0; j < kWidth; ++j)
                largest = v[j] > largest ? v[j] : largest;
            sum *= std::exp(most - largest);
            for (int j = 0; j < kWidth; ++j)
                sum += std::exp(v[j] - largest);
            most = largest;
        }
        float* const shared = block.template shared<float>();
        const float all = blockMax(block, most, shared);
        // A thread that saw nothing has -∞ and adds 0.
        const float total = blockSum(block, sum * std::exp(most - all), shared);
        if (block.thread() == 0)
            logSums[block.index()] = all + std::log(total);
    }
};

/// The mean of log Σ e^logits − logits[target]; one block.
template <class T>
struct CrossEntropyMean
{
    static constexpr int kThreads = 512;

    std::int64_t rows = 0;
    std::int64_t vocabulary = 0;
    const T* logits = nullptr;
    const std::int32_t* targets = nullptr;
    const float* logSums = nullptr;
    float* loss = nullptr;

    [[nodiscard]] Geometry geometry() const { return {1, kThreads, kWarp * 4}; }

    template <class Block>
    PIPEGANTT_DEVICE void operator()(Block& block) const
    {
        float sum = 0;
        for (std::int64_t row = block.thread(); row < rows; row += kThreads)
            sum += logSums[row] - toFloat(logits[row * vocabulary + targets[row]]);
        sum = blockSum(block, sum, block.template shared<float>());
        if (block.thread() == 0)
            *loss = sum / static_cast<float>(rows);
    }
};

/// The gradient takes the place of the logits: (softmax − 1 at the target) / rows.
template <class T, int kWidth>
struct CrossEntropyBackward
{
    static constexpr int kThreads = 512;

    std::int64_t rows = 0;
    std::int64_t vocabulary = 0;
    T* logits = nullptr;
    const std::int32_t* targets = nullptr;
    const float* logSums = nullptr;

    [[nodiscard]] Geometry geometry() const { return {rows, kThreads, 0}; }

    template <class Block>
    PIPEGANTT_DEVICE void operator()(Block& block) const
    {
        T* const row = logits + block.index() * vocabulary;
        const float logSum = logSums[block.index()];
        const std::int64_t target = targets[block.index()];
        const float share = 1 / static_cast<float>(rows);
        for (std::int64_t i = block.thread() * kWidth; i < vocabulary; i += kThreads * kWidth) {
            const Vector<T, kWidth> v = load<T, kWidth>(row + i);
            Vector<T, kWidth> result;
            for (int j = 0; j < kWidth; ++j) {
                const float is = i + j == target ? 1.F : 0.F;
                result.set(j, (std::exp(v[j] - logSum) - is) * share);
            }
            store(row + i, result);
        }
    }
};

} // namespace pipegantt::cuda
