// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/cuda/kernels/norm.h"

namespace pipegantt::cuda {

/// Rows are summed in so many parts at most, which are then added in order: the same sum each time,
/// without atomic additions.
inline constexpr int kMostChunks = 64;

constexpr int chunksOf(std::int64_t rows)
{
    const std::int64_t chunks = ceilDivide(rows, kMostChunks);
    return static_cast<int>(chunks < kMostChunks ? chunks : kMostChunks);
}

/// Sums of the columns of dy, for biases, and those of dy · x̂, for the weights of a norm: a part
/// for each chunk of rows. Where `x` is null the first alone.
template <class T>
struct ColumnSums
{
    static constexpr int kThreads = 256;
    static constexpr int kRowLanes = kThreads / kWarp;

    std::int64_t rows = 0;
    Rows<const T> dy;
    Rows<const T> x;
    const float* mean = nullptr;
    const float* inverseDeviation = nullptr;
    float* sums = nullptr; ///< chunks × width; null where they are not asked for
    float* products = nullptr; ///< likewise

    [[nodiscard]] Geometry geometry() const
    {
        return {strips() * chunksOf(rows), kThreads, kThreads * Vector<T>::kSize * 4};
    }

    [[nodiscard]] PIPEGANTT_DEVICE std::int64_t deviceStrips() const
    {
        return (dy.width + kWarp * Vector<T>::kSize - 1) / (kWarp * Vector<T>::kSize);
    }

    template <class Block>
    PIPEGANTT_DEVICE void operator()(Block& block) const
    {
        constexpr int kSize = Vector<T>::kSize;
        const std::int64_t chunks = block.blocks() / deviceStrips();
        const std::int64_t chunk = block.index() / deviceStrips();
        const std::int64_t strip = block.index() % deviceStrips();
        const std::int64_t column = (strip * kWarp + laneOf(block)) * kSize;
        const std::int64_t perChunk = (rows + chunks - 1) / chunks;
        const std::int64_t begin = chunk * perChunk;
        const std::int64_t end = begin + perChunk < rows ? begin + perChunk : rows;
        float sum[kSize] = {};
        float product[kSize] = {};
        for (std::int64_t row = begin + warpOf(block); column < dy.width && row < end;
             row += kRowLanes) {
            const Vector<T> d = load<T>(dy.at(row) + column);
            for (int j = 0; j < kSize; ++j)
                sum[j] += d[j];
            if (x.data == nullptr)
                continue;
            const Vector<T> v = load<T>(x.at(row) + column);
            const float middle = mean == nullptr ? 0.F : mean[row];
            const float inverse = inverseDeviation[row];
            for (int j = 0; j < kSize; ++j)
                product[j] += d[j] * (v[j] - middle) * inverse;
        }
        if (sums != nullptr)
            fold(block, sum, sums + chunk * dy.width + column, column);
        if (products != nullptr)
            fold(block, product, products + chunk * dy.width + column, column);
    }

private:
    [[nodiscard]] std::int64_t strips() const
    {
        return ceilDivide(dy.width, kWarp * Vector<T>::kSize);
    }

    /// Adds what the warps have of the same columns.
    template <class Block>
    PIPEGANTT_DEVICE void fold(
        Block& block, const float (&part)[Vector<T>::kSize], float* to, std::int64_t column) const
    {
        constexpr int kSize = Vector<T>::kSize;
        float* const shared = block.template shared<float>();
        block.sync();
        for (int j = 0; j < kSize; ++j)
            shared[j * kThreads + block.thread()] = part[j];
        block.sync();
        if (warpOf(block) != 0 || column >= dy.width)
            return;
        for (int j = 0; j < kSize; ++j) {
            float total = 0;
            for (int lane = 0; lane < kRowLanes; ++lane)
                total += shared[j * kThreads + lane * kWarp + block.thread()];
            to[j] = total;
        }
    }
};

/// Adds the parts of all chunks to a gradient.
struct FoldChunks
{
    static constexpr int kThreads = 128;

    std::int64_t width = 0;
    int chunks = 0;
    const float* parts = nullptr;
    float* gradient = nullptr;

    [[nodiscard]] Geometry geometry() const { return {ceilDivide(width, kThreads), kThreads, 0}; }

    template <class Block>
    PIPEGANTT_DEVICE void operator()(Block& block) const
    {
        const std::int64_t column = block.index() * kThreads + block.thread();
        if (column >= width)
            return;
        float total = 0;
        for (int chunk = 0; chunk < chunks; ++chunk)
            total += parts[chunk * width + column];
        gradient[column] += total;
    }
};

} // namespace pipegantt::cuda
