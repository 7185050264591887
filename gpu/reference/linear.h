// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/reference/product.h"

#include <cstdint>

namespace pipegantt::reference {

/// y = x W + b: a matrix of `inputs` rows by `outputs` columns, its bias or none, and their
/// gradients.
template <class T>
struct Linear
{
    std::int64_t inputs = 0;
    std::int64_t outputs = 0;
    T* weight = nullptr;
    T* bias = nullptr;
    T* weightGrad = nullptr;
    T* biasGrad = nullptr;

    /// Adds to `y` or replaces it.
    void forward(std::int64_t rows, const T* x, T* y, Sum sum = Sum::Replace) const;
    /// dx = dy Wᵀ
    void inputGrad(std::int64_t rows, const T* dy, T* dx) const;
    /// Adds xᵀ dy to the matrix's gradient, and the sum of the rows of dy to the bias's.
    void addWeightGrad(std::int64_t rows, const T* x, const T* dy) const;
};

} // namespace pipegantt::reference
