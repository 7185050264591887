// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/cuda/buffers.h"
#include "gpu/cuda/kernels/norm.h"
#include "gpu/cuda/products.h"

namespace pipegantt::cuda {

/// What every part of a stage works with.
template <class T>
struct Context
{
    const Shape& shape;
    const Buffers<T>& buffers;
    Products& products;
    cudaStream_t stream;

    [[nodiscard]] const T* value(const Slice& slice) const
    {
        return slice.size == 0 ? nullptr : buffers.values + slice.first;
    }
    [[nodiscard]] float* gradient(const Slice& slice) const
    {
        return slice.size == 0 ? nullptr : buffers.gradients + slice.first;
    }

    // The parts of a stage, at the end of the stream. Matrices have a row for each token.

    /// y = addend + x W + b, the addend where there is one.
    void multiply(const LinearSlices& linear, const T* x, T* y, const T* addend = nullptr) const;
    /// dx = dy Wᵀ
    void multiplyBack(const LinearSlices& linear, const T* dy, T* dx) const;
    /// Adds xᵀ dy to the gradient of W, and the sums of the columns of dy to that of b.
    void addMatrixGrads(const LinearSlices& linear, const T* x, const T* dy) const;

    void norm(const NormSlices& slices, const Statistics& statistics, std::int64_t rows,
        Rows<const T> x, Rows<T> y, Rows<T> copy = {}) const;
    /// Adds the gradients of the norm's parameters, and gives that of x, plus `add`.
    void normBack(const NormSlices& slices, const Statistics& statistics, std::int64_t rows,
        Rows<const T> x, Rows<const T> dy, Rows<T> dx, Rows<const T> add = {}) const;

    /// The stream's rows, one for each token.
    template <class E>
    [[nodiscard]] Rows<E> hiddenRows(E* data) const
    {
        return {data, shape.hidden, 1, shape.hidden};
    }

private:
    void foldColumns(std::int64_t width, int chunks, const float* parts, float* gradient) const;
};

/// A transformer layer; `reference::Layer` is what it computes.
template <class T>
class Layer
{
public:
    Layer(const LayerSlices& slices, const LayerBuffers<T>& buffers)
        : m_slices(slices)
        , m_buffers(buffers)
    {
    }

    /// From `x` to `y`; without `y` everything but that.
    void forward(const Context<T>& context, const T* x, T* y) const;
    void inputGrad(const Context<T>& context, const T* x, const T* dy, T* dx) const;
    void addWeightGrad(const Context<T>& context, const T* dy) const;

private:
    void rotate(const Context<T>& context, T* qkv, bool backward) const;
    void normHeads(const Context<T>& context) const;
    void normHeadsBack(const Context<T>& context) const;
    void attend(const Context<T>& context) const;
    void attendBack(const Context<T>& context, const T* outputGrad) const;

    const LayerSlices& m_slices;
    const LayerBuffers<T>& m_buffers;
};

} // namespace pipegantt::cuda
