// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/cuda/kernels/element.h"

#include <cmath>

namespace pipegantt::cuda {

inline constexpr float kGeluSlope = 0.7978845608028654F; // √(2/π)
inline constexpr float kGeluCubic = 0.044715F;

PIPEGANTT_DEVICE float sigmoid(float x)
{
    return 1 / (1 + std::exp(-x));
}

PIPEGANTT_DEVICE float gelu(float x)
{
    return x / 2 * (1 + std::tanh(kGeluSlope * (x + kGeluCubic * x * x * x)));
}

PIPEGANTT_DEVICE float geluDerivative(float x)
{
    const float t = std::tanh(kGeluSlope * (x + kGeluCubic * x * x * x));
    return (1 + t) / 2 + x / 2 * (1 - t * t) * kGeluSlope * (1 + 3 * kGeluCubic * x * x);
}

/// A thread takes one vector; blocks never cross a row, so that a division is made once a block.
template <class T>
constexpr std::int64_t blocksPerRow(std::int64_t width, int threads)
{
    return ceilDivide(width / Vector<T>::kSize, threads);
}

/// y = gelu(x), or where `gated`, x being `width` gates and as many others: silu(gate) · other.
template <class T>
struct ActivationForward
{
    static constexpr int kThreads = 256;

    std::int64_t rows = 0;
    std::int64_t width = 0;
    bool gated = false;
    const T* x = nullptr;
    T* y = nullptr;

    [[nodiscard]] Geometry geometry() const
    {
        return {rows * blocksPerRow<T>(width, kThreads), kThreads, 0};
    }

    template <class Block>
    PIPEGANTT_DEVICE void operator()(Block& block) const
    {
        const std::int64_t parts = block.blocks() / rows;
        const std::int64_t row = block.index() / parts;
        const std::int64_t i =
            (block.index() % parts * kThreads + block.thread()) * Vector<T>::kSize;
        if (i >= width)
            return;
        const T* const in = x + row * width * (gated ? 2 : 1) + i;
        const Vector<T> a = load<T>(in);
        Vector<T> result;
        if (gated) {
            const Vector<T> other = load<T>(in + width);
            for (int j = 0; j < Vector<T>::kSize; ++j)
                result.set(j, a[j] * sigmoid(a[j]) * other[j]);
        } else {
            for (int j = 0; j < Vector<T>::kSize; ++j)
                result.set(j, gelu(a[j]));
        }
        store(y + row * width + i, result);
    }
};

template <class T>
struct ActivationBackward
{
    static constexpr int kThreads = 256;

    std::int64_t rows = 0;
    std::int64_t width = 0;
    bool gated = false;
    const T* x = nullptr;
    const T* dy = nullptr;
    T* dx = nullptr;

    [[nodiscard]] Geometry geometry() const
    {
        return {rows * blocksPerRow<T>(width, kThreads), kThreads, 0};
    }

    template <class Block>
    PIPEGANTT_DEVICE void operator()(Block& block) const
    {
        const std::int64_t parts = block.blocks() / rows;
        const std::int64_t row = block.index() / parts;
        const std::int64_t i =
            (block.index() % parts * kThreads + block.thread()) * Vector<T>::kSize;
        if (i >= width)
            return;
        const std::int64_t at = row * width * (gated ? 2 : 1) + i;
        const Vector<T> a = load<T>(x + at);
        const Vector<T> grad = load<T>(dy + row * width + i);
        Vector<T> result;
        if (!gated) {
            for (int j = 0; j < Vector<T>::kSize; ++j)
                result.set(j, grad[j] * geluDerivative(a[j]));
            store(dx + at, result);
            return;
        }
        const Vector<T> other = load<T>(x + at + width);
        Vector<T> otherGrad;
        for (int j = 0; j < Vector<T>::kSize; ++j) {
            const float s = sigmoid(a[j]);
            result.set(j, grad[j] * other[j] * s * (1 + a[j] * (1 - s)));
            otherGrad.set(j, grad[j] * a[j] * s);
        }
        store(dx + at, result);
        store(dx + at + width, otherGrad);
    }
};

} // namespace pipegantt::cuda
