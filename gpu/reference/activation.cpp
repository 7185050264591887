// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/reference/activation.h"

#include "gpu/reference/parallel.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pipegantt::reference {
namespace {

constexpr std::int64_t kGrain = 1 << 14;

std::int64_t rowGrain(std::int64_t width)
{
    return std::max<std::int64_t>(1, kGrain / width);
}

template <class T>
T sigmoid(T x)
{
    return 1 / (1 + std::exp(-x));
}

template <class T>
constexpr T kSlope = static_cast<T>(2 * std::numbers::inv_sqrtpi / std::numbers::sqrt2);
template <class T>
constexpr T kCubic = static_cast<T>(0.044715);

template <class T>
T gelu(T x)
{
    return x / 2 * (1 + std::tanh(kSlope<T> * (x + kCubic<T> * x * x * x)));
}

template <class T>
T geluSlope(T x)
{
    const T t = std::tanh(kSlope<T> * (x + kCubic<T> * x * x * x));
    return (1 + t) / 2 + x / 2 * (1 - t * t) * kSlope<T> * (1 + 3 * kCubic<T> * x * x);
}

} // namespace

template <class T>
void activationForward(MlpKind kind, std::int64_t rows, std::int64_t width, const T* x, T* y)
{
    const bool gated = kind == MlpKind::SwiGlu;
    parallelFor(rows, rowGrain(width), [&](auto begin, auto end) {
        for (std::int64_t row = begin; row < end; ++row) {
            const T* const in = x + row * width * (gated ? 2 : 1);
            T* const out = y + row * width;
            for (std::int64_t i = 0; i < width; ++i)
                out[i] = gated ? in[i] * sigmoid(in[i]) * in[width + i] : gelu(in[i]);
        }
    });
}

template <class T>
void activationBackward(
    MlpKind kind, std::int64_t rows, std::int64_t width, const T* x, const T* dy, T* dx)
{
    const bool gated = kind == MlpKind::SwiGlu;
    parallelFor(rows, rowGrain(width), [&](auto begin, auto end) {
        for (std::int64_t row = begin; row < end; ++row) {
            const T* const in = x + row * width * (gated ? 2 : 1);
            const T* const grad = dy + row * width;
            T* const out = dx + row * width * (gated ? 2 : 1);
            for (std::int64_t i = 0; i < width; ++i) {
                if (!gated) {
                    out[i] = grad[i] * geluSlope(in[i]);
                    continue;
                }
                const T s = sigmoid(in[i]);
                out[i] = grad[i] * in[width + i] * s * (1 + in[i] * (1 - s));
                out[width + i] = grad[i] * in[i] * s;
            }
        }
    });
}

template void activationForward(MlpKind, std::int64_t, std::int64_t, const float*, float*);
template void activationForward(MlpKind, std::int64_t, std::int64_t, const double*, double*);
template void activationBackward(
    MlpKind, std::int64_t, std::int64_t, const float*, const float*, float*);
template void activationBackward(
    MlpKind, std::int64_t, std::int64_t, const double*, const double*, double*);

} // namespace pipegantt::reference
