// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/modelshape.h"

#include <cstdint>

namespace pipegantt::reference {

/// Vectors of `width` elements: `perToken` of them side by side, tokens `stride` elements apart.
template <class T>
struct Rows
{
    T* data = nullptr;
    std::int64_t count = 0;
    std::int64_t width = 0;
    std::int64_t perToken = 1;
    std::int64_t stride = 0;

    [[nodiscard]] T* at(std::int64_t row) const
    {
        return data + row / perToken * stride + row % perToken * width;
    }
};

/// A norm's parameters, their gradients, and what its forward pass leaves of each row. `bias` and
/// `mean` are those of LayerNorm alone.
template <class T>
struct Norm
{
    NormKind kind = NormKind::RmsNorm;
    T* weight = nullptr;
    T* bias = nullptr;
    T* weightGrad = nullptr;
    T* biasGrad = nullptr;
    T* inverseDeviation = nullptr;
    T* mean = nullptr;
};

/// y = x̂ · weight + bias, where x̂ = (x − mean) / deviation, or x over its root mean square. `y` may
/// be `x`.
template <class T>
void normForward(const Norm<T>& norm, Rows<const T> x, Rows<T> y);

/// With g = dy · weight: dx = (g − x̂ mean(g x̂) − mean(g)) / deviation, the last mean for LayerNorm
/// alone; and the gradients of weight and bias, added to what is there. Adds to `dx` where `add`;
/// where not, `dx` may be `dy`.
template <class T>
void normBackward(const Norm<T>& norm, Rows<const T> x, Rows<const T> dy, Rows<T> dx, bool add);

} // namespace pipegantt::reference
