// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/reference/norm.h"

#include "gpu/reference/parallel.h"

#include <algorithm>
#include <cmath>

namespace pipegantt::reference {
namespace {

constexpr double kEpsilon = 1e-5;
constexpr std::int64_t kGrain = 1 << 14;

std::int64_t rowGrain(std::int64_t width)
{
    return std::max<std::int64_t>(1, kGrain / width);
}

/// Columns that one range of a sum over all rows takes in.
constexpr std::int64_t kColumnGrain = 64;

template <class T>
T meanOf(const Norm<T>& norm, std::int64_t row)
{
    return norm.kind == NormKind::LayerNorm ? norm.mean[row] : T {0};
}

/// The gradients of weight and bias, which sum over rows.
template <class T>
void addParameterGrads(const Norm<T>& norm, Rows<const T> x, Rows<const T> dy)
{
    parallelFor(x.width, kColumnGrain, [&](auto begin, auto end) {
        for (std::int64_t row = 0; row < x.count; ++row) {
            const T* const in = x.at(row);
            const T* const grad = dy.at(row);
            const T mean = meanOf(norm, row);
            const T inverse = norm.inverseDeviation[row];
            for (std::int64_t i = begin; i < end; ++i)
                norm.weightGrad[i] += grad[i] * (in[i] - mean) * inverse;
            if (norm.biasGrad == nullptr)
                continue;
            for (std::int64_t i = begin; i < end; ++i)
                norm.biasGrad[i] += grad[i];
        }
    });
}

} // namespace

template <class T>
void normForward(const Norm<T>& norm, Rows<const T> x, Rows<T> y)
{
    const std::int64_t width = x.width;
    const auto n = static_cast<T>(width);
    parallelFor(x.count, rowGrain(width), [&](auto begin, auto end) {
        for (std::int64_t row = begin; row < end; ++row) {
            const T* const in = x.at(row);
            T* const out = y.at(row);
            T mean = 0;
            if (norm.kind == NormKind::LayerNorm) {
                for (std::int64_t i = 0; i < width; ++i)
                    mean += in[i];
                mean /= n;
                norm.mean[row] = mean;
            }
            T squares = 0;
            for (std::int64_t i = 0; i < width; ++i)
                squares += (in[i] - mean) * (in[i] - mean);
            const T inverse = 1 / std::sqrt(squares / n + static_cast<T>(kEpsilon));
            norm.inverseDeviation[row] = inverse;
            for (std::int64_t i = 0; i < width; ++i) {
                const T bias = norm.bias == nullptr ? T {0} : norm.bias[i];
                out[i] = (in[i] - mean) * inverse * norm.weight[i] + bias;
            }
        }
    });
}

template <class T>
void normBackward(const Norm<T>& norm, Rows<const T> x, Rows<const T> dy, Rows<T> dx, bool add)
{
    addParameterGrads(norm, x, dy);
    const std::int64_t width = x.width;
    const auto n = static_cast<T>(width);
    parallelFor(x.count, rowGrain(width), [&](auto begin, auto end) {
        for (std::int64_t row = begin; row < end; ++row) {
            const T* const in = x.at(row);
            const T* const grad = dy.at(row);
            T* const out = dx.at(row);
            const T mean = meanOf(norm, row);
            const T inverse = norm.inverseDeviation[row];
            T sum = 0;
            T projection = 0;
            for (std::int64_t i = 0; i < width; ++i) {
                const T g = grad[i] * norm.weight[i];
                sum += g;
                projection += g * (in[i] - mean) * inverse;
            }
            sum = norm.kind == NormKind::LayerNorm ? sum / n : T {0};
            projection /= n;
            for (std::int64_t i = 0; i < width; ++i) {
                const T g = grad[i] * norm.weight[i];
                const T part = (g - sum - (in[i] - mean) * inverse * projection) * inverse;
                out[i] = add ? out[i] + part : part;
            }
        }
    });
}

template void normForward(const Norm<float>&, Rows<const float>, Rows<float>);
template void normForward(const Norm<double>&, Rows<const double>, Rows<double>);
template void normBackward(
    const Norm<float>&, Rows<const float>, Rows<const float>, Rows<float>, bool);
template void normBackward(
    const Norm<double>&, Rows<const double>, Rows<const double>, Rows<double>, bool);

} // namespace pipegantt::reference
