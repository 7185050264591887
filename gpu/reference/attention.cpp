// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/reference/attention.h"

#include "gpu/reference/parallel.h"
#include "gpu/reference/product.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace pipegantt::reference {
namespace {

/// Rows of queries that are worked on at once, so that scores stay near the processor.
constexpr std::int64_t kAttentionRows = 64;

template <class T>
T scale(const AttentionShape& shape)
{
    return 1 / std::sqrt(static_cast<T>(shape.headDim));
}

/// Where the parts of one sample and head stand in rows of queries, keys and values.
template <class T>
struct HeadView
{
    Matrix<T> query;
    Matrix<T> key;
    Matrix<T> value;

    HeadView(const AttentionShape& shape, T* qkv, std::int64_t sample, std::int64_t head)
        : query(part(shape, qkv, sample, head))
        , key(part(shape, qkv, sample, shape.heads + head / (shape.heads / shape.kvHeads)))
        , value(part(shape, qkv, sample,
              shape.heads + shape.kvHeads + head / (shape.heads / shape.kvHeads)))
    {
    }

    static Matrix<T> part(
        const AttentionShape& shape, T* qkv, std::int64_t sample, std::int64_t index)
    {
        T* const first = qkv + sample * shape.sequence * shape.width() + index * shape.headDim;
        return {first, shape.sequence, shape.headDim, shape.width()};
    }
};

template <class T>
Matrix<T> headOf(const AttentionShape& shape, T* output, std::int64_t sample, std::int64_t head)
{
    T* const first = output + sample * shape.sequence * shape.queryWidth() + head * shape.headDim;
    return {first, shape.sequence, shape.headDim, shape.queryWidth()};
}

/// Rows `begin` to `begin + count`.
template <class T>
Matrix<T> rowsOf(const Matrix<T>& matrix, std::int64_t begin, std::int64_t count)
{
    return {matrix.row(begin), count, matrix.columns, matrix.stride};
}

template <class T>
Matrix<const T> readOnly(const Matrix<T>& matrix)
{
    return {matrix.data, matrix.rows, matrix.columns, matrix.stride};
}

/// Scores become weights, in place; gives back the logarithm of the sum. Beyond `seen` they are 0.
template <class T>
T softmax(T* scores, std::int64_t seen, std::int64_t width)
{
    const T most = *std::max_element(scores, scores + seen);
    T sum = 0;
    for (std::int64_t j = 0; j < seen; ++j) {
        scores[j] = std::exp(scores[j] - most);
        sum += scores[j];
    }
    for (std::int64_t j = 0; j < seen; ++j)
        scores[j] /= sum;
    std::fill(scores + seen, scores + width, T {0});
    return most + std::log(sum);
}

/// A buffer of a block of rows by the whole sequence.
template <class T>
std::vector<T> blockOf(const AttentionShape& shape)
{
    const std::int64_t rows = std::min(kAttentionRows, shape.sequence);
    return std::vector<T>(static_cast<std::size_t>(rows * shape.sequence));
}

template <class T>
void headForward(const AttentionShape& shape, const HeadView<const T>& head, Matrix<T> output,
    T* logSums, std::vector<T>& buffer)
{
    for (std::int64_t begin = 0; begin < shape.sequence; begin += kAttentionRows) {
        const std::int64_t rows = std::min(kAttentionRows, shape.sequence - begin);
        const std::int64_t seen = begin + rows;
        const Matrix<T> weights(buffer.data(), rows, seen);
        multiplyByTransposed(weights, rowsOf(head.query, begin, rows), rowsOf(head.key, 0, seen),
            Sum::Replace, scale<T>(shape));
        for (std::int64_t i = 0; i < rows; ++i)
            logSums[(begin + i) * shape.heads] = softmax(weights.row(i), begin + i + 1, seen);
        multiply(rowsOf(output, begin, rows), readOnly(weights), rowsOf(head.value, 0, seen));
    }
}

template <class T>
struct BackwardBuffers
{
    std::vector<T> weights;
    std::vector<T> gradients;
};

template <class T>
void headBackward(const AttentionShape& shape, const HeadView<const T>& head,
    Matrix<const T> output, const T* logSums, Matrix<const T> outputGrad, const HeadView<T>& grad,
    BackwardBuffers<T>& buffers)
{
    for (std::int64_t begin = 0; begin < shape.sequence; begin += kAttentionRows) {
        const std::int64_t rows = std::min(kAttentionRows, shape.sequence - begin);
        const std::int64_t seen = begin + rows;
        const Matrix<const T> query = rowsOf(head.query, begin, rows);
        const Matrix<const T> key = rowsOf(head.key, 0, seen);
        const Matrix<const T> dOut = rowsOf(outputGrad, begin, rows);
        const Matrix<T> p(buffers.weights.data(), rows, seen);
        const Matrix<T> ds(buffers.gradients.data(), rows, seen);
        multiplyByTransposed(p, query, key, Sum::Replace, scale<T>(shape));
        multiplyByTransposed(ds, dOut, rowsOf(head.value, 0, seen));
        for (std::int64_t i = 0; i < rows; ++i) {
            const T logSum = logSums[(begin + i) * shape.heads];
            const T* const o = output.row(begin + i);
            const T common = std::inner_product(o, o + shape.headDim, dOut.row(i), T {0});
            for (std::int64_t j = 0; j < seen; ++j) {
                const T weight = j > begin + i ? T {0} : std::exp(p.row(i)[j] - logSum);
                p.row(i)[j] = weight;
                ds.row(i)[j] = weight * (ds.row(i)[j] - common) * scale<T>(shape);
            }
        }
        addTransposedProduct(rowsOf(grad.value, 0, seen), readOnly(p), dOut);
        addTransposedProduct(rowsOf(grad.key, 0, seen), readOnly(ds), query);
        multiply(rowsOf(grad.query, begin, rows), readOnly(ds), key);
    }
}

} // namespace

template <class T>
void attentionForward(const AttentionShape& shape, const T* qkv, T* output, T* logSums)
{
    const SerialProducts serial;
    parallelFor(shape.samples * shape.heads, 1, [&](auto begin, auto end) {
        std::vector<T> buffer = blockOf<T>(shape);
        for (std::int64_t index = begin; index < end; ++index) {
            const std::int64_t sample = index / shape.heads;
            const std::int64_t head = index % shape.heads;
            headForward(shape, HeadView<const T>(shape, qkv, sample, head),
                headOf(shape, output, sample, head),
                logSums + sample * shape.sequence * shape.heads + head, buffer);
        }
    });
}

template <class T>
void attentionBackward(const AttentionShape& shape, const T* qkv, const T* output, const T* logSums,
    const T* outputGrad, T* qkvGrad)
{
    const SerialProducts serial;
    const std::int64_t tokens = shape.samples * shape.sequence;
    std::fill_n(qkvGrad, tokens * shape.width(), T {0});
    // Heads that share keys add to the same gradient, one after the other.
    const std::int64_t group = shape.heads / shape.kvHeads;
    parallelFor(shape.samples * shape.kvHeads, 1, [&](auto begin, auto end) {
        BackwardBuffers<T> buffers {blockOf<T>(shape), blockOf<T>(shape)};
        for (std::int64_t index = begin * group; index < end * group; ++index) {
            const std::int64_t sample = index / shape.heads;
            const std::int64_t head = index % shape.heads;
            headBackward(shape, HeadView<const T>(shape, qkv, sample, head),
                headOf(shape, output, sample, head),
                logSums + sample * shape.sequence * shape.heads + head,
                headOf(shape, outputGrad, sample, head), HeadView<T>(shape, qkvGrad, sample, head),
                buffers);
        }
    });
}

template <class T>
void rotate(const AttentionShape& shape, const T* table, T* qkv, bool backward)
{
    const std::int64_t turned = shape.heads + shape.kvHeads;
    parallelFor(shape.samples * shape.sequence, kAttentionRows, [&](auto begin, auto end) {
        for (std::int64_t token = begin; token < end; ++token) {
            const T* const angles = table + token % shape.sequence * shape.headDim;
            for (std::int64_t head = 0; head < turned; ++head) {
                T* const x = qkv + token * shape.width() + head * shape.headDim;
                for (std::int64_t i = 0; i + 1 < shape.headDim; i += 2) {
                    const T cosine = angles[i];
                    const T sine = backward ? -angles[i + 1] : angles[i + 1];
                    const T first = x[i];
                    x[i] = first * cosine - x[i + 1] * sine;
                    x[i + 1] = first * sine + x[i + 1] * cosine;
                }
            }
        }
    });
}

template <class T>
void rotaryTable(const AttentionShape& shape, T* table)
{
    constexpr double kBase = 10'000;
    for (std::int64_t position = 0; position < shape.sequence; ++position) {
        for (std::int64_t i = 0; i + 1 < shape.headDim; i += 2) {
            const double share = static_cast<double>(i) / static_cast<double>(shape.headDim);
            const double angle = static_cast<double>(position) * std::pow(kBase, -share);
            table[position * shape.headDim + i] = static_cast<T>(std::cos(angle));
            table[position * shape.headDim + i + 1] = static_cast<T>(std::sin(angle));
        }
    }
}

template void attentionForward(const AttentionShape&, const float*, float*, float*);
template void attentionForward(const AttentionShape&, const double*, double*, double*);
template void attentionBackward(
    const AttentionShape&, const float*, const float*, const float*, const float*, float*);
template void attentionBackward(
    const AttentionShape&, const double*, const double*, const double*, const double*, double*);
template void rotate(const AttentionShape&, const float*, float*, bool);
template void rotate(const AttentionShape&, const double*, double*, bool);
template void rotaryTable(const AttentionShape&, float*);
template void rotaryTable(const AttentionShape&, double*);

} // namespace pipegantt::reference
