// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/cuda/kernels/attentionshape.h"

namespace pipegantt::cuda {

// Attention without tensor cores, for 32 bits and for heads that are too wide for their tiles: a
// warp takes one row, its threads 32 keys or queries at once for the scores and then the elements
// of a head for the sums. Not meant to be fast.

inline constexpr int kWidestHead = 256;
inline constexpr int kPlainThreads = 128;
inline constexpr int kPlainWarps = kPlainThreads / kWarp;
/// Elements of a head that one thread sums.
inline constexpr int kHeadParts = kWidestHead / kWarp;

/// A row in shared memory, in 32 bits.
template <class T, class Block>
PIPEGANTT_DEVICE void keepRow(Block& block, float* to, const T* from, int width)
{
    for (int i = laneOf(block); i < width; i += kWarp)
        to[i] = toFloat(from[i]);
}

template <class T>
PIPEGANTT_DEVICE float dot(const float* a, const T* b, int width)
{
    float sum = 0;
    for (int i = 0; i < width; i += Vector<T>::kSize) {
        const Vector<T> v = load<T>(b + i);
        for (int j = 0; j < Vector<T>::kSize; ++j)
            sum += a[i + j] * v[j];
    }
    return sum;
}

/// sums += factor · row, the elements of the row spread over the warp.
template <class T, class Block>
PIPEGANTT_DEVICE void addRow(
    Block& block, float (&sums)[kHeadParts], float factor, const T* row, int width)
{
    for (int part = 0; part < kHeadParts; ++part) {
        const int i = laneOf(block) + part * kWarp;
        if (i < width)
            sums[part] += factor * toFloat(row[i]);
    }
}

template <class T, class Block>
PIPEGANTT_DEVICE void storeRow(
    Block& block, const float (&sums)[kHeadParts], float factor, T* to, int width)
{
    for (int part = 0; part < kHeadParts; ++part) {
        const int i = laneOf(block) + part * kWarp;
        if (i < width)
            to[i] = fromFloat<T>(sums[part] * factor);
    }
}

/// Which row a warp takes. Warps beyond the last take that one again and write nothing: all threads
/// of a block go the same way.
struct PlainRow
{
    int sample;
    int head;
    int row;
    bool own;
};

template <class Block>
PIPEGANTT_DEVICE PlainRow plainRow(Block& block, const AttentionShape& shape, int heads)
{
    const std::int64_t all = static_cast<std::int64_t>(shape.samples) * heads * shape.sequence;
    std::int64_t index = block.index() * kPlainWarps + warpOf(block);
    const bool own = index < all;
    if (!own)
        index = all - 1;
    const std::int64_t line = index / shape.sequence;
    return {static_cast<int>(line / heads), static_cast<int>(line % heads),
        static_cast<int>(index % shape.sequence), own};
}

constexpr Geometry plainGeometry(const AttentionShape& shape, int heads)
{
    const std::int64_t all = static_cast<std::int64_t>(shape.samples) * heads * shape.sequence;
    return {ceilDivide(all, kPlainWarps), kPlainThreads, 2 * kPlainWarps * kWidestHead * 4};
}

template <class T>
struct PlainAttentionForward
{
    static constexpr int kThreads = kPlainThreads;

    AttentionShape shape;
    const T* qkv = nullptr;
    T* output = nullptr;
    float* logSums = nullptr;

    [[nodiscard]] Geometry geometry() const { return plainGeometry(shape, shape.heads); }

    template <class Block>
    PIPEGANTT_DEVICE void operator()(Block& block) const
    {
        const PlainRow at = plainRow(block, shape, shape.heads);
        const int kvHead = shape.kvHeadOf(at.head);
        const std::int64_t stride = shape.width();
        const T* const keys = qkv + shape.headOffset(at.sample, shape.heads + kvHead);
        const T* const values = keys + shape.keyWidth();
        float* const query = block.template shared<float>() + warpOf(block) * kWidestHead;
        keepRow(block, query, qkv + shape.headOffset(at.sample, at.head) + at.row * stride,
            shape.headDim);
        block.syncWarp();
        float sums[kHeadParts] = {};
        float most = -INFINITY;
        float total = 0;
        for (int first = 0; first <= at.row; first += kWarp) {
            const int key = first + laneOf(block);
            const float score = key > at.row
                ? -INFINITY
                : dot(query, keys + key * stride, shape.headDim) * shape.scale();
            const float largest = warpMax(block, score > most ? score : most);
            const float shrink = std::exp(most - largest);
            const float weight = std::exp(score - largest);
            most = largest;
            total = total * shrink + weight;
            for (float& sum : sums)
                sum *= shrink;
            for (int other = 0; other < kWarp && first + other <= at.row; ++other) {
                addRow(block, sums, block.shuffle(weight, other), values + (first + other) * stride,
                    shape.headDim);
            }
        }
        total = warpSum(block, total);
        if (!at.own)
            return;
        storeRow(block, sums, 1 / total,
            output + shape.outputOffset(at.sample, at.head) + at.row * shape.queryWidth(),
            shape.headDim);
        if (laneOf(block) == 0) {
            logSums[shape.statisticsOffset(at.sample, at.head)
                + static_cast<std::int64_t>(at.row) * shape.heads] = most + std::log(total);
        }
    }
};

/// Leaves Σ do · o of each row in `products`.
template <class T>
struct PlainAttentionQueryGrad
{
    static constexpr int kThreads = kPlainThreads;

    AttentionShape shape;
    const T* qkv = nullptr;
    const T* output = nullptr;
    const T* outputGrad = nullptr;
    const float* logSums = nullptr;
    float* products = nullptr;
    T* qkvGrad = nullptr;

    [[nodiscard]] Geometry geometry() const { return plainGeometry(shape, shape.heads); }

    template <class Block>
    PIPEGANTT_DEVICE void operator()(Block& block) const
    {
        const PlainRow at = plainRow(block, shape, shape.heads);
        const int kvHead = shape.kvHeadOf(at.head);
        const std::int64_t stride = shape.width();
        const T* const keys = qkv + shape.headOffset(at.sample, shape.heads + kvHead);
        const T* const values = keys + shape.keyWidth();
        float* const query = block.template shared<float>() + warpOf(block) * 2 * kWidestHead;
        float* const grad = query + kWidestHead;
        const std::int64_t own = shape.headOffset(at.sample, at.head) + at.row * stride;
        const std::int64_t out =
            shape.outputOffset(at.sample, at.head) + at.row * shape.queryWidth();
        keepRow(block, query, qkv + own, shape.headDim);
        keepRow(block, grad, outputGrad + out, shape.headDim);
        block.syncWarp();
        float product = 0;
        for (int i = laneOf(block); i < shape.headDim; i += kWarp)
            product += grad[i] * toFloat(output[out + i]);
        product = warpSum(block, product);
        const std::int64_t statistics = shape.statisticsOffset(at.sample, at.head)
            + static_cast<std::int64_t>(at.row) * shape.heads;
        float sums[kHeadParts] = {};
        for (int first = 0; first <= at.row; first += kWarp) {
            const int key = first + laneOf(block);
            float slope = 0;
            if (key <= at.row) {
                const float score = dot(query, keys + key * stride, shape.headDim) * shape.scale();
                slope = std::exp(score - logSums[statistics])
                    * (dot(grad, values + key * stride, shape.headDim) - product);
            }
            for (int other = 0; other < kWarp && first + other <= at.row; ++other) {
                addRow(block, sums, block.shuffle(slope, other), keys + (first + other) * stride,
                    shape.headDim);
            }
        }
        if (!at.own)
            return;
        storeRow(block, sums, shape.scale(), qkvGrad + own, shape.headDim);
        if (laneOf(block) == 0)
            products[statistics] = product;
    }
};

template <class T>
struct PlainAttentionKeyGrad
{
    static constexpr int kThreads = kPlainThreads;

    AttentionShape shape;
    const T* qkv = nullptr;
    const T* outputGrad = nullptr;
    const float* logSums = nullptr;
    const float* products = nullptr;
    T* qkvGrad = nullptr;

    [[nodiscard]] Geometry geometry() const { return plainGeometry(shape, shape.kvHeads); }

    template <class Block>
    PIPEGANTT_DEVICE void operator()(Block& block) const
    {
        const PlainRow at = plainRow(block, shape, shape.kvHeads);
        const std::int64_t stride = shape.width();
        const std::int64_t keyAt =
            shape.headOffset(at.sample, shape.heads + at.head) + at.row * stride;
        const std::int64_t valueAt = keyAt + shape.keyWidth();
        float* const key = block.template shared<float>() + warpOf(block) * 2 * kWidestHead;
        float* const value = key + kWidestHead;
        keepRow(block, key, qkv + keyAt, shape.headDim);
        keepRow(block, value, qkv + valueAt, shape.headDim);
        block.syncWarp();
        float keySums[kHeadParts] = {};
        float valueSums[kHeadParts] = {};
        const int group = shape.heads / shape.kvHeads;
        for (int head = at.head * group; head < (at.head + 1) * group; ++head) {
            const T* const queries = qkv + shape.headOffset(at.sample, head);
            const T* const grads = outputGrad + shape.outputOffset(at.sample, head);
            const std::int64_t statistics = shape.statisticsOffset(at.sample, head);
            for (int first = at.row; first < shape.sequence; first += kWarp) {
                const int query = first + laneOf(block);
                float weight = 0;
                float slope = 0;
                if (query < shape.sequence) {
                    const std::int64_t row =
                        statistics + static_cast<std::int64_t>(query) * shape.heads;
                    const float score =
                        dot(key, queries + query * stride, shape.headDim) * shape.scale();
                    weight = std::exp(score - logSums[row]);
                    slope = weight
                        * (dot(value, grads + query * shape.queryWidth(), shape.headDim)
                            - products[row]);
                }
                const int count = shape.sequence - first < kWarp ? shape.sequence - first : kWarp;
                for (int other = 0; other < count; ++other) {
                    addRow(block, valueSums, block.shuffle(weight, other),
                        grads + (first + other) * shape.queryWidth(), shape.headDim);
                    addRow(block, keySums, block.shuffle(slope, other),
                        queries + (first + other) * stride, shape.headDim);
                }
            }
        }
        if (!at.own)
            return;
        storeRow(block, keySums, shape.scale(), qkvGrad + keyAt, shape.headDim);
        storeRow(block, valueSums, 1.F, qkvGrad + valueAt, shape.headDim);
    }
};

} // namespace pipegantt::cuda
