// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/cuda/kernels/element.h"

#include <cmath>

namespace pipegantt::cuda {

/// Where rows of a matrix stand: `perToken` of them side by side, tokens `stride` elements apart.
template <class T>
struct Rows
{
    T* data = nullptr;
    std::int64_t width = 0;
    std::int64_t perToken = 1;
    std::int64_t stride = 0;

    PIPEGANTT_DEVICE T* at(std::int64_t row) const
    {
        return data + row / perToken * stride + row % perToken * width;
    }
};

inline constexpr float kNormEpsilon = 1e-5F;
inline constexpr int kNormThreads = 256;

/// LayerNorm where there is a place for means, else RMSNorm: y = (x − mean) / deviation · weight +
/// bias. A row is read up to three times; it stays in the first cache. `y` may be `x`; `copy`,
/// where there is one, takes x as it was.
template <class T>
struct NormForward
{
    static constexpr int kThreads = kNormThreads;

    std::int64_t rows = 0;
    Rows<const T> x;
    Rows<T> y;
    Rows<T> copy;
    const T* weight = nullptr;
    const T* bias = nullptr;
    float* mean = nullptr;
    float* inverseDeviation = nullptr;

    [[nodiscard]] Geometry geometry() const
    {
        return {rows, threadsFor(x.width / Vector<T>::kSize, kThreads), kWarp * 4};
    }

    template <class Block>
    PIPEGANTT_DEVICE void operator()(Block& block) const
    {
        constexpr int kSize = Vector<T>::kSize;
        const std::int64_t row = block.index();
        const T* const in = x.at(row);
        float* const shared = block.template shared<float>();
        const int first = block.thread() * kSize;
        const int step = block.threads() * kSize;
        const int width = static_cast<int>(x.width);
        const auto n = static_cast<float>(width);
        float middle = 0;
        if (mean != nullptr) {
            for (int i = first; i < width; i += step) {
                const Vector<T> v = load<T>(in + i);
                for (int j = 0; j < kSize; ++j)
                    middle += v[j];
            }
            middle = blockSum(block, middle, shared) / n;
        }
        float squares = 0;
        for (int i = first; i < width; i += step) {
            const Vector<T> v = load<T>(in + i);
            for (int j = 0; j < kSize; ++j)
                squares += (v[j] - middle) * (v[j] - middle);
        }
        squares = blockSum(block, squares, shared);
        const float inverse = 1 / std::sqrt(squares / n + kNormEpsilon);
        if (block.thread() == 0) {
            inverseDeviation[row] = inverse;
            if (mean != nullptr)
                mean[row] = middle;
        }
        T* const out = y.at(row);
        for (int i = first; i < width; i += step) {
            const Vector<T> v = load<T>(in + i);
            if (copy.data != nullptr)
                store(copy.at(row) + i, v);
            const Vector<T> w = load<T>(weight + i);
            Vector<T> result;
            for (int j = 0; j < kSize; ++j) {
                const float shift = bias == nullptr ? 0.F : toFloat(bias[i + j]);
                result.set(j, (v[j] - middle) * inverse * w[j] + shift);
            }
            store(out + i, result);
        }
    }
};

/// With g = dy · weight and x̂ the normed row: dx = add + (g − x̂ mean(g x̂) − mean(g)) / deviation,
/// the last mean for LayerNorm alone. `add`, where there is one, is the gradient that came past the
/// norm. Without it `dx` may be `dy`.
template <class T>
struct NormInputGrad
{
    static constexpr int kThreads = kNormThreads;

    std::int64_t rows = 0;
    Rows<const T> x;
    Rows<const T> dy;
    Rows<const T> add;
    Rows<T> dx;
    const T* weight = nullptr;
    const float* mean = nullptr;
    const float* inverseDeviation = nullptr;

    [[nodiscard]] Geometry geometry() const
    {
        return {rows, threadsFor(x.width / Vector<T>::kSize, kThreads), kWarp * 4};
    }

    template <class Block>
    PIPEGANTT_DEVICE void operator()(Block& block) const
    {
        constexpr int kSize = Vector<T>::kSize;
        const std::int64_t row = block.index();
        const T* const in = x.at(row);
        const T* const grad = dy.at(row);
        float* const shared = block.template shared<float>();
        const int first = block.thread() * kSize;
        const int step = block.threads() * kSize;
        const int width = static_cast<int>(x.width);
        const float middle = mean == nullptr ? 0.F : mean[row];
        const float inverse = inverseDeviation[row];
        float sum = 0;
        float projection = 0;
        for (int i = first; i < width; i += step) {
            const Vector<T> v = load<T>(in + i);
            const Vector<T> d = load<T>(grad + i);
            const Vector<T> w = load<T>(weight + i);
            for (int j = 0; j < kSize; ++j) {
                const float g = d[j] * w[j];
                sum += g;
                projection += g * (v[j] - middle) * inverse;
            }
        }
        projection = blockSum(block, projection, shared) / static_cast<float>(width);
        sum = mean == nullptr ? 0.F : blockSum(block, sum, shared) / static_cast<float>(width);
        T* const out = dx.at(row);
        for (int i = first; i < width; i += step) {
            const Vector<T> v = load<T>(in + i);
            const Vector<T> d = load<T>(grad + i);
            const Vector<T> w = load<T>(weight + i);
            Vector<T> past {};
            if (add.data != nullptr)
                past = load<T>(add.at(row) + i);
            Vector<T> result;
            for (int j = 0; j < kSize; ++j) {
                const float part =
                    (d[j] * w[j] - sum - (v[j] - middle) * inverse * projection) * inverse;
                result.set(j, add.data == nullptr ? part : past[j] + part);
            }
            store(out + i, result);
        }
    }
};

} // namespace pipegantt::cuda
