// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/reference/linear.h"

#include "gpu/reference/parallel.h"

#include <algorithm>

namespace pipegantt::reference {
namespace {

constexpr std::int64_t kGrain = 1 << 14;
constexpr std::int64_t kColumnGrain = 64;

} // namespace

template <class T>
void Linear<T>::forward(std::int64_t rows, const T* x, T* y, Sum sum) const
{
    multiply(Matrix<T>(y, rows, outputs), Matrix<const T>(x, rows, inputs),
        Matrix<const T>(weight, inputs, outputs), sum);
    if (bias == nullptr)
        return;
    parallelFor(rows, std::max<std::int64_t>(1, kGrain / outputs), [&](auto begin, auto end) {
        for (std::int64_t row = begin; row < end; ++row) {
            for (std::int64_t i = 0; i < outputs; ++i)
                y[row * outputs + i] += bias[i];
        }
    });
}

template <class T>
void Linear<T>::inputGrad(std::int64_t rows, const T* dy, T* dx) const
{
    multiplyByTransposed(Matrix<T>(dx, rows, inputs), Matrix<const T>(dy, rows, outputs),
        Matrix<const T>(weight, inputs, outputs));
}

template <class T>
void Linear<T>::addWeightGrad(std::int64_t rows, const T* x, const T* dy) const
{
    addTransposedProduct(Matrix<T>(weightGrad, inputs, outputs), Matrix<const T>(x, rows, inputs),
        Matrix<const T>(dy, rows, outputs));
    if (bias == nullptr)
        return;
    parallelFor(outputs, kColumnGrain, [&](auto begin, auto end) {
        for (std::int64_t row = 0; row < rows; ++row) {
            for (std::int64_t i = begin; i < end; ++i)
                biasGrad[i] += dy[row * outputs + i];
        }
    });
}

template struct Linear<float>;
template struct Linear<double>;

} // namespace pipegantt::reference
