// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/cuda/kernels/attentionshape.h"
#include "gpu/cuda/kernels/tile.h"

namespace pipegantt::cuda {

/// The gradients of keys and values: dv = pᵀ do, dk = dsᵀ q / √headDim. A block has 64 keys of one
/// head and goes through the queries that see them, of all heads that share these keys. Scores are
/// made transposed, keys by queries: what comes out is then the left operand of the next product,
/// and nothing but tiles of queries passes through shared memory.
template <int kDim>
struct AttentionKeyGrad
{
    static constexpr int kThreads = 128;
    static constexpr int kQueries = 64;
    static constexpr int kKeys = 64;
    static constexpr int kQueryTiles = kQueries / 8;

    AttentionShape shape;
    const Bfloat16* qkv = nullptr;
    const Bfloat16* outputGrad = nullptr;
    const float* logSums = nullptr;
    const float* products = nullptr; ///< Σ do · o of each row
    Bfloat16* qkvGrad = nullptr;

    [[nodiscard]] Geometry geometry() const
    {
        const std::int64_t tiles = ceilDivide(shape.sequence, kKeys);
        return {tiles * shape.kvHeads * shape.samples, kThreads,
            (2 * kKeys + 4 * kQueries) * kDim * 2 + 4 * kQueries * 4};
    }

    template <class Block>
    PIPEGANTT_DEVICE void operator()(Block& block) const
    {
        // The first keys are seen by most queries and come first.
        const int lines = shape.kvHeads * shape.samples;
        const int line = static_cast<int>(block.index() % lines);
        const int first = static_cast<int>(block.index() / lines) * kKeys;
        const int sample = line / shape.kvHeads;
        const int kvHead = line % shape.kvHeads;

        Bfloat16* const shared = block.template shared<Bfloat16>();
        const Tile<kDim> keys {shared};
        const Tile<kDim> values {shared + kKeys * kDim};
        const auto source = [&](int which) {
            return TileSource {qkv + shape.headOffset(sample, which), shape.width(), shape.sequence,
                shape.headDim};
        };
        copyTile<kKeys>(block, keys, source(shape.heads + kvHead), first);
        copyTile<kKeys>(block, values, source(shape.heads + shape.kvHeads + kvHead), first);

        const int group = shape.heads / shape.kvHeads;
        const int firstTile = first / kQueries;
        const int tiles = (shape.sequence + kQueries - 1) / kQueries - firstTile;
        startTile(block, sample, kvHead * group, firstTile * kQueries, 0);
        SumFragment keySums[kDim / 8] = {};
        SumFragment valueSums[kDim / 8] = {};
        for (int i = 0; i < group * tiles; ++i) {
            block.waitForCopies();
            block.sync(); // the tile is there, and none reads the one before it
            if (i + 1 < group * tiles) {
                startTile(block, sample, kvHead * group + (i + 1) / tiles,
                    (firstTile + (i + 1) % tiles) * kQueries, (i + 1) % 2);
            }
            addTile(block, keys, values, first, (firstTile + i % tiles) * kQueries, i % 2, keySums,
                valueSums);
        }
        const int row = first + warpOf(block) * 16;
        const float scale[2] = {shape.scale(), shape.scale()};
        const float one[2] = {1, 1};
        storeSums<kDim>(block, keySums, scale,
            qkvGrad + shape.headOffset(sample, shape.heads + kvHead), shape.width(), row,
            shape.sequence, shape.headDim);
        storeSums<kDim>(block, valueSums, one,
            qkvGrad + shape.headOffset(sample, shape.heads + shape.kvHeads + kvHead), shape.width(),
            row, shape.sequence, shape.headDim);
    }

private:
    template <class Block>
    PIPEGANTT_DEVICE Tile<kDim> queriesAt(Block& block, int stage) const
    {
        return {block.template shared<Bfloat16>() + (2 * kKeys + 2 * stage * kQueries) * kDim};
    }

    template <class Block>
    PIPEGANTT_DEVICE Tile<kDim> gradsAt(Block& block, int stage) const
    {
        return {
            block.template shared<Bfloat16>() + (2 * kKeys + (2 * stage + 1) * kQueries) * kDim};
    }

    /// Logarithms of sums, then Σ do · o, of a tile's queries.
    template <class Block>
    PIPEGANTT_DEVICE float* statisticsAt(Block& block, int stage) const
    {
        return reinterpret_cast<float*>(
                   block.template shared<Bfloat16>() + (2 * kKeys + 4 * kQueries) * kDim)
            + stage * 2 * kQueries;
    }

    template <class Block>
    PIPEGANTT_DEVICE void startTile(
        Block& block, int sample, int head, int firstQuery, int stage) const
    {
        static_assert(kThreads == 2 * kQueries);
        copyTile<kQueries>(block, queriesAt(block, stage),
            TileSource {
                qkv + shape.headOffset(sample, head), shape.width(), shape.sequence, shape.headDim},
            firstQuery);
        copyTile<kQueries>(block, gradsAt(block, stage),
            TileSource {outputGrad + shape.outputOffset(sample, head), shape.queryWidth(),
                shape.sequence, shape.headDim},
            firstQuery);
        const int query = firstQuery + block.thread() % kQueries;
        const float* const from = block.thread() < kQueries ? logSums : products;
        const bool valid = query < shape.sequence;
        const std::int64_t at = shape.statisticsOffset(sample, head)
            + static_cast<std::int64_t>(valid ? query : 0) * shape.heads;
        block.template copyAsync<4>(statisticsAt(block, stage) + block.thread(), from + at, valid);
    }

    template <class Block>
    PIPEGANTT_DEVICE void addTile(Block& block, Tile<kDim> keys, Tile<kDim> values, int first,
        int firstQuery, int stage, SumFragment (&keySums)[kDim / 8],
        SumFragment (&valueSums)[kDim / 8]) const
    {
        const int row = warpOf(block) * 16;
        const Tile<kDim> queries = queriesAt(block, stage);
        const Tile<kDim> grads = gradsAt(block, stage);
        SumFragment weights[kQueryTiles] = {};
        SumFragment slopes[kQueryTiles] = {};
        multiplyTransposed(block, keys, queries, row, weights);
        multiplyTransposed(block, values, grads, row, slopes);
        differentiate(block, weights, slopes, first + row, firstQuery, statisticsAt(block, stage));
        PIPEGANTT_UNROLL
        for (int step = 0; step < kQueries / 16; ++step) {
            const LeftFragment p = asLeft(&weights[step * 2]);
            const LeftFragment ds = asLeft(&slopes[step * 2]);
            PIPEGANTT_UNROLL
            for (int pair = 0; pair < kDim / 16; ++pair) {
                multiplyAdd(
                    block, &valueSums[pair * 2], p, loadRight(block, grads, step * 16, pair));
                multiplyAdd(
                    block, &keySums[pair * 2], ds, loadRight(block, queries, step * 16, pair));
            }
        }
    }

    template <class Block>
    PIPEGANTT_DEVICE void multiplyTransposed(Block& block, Tile<kDim> left, Tile<kDim> right,
        int row, SumFragment (&results)[kQueryTiles]) const
    {
        PIPEGANTT_UNROLL
        for (int step = 0; step < kDim / 16; ++step) {
            const LeftFragment a = loadLeft(block, left, row, step);
            PIPEGANTT_UNROLL
            for (int n = 0; n < kQueryTiles; n += 2)
                multiplyAdd(block, &results[n], a, loadRightTransposed(block, right, n * 8, step));
        }
    }

    /// Scores become weights, v doᵀ becomes ds. Queries beyond the sequence are zeros, and so is
    /// what they add.
    template <class Block>
    PIPEGANTT_DEVICE void differentiate(Block& block, SumFragment (&weights)[kQueryTiles],
        SumFragment (&slopes)[kQueryTiles], int key, int firstQuery, const float* statistics) const
    {
        const int lane = laneOf(block);
        const float scale = shape.scale() * kLog2E;
        PIPEGANTT_UNROLL
        for (int n = 0; n < kQueryTiles; ++n) {
            PIPEGANTT_UNROLL
            for (int i = 0; i < 4; ++i) {
                const int query = n * 8 + columnOf(lane, i);
                const bool seen = key + rowOf(lane, i) <= firstQuery + query;
                const float p = block.exp2(weights[n].at[i] * scale - statistics[query] * kLog2E);
                weights[n].at[i] = seen ? p : 0.F;
                slopes[n].at[i] = seen ? p * (slopes[n].at[i] - statistics[kQueries + query]) : 0.F;
            }
        }
    }
};

} // namespace pipegantt::cuda
