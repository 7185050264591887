// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/cuda/kernels/columns.h"
#include "gpu/cuda/launch.h"
#include "gpu/cuda/layer.h"

namespace pipegantt::cuda {

template <class T>
void Context<T>::multiply(const LinearSlices& linear, const T* x, T* y, const T* addend) const
{
    Product product;
    product.rows = shape.tokens();
    product.columns = linear.outputs;
    product.inner = linear.inputs;
    product.a = x;
    product.b = value(linear.weight);
    product.result = y;
    product.addend = addend;
    product.bias = value(linear.bias);
    products.run(stream, product);
}

template <class T>
void Context<T>::multiplyBack(const LinearSlices& linear, const T* dy, T* dx) const
{
    Product product;
    product.rows = shape.tokens();
    product.columns = linear.inputs;
    product.inner = linear.outputs;
    product.a = dy;
    product.b = value(linear.weight);
    product.transposeB = true;
    product.result = dx;
    products.run(stream, product);
}

template <class T>
void Context<T>::addMatrixGrads(const LinearSlices& linear, const T* x, const T* dy) const
{
    Product product;
    product.rows = linear.inputs;
    product.columns = linear.outputs;
    product.inner = shape.tokens();
    product.a = x;
    product.transposeA = true;
    product.b = dy;
    product.result = gradient(linear.weight);
    product.addend = product.result;
    product.floatResult = true;
    products.run(stream, product);
    if (linear.bias.size == 0)
        return;
    ColumnSums<T> sums;
    sums.rows = shape.tokens();
    sums.dy = {dy, linear.outputs, 1, linear.outputs};
    sums.sums = buffers.columnParts;
    launch(stream, sums);
    foldColumns(linear.outputs, chunksOf(sums.rows), buffers.columnParts, gradient(linear.bias));
}

template <class T>
void Context<T>::foldColumns(
    std::int64_t width, int chunks, const float* parts, float* gradient) const
{
    launch(stream, FoldChunks {width, chunks, parts, gradient});
}

template <class T>
void Context<T>::norm(const NormSlices& slices, const Statistics& statistics, std::int64_t rows,
    Rows<const T> x, Rows<T> y, Rows<T> copy) const
{
    NormForward<T> body;
    body.rows = rows;
    body.x = x;
    body.y = y;
    body.copy = copy;
    body.weight = value(slices.weight);
    body.bias = value(slices.bias);
    body.mean = statistics.mean;
    body.inverseDeviation = statistics.inverseDeviation;
    launch(stream, body);
}

template <class T>
void Context<T>::normBack(const NormSlices& slices, const Statistics& statistics, std::int64_t rows,
    Rows<const T> x, Rows<const T> dy, Rows<T> dx, Rows<const T> add) const
{
    const int chunks = chunksOf(rows);
    ColumnSums<T> sums;
    sums.rows = rows;
    sums.dy = dy;
    sums.x = x;
    sums.mean = statistics.mean;
    sums.inverseDeviation = statistics.inverseDeviation;
    sums.products = buffers.columnParts;
    if (slices.bias.size != 0)
        sums.sums = buffers.columnParts + chunks * x.width;
    launch(stream, sums);
    foldColumns(x.width, chunks, sums.products, gradient(slices.weight));
    if (slices.bias.size != 0)
        foldColumns(x.width, chunks, sums.sums, gradient(slices.bias));

    NormInputGrad<T> body;
    body.rows = rows;
    body.x = x;
    body.dy = dy;
    body.add = add;
    body.dx = dx;
    body.weight = value(slices.weight);
    body.mean = statistics.mean;
    body.inverseDeviation = statistics.inverseDeviation;
    launch(stream, body);
}

template struct Context<float>;
template struct Context<Bfloat16>;

} // namespace pipegantt::cuda
