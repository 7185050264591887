// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/cuda/kernels/attentionshape.h"
#include "gpu/cuda/kernels/tile.h"

namespace pipegantt::cuda {

/// The gradient of queries: dq = ds k / √headDim with ds = p (do vᵀ − Σ do · o), where p are the
/// weights again, from scores and `logSums`. A block has 64 queries of one head. It leaves Σ do · o
/// of each row in `products` for the gradients of keys and values, which another kernel makes:
/// seven products in all where one kernel could do with five, but no atomic additions, no buffer of
/// 32-bit gradients, and the same bits each time.
template <int kDim>
struct AttentionQueryGrad
{
    static constexpr int kThreads = 128;
    static constexpr int kQueries = 64;
    static constexpr int kKeys = 64;
    static constexpr int kKeyTiles = kKeys / 8;

    AttentionShape shape;
    const Bfloat16* qkv = nullptr;
    const Bfloat16* output = nullptr;
    const Bfloat16* outputGrad = nullptr;
    const float* logSums = nullptr;
    float* products = nullptr;
    Bfloat16* qkvGrad = nullptr;

    [[nodiscard]] Geometry geometry() const
    {
        const std::int64_t tiles = ceilDivide(shape.sequence, kQueries);
        return {tiles * shape.heads * shape.samples, kThreads,
            (2 * kQueries + 4 * kKeys) * kDim * 2 + kQueries * 4};
    }

    template <class Block>
    PIPEGANTT_DEVICE void operator()(Block& block) const
    {
        const int tiles = (shape.sequence + kQueries - 1) / kQueries;
        const int lines = shape.heads * shape.samples;
        const int line = static_cast<int>(block.index() % lines);
        const int first = (tiles - 1 - static_cast<int>(block.index() / lines)) * kQueries;
        const int sample = line / shape.heads;
        const int head = line % shape.heads;
        const int kvHead = shape.kvHeadOf(head);

        Bfloat16* const shared = block.template shared<Bfloat16>();
        const Tile<kDim> queries {shared};
        const Tile<kDim> grads {shared + kQueries * kDim};
        const auto keysAt = [&](int stage) {
            return Tile<kDim> {shared + (2 * kQueries + 2 * stage * kKeys) * kDim};
        };
        const auto valuesAt = [&](int stage) {
            return Tile<kDim> {shared + (2 * kQueries + (2 * stage + 1) * kKeys) * kDim};
        };
        const auto source = [&](int which) {
            return TileSource {qkv + shape.headOffset(sample, which), shape.width(), shape.sequence,
                shape.headDim};
        };
        const TileSource keySource = source(shape.heads + kvHead);
        const TileSource valueSource = source(shape.heads + shape.kvHeads + kvHead);
        const std::int64_t outputOffset = shape.outputOffset(sample, head);
        copyTile<kQueries>(block, queries, source(head), first);
        copyTile<kQueries>(block, grads,
            TileSource {
                outputGrad + outputOffset, shape.queryWidth(), shape.sequence, shape.headDim},
            first);
        copyTile<kKeys>(block, keysAt(0), keySource, 0);
        copyTile<kKeys>(block, valuesAt(0), valueSource, 0);

        auto* const rowProducts =
            reinterpret_cast<float*>(shared + (2 * kQueries + 4 * kKeys) * kDim);
        multiplyRows(block, sample, head, first, rowProducts);
        block.sync();
        const int row = warpOf(block) * 16;
        float product[2];
        float logSum[2];
        for (int half = 0; half < 2; ++half) {
            const int own = row + rowOf(laneOf(block), half * 2);
            product[half] = rowProducts[own];
            logSum[half] = first + own >= shape.sequence
                ? 0.F
                : logSums[shape.statisticsOffset(sample, head)
                    + static_cast<std::int64_t>(first + own) * shape.heads];
        }

        SumFragment sums[kDim / 8] = {};
        const int last = first + kQueries < shape.sequence ? first + kQueries : shape.sequence;
        const int keyTiles = (last + kKeys - 1) / kKeys;
        for (int tile = 0; tile < keyTiles; ++tile) {
            block.waitForCopies();
            block.sync(); // the tile is there, and none reads the one before it
            if (tile + 1 < keyTiles) {
                copyTile<kKeys>(block, keysAt((tile + 1) % 2), keySource, (tile + 1) * kKeys);
                copyTile<kKeys>(block, valuesAt((tile + 1) % 2), valueSource, (tile + 1) * kKeys);
            }
            const Tile<kDim> keys = keysAt(tile % 2);
            SumFragment scores[kKeyTiles] = {};
            SumFragment slopes[kKeyTiles] = {};
            multiplyTransposed(block, queries, keys, row, scores);
            multiplyTransposed(block, grads, valuesAt(tile % 2), row, slopes);
            differentiate(block, scores, slopes, first + row, tile * kKeys, logSum, product);
            PIPEGANTT_UNROLL
            for (int step = 0; step < kKeys / 16; ++step) {
                const LeftFragment a = asLeft(&slopes[step * 2]);
                PIPEGANTT_UNROLL
                for (int pair = 0; pair < kDim / 16; ++pair) {
                    multiplyAdd(block, &sums[pair * 2], a, loadRight(block, keys, step * 16, pair));
                }
            }
        }
        const float scale[2] = {shape.scale(), shape.scale()};
        storeSums<kDim>(block, sums, scale, qkvGrad + shape.headOffset(sample, head), shape.width(),
            first + row, shape.sequence, shape.headDim);
    }

private:
    /// Σ do · o of each of the block's rows, by two threads a row.
    template <class Block>
    PIPEGANTT_DEVICE void multiplyRows(
        Block& block, int sample, int head, int first, float* rowProducts) const
    {
        static_assert(kThreads == 2 * kQueries);
        const int row = first + block.thread() / 2;
        float sum = 0;
        if (row < shape.sequence) {
            const std::int64_t offset = shape.outputOffset(sample, head) + row * shape.queryWidth();
            for (int i = block.thread() % 2 * 8; i < shape.headDim; i += 16) {
                const Vector<Bfloat16> o = load<Bfloat16>(output + offset + i);
                const Vector<Bfloat16> d = load<Bfloat16>(outputGrad + offset + i);
                for (int j = 0; j < 8; ++j)
                    sum += o[j] * d[j];
            }
        }
        sum += block.shuffleXor(sum, 1);
        if (block.thread() % 2 != 0)
            return;
        rowProducts[block.thread() / 2] = sum;
        if (row < shape.sequence) {
            products[shape.statisticsOffset(sample, head)
                + static_cast<std::int64_t>(row) * shape.heads] = sum;
        }
    }

    template <class Block>
    PIPEGANTT_DEVICE void multiplyTransposed(Block& block, Tile<kDim> left, Tile<kDim> right,
        int row, SumFragment (&results)[kKeyTiles]) const
    {
        PIPEGANTT_UNROLL
        for (int step = 0; step < kDim / 16; ++step) {
            const LeftFragment a = loadLeft(block, left, row, step);
            PIPEGANTT_UNROLL
            for (int n = 0; n < kKeyTiles; n += 2)
                multiplyAdd(block, &results[n], a, loadRightTransposed(block, right, n * 8, step));
        }
    }

    /// From scores and do vᵀ to ds, in the place of the latter.
    template <class Block>
    PIPEGANTT_DEVICE void differentiate(Block& block, const SumFragment (&scores)[kKeyTiles],
        SumFragment (&slopes)[kKeyTiles], int row, int firstKey, const float (&logSum)[2],
        const float (&product)[2]) const
    {
        const int lane = laneOf(block);
        const float scale = shape.scale() * kLog2E;
        PIPEGANTT_UNROLL
        for (int n = 0; n < kKeyTiles; ++n) {
            PIPEGANTT_UNROLL
            for (int i = 0; i < 4; ++i) {
                const int key = firstKey + n * 8 + columnOf(lane, i);
                const bool seen = key <= row + rowOf(lane, i) && key < shape.sequence;
                const float p = block.exp2(scores[n].at[i] * scale - logSum[i / 2] * kLog2E);
                slopes[n].at[i] = seen ? p * (slopes[n].at[i] - product[i / 2]) : 0.F;
            }
        }
    }
};

} // namespace pipegantt::cuda
