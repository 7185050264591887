// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/cuda/kernels/attentionshape.h"
#include "gpu/cuda/kernels/tile.h"

namespace pipegantt::cuda {

/// o = softmax(q kᵀ / √headDim) v without the matrix of scores (Dao, arXiv 2307.08691): a block
/// keeps 128 queries of one head and goes through keys and values by tiles of 64; sums so far are
/// scaled down when a larger score comes. The next tile is on its way while one is worked on. A
/// warp has 32 rows, so that what it loads of keys and values is used twice.
///
/// Heads of up to kDim elements; shorter ones are filled up with zeros.
template <int kDim>
struct AttentionForward
{
    static constexpr int kThreads = 128;
    static constexpr int kQueries = 128;
    static constexpr int kKeys = 64;
    static constexpr int kRowTiles = 2; ///< of 16 rows, in a warp
    static constexpr int kKeyTiles = kKeys / 8;

    AttentionShape shape;
    const Bfloat16* qkv = nullptr;
    Bfloat16* output = nullptr;
    float* logSums = nullptr;

    [[nodiscard]] Geometry geometry() const
    {
        const std::int64_t tiles = ceilDivide(shape.sequence, kQueries);
        return {tiles * shape.heads * shape.samples, kThreads, (kQueries + 4 * kKeys) * kDim * 2};
    }

    template <class Block>
    PIPEGANTT_DEVICE void operator()(Block& block) const
    {
        // Blocks with most keys come first, so that the last ones to end are short.
        const int tiles = (shape.sequence + kQueries - 1) / kQueries;
        const int lines = shape.heads * shape.samples;
        const int line = static_cast<int>(block.index() % lines);
        const int first = (tiles - 1 - static_cast<int>(block.index() / lines)) * kQueries;
        const int sample = line / shape.heads;
        const int head = line % shape.heads;
        const int kvHead = shape.kvHeadOf(head);

        Bfloat16* const shared = block.template shared<Bfloat16>();
        const Tile<kDim> queries {shared};
        const auto source = [&](int which) {
            return TileSource {qkv + shape.headOffset(sample, which), shape.width(), shape.sequence,
                shape.headDim};
        };
        const TileSource keySource = source(shape.heads + kvHead);
        const TileSource valueSource = source(shape.heads + shape.kvHeads + kvHead);
        const auto keysAt = [&](int stage) {
            return Tile<kDim> {shared + (kQueries + 2 * stage * kKeys) * kDim};
        };
        const auto valuesAt = [&](int stage) {
            return Tile<kDim> {shared + (kQueries + (2 * stage + 1) * kKeys) * kDim};
        };
        copyTile<kQueries>(block, queries, source(head), first);
        copyTile<kKeys>(block, keysAt(0), keySource, 0);
        copyTile<kKeys>(block, valuesAt(0), valueSource, 0);

        SumFragment sums[kRowTiles][kDim / 8] = {};
        float most[kRowTiles][2];
        float total[kRowTiles][2] = {};
        for (auto& rows : most)
            rows[0] = rows[1] = -INFINITY;
        const int last = first + kQueries < shape.sequence ? first + kQueries : shape.sequence;
        const int keyTiles = (last + kKeys - 1) / kKeys;
        for (int tile = 0; tile < keyTiles; ++tile) {
            block.waitForCopies();
            block.sync(); // the tile is there, and none reads the one before it
            if (tile + 1 < keyTiles) {
                copyTile<kKeys>(block, keysAt((tile + 1) % 2), keySource, (tile + 1) * kKeys);
                copyTile<kKeys>(block, valuesAt((tile + 1) % 2), valueSource, (tile + 1) * kKeys);
            }
            addTile(block, queries, keysAt(tile % 2), valuesAt(tile % 2), first, tile * kKeys, sums,
                most, total);
        }
        finish(block, sample, head, first, sums, most, total);
    }

private:
    template <class Block>
    PIPEGANTT_DEVICE void addTile(Block& block, Tile<kDim> queries, Tile<kDim> keys,
        Tile<kDim> values, int first, int firstKey, SumFragment (&sums)[kRowTiles][kDim / 8],
        float (&most)[kRowTiles][2], float (&total)[kRowTiles][2]) const
    {
        const int row = warpOf(block) * kRowTiles * 16;
        SumFragment scores[kRowTiles][kKeyTiles] = {};
        PIPEGANTT_UNROLL
        for (int step = 0; step < kDim / 16; ++step) {
            LeftFragment a[kRowTiles];
            PIPEGANTT_UNROLL
            for (int m = 0; m < kRowTiles; ++m)
                a[m] = loadLeft(block, queries, row + m * 16, step);
            PIPEGANTT_UNROLL
            for (int n = 0; n < kKeyTiles; n += 2) {
                const RightFragments b = loadRightTransposed(block, keys, n * 8, step);
                PIPEGANTT_UNROLL
                for (int m = 0; m < kRowTiles; ++m)
                    multiplyAdd(block, &scores[m][n], a[m], b);
            }
        }
        // Only tiles at the diagonal hold keys that come after a query.
        const bool whole = firstKey + kKeys - 1 <= first && firstKey + kKeys <= shape.sequence;
        PIPEGANTT_UNROLL
        for (int m = 0; m < kRowTiles; ++m) {
            if (!whole)
                mask(block, scores[m], first + row + m * 16, firstKey);
            weigh(block, scores[m], sums[m], most[m], total[m]);
        }
        PIPEGANTT_UNROLL
        for (int step = 0; step < kKeys / 16; ++step) {
            LeftFragment a[kRowTiles];
            PIPEGANTT_UNROLL
            for (int m = 0; m < kRowTiles; ++m)
                a[m] = asLeft(&scores[m][step * 2]);
            PIPEGANTT_UNROLL
            for (int pair = 0; pair < kDim / 16; ++pair) {
                const RightFragments b = loadRight(block, values, step * 16, pair);
                PIPEGANTT_UNROLL
                for (int m = 0; m < kRowTiles; ++m)
                    multiplyAdd(block, &sums[m][pair * 2], a[m], b);
            }
        }
    }

    template <class Block>
    PIPEGANTT_DEVICE void mask(
        Block& block, SumFragment (&scores)[kKeyTiles], int row, int firstKey) const
    {
        const int lane = laneOf(block);
        PIPEGANTT_UNROLL
        for (int n = 0; n < kKeyTiles; ++n) {
            PIPEGANTT_UNROLL
            for (int i = 0; i < 4; ++i) {
                const int key = firstKey + n * 8 + columnOf(lane, i);
                if (key > row + rowOf(lane, i) || key >= shape.sequence)
                    scores[n].at[i] = -INFINITY;
            }
        }
    }

    /// Scores become weights relative to the largest score so far, which sums and totals follow.
    /// Each row has a key in the first tile, so the largest is a number.
    template <class Block>
    PIPEGANTT_DEVICE void weigh(Block& block, SumFragment (&scores)[kKeyTiles],
        SumFragment (&sums)[kDim / 8], float (&most)[2], float (&total)[2]) const
    {
        const float scale = shape.scale() * kLog2E;
        PIPEGANTT_UNROLL
        for (int half = 0; half < 2; ++half) {
            float largest = most[half];
            PIPEGANTT_UNROLL
            for (int n = 0; n < kKeyTiles; ++n) {
                for (int i = half * 2; i < half * 2 + 2; ++i)
                    largest = scores[n].at[i] > largest ? scores[n].at[i] : largest;
            }
            // The four threads of a row.
            for (int other = 1; other <= 2; other *= 2) {
                const float theirs = block.shuffleXor(largest, other);
                largest = theirs > largest ? theirs : largest;
            }
            const float shrink = block.exp2((most[half] - largest) * scale);
            most[half] = largest;
            total[half] *= shrink;
            PIPEGANTT_UNROLL
            for (int n = 0; n < kKeyTiles; ++n) {
                PIPEGANTT_UNROLL
                for (int i = half * 2; i < half * 2 + 2; ++i) {
                    scores[n].at[i] = block.exp2((scores[n].at[i] - largest) * scale);
                    total[half] += scores[n].at[i];
                }
            }
            PIPEGANTT_UNROLL
            for (int n = 0; n < kDim / 8; ++n) {
                sums[n].at[half * 2] *= shrink;
                sums[n].at[half * 2 + 1] *= shrink;
            }
        }
    }

    template <class Block>
    PIPEGANTT_DEVICE void finish(Block& block, int sample, int head, int first,
        SumFragment (&sums)[kRowTiles][kDim / 8], float (&most)[kRowTiles][2],
        float (&total)[kRowTiles][2]) const
    {
        const int lane = laneOf(block);
        float* const logs = logSums + shape.statisticsOffset(sample, head);
        PIPEGANTT_UNROLL
        for (int m = 0; m < kRowTiles; ++m) {
            const int row = first + (warpOf(block) * kRowTiles + m) * 16;
            float factor[2];
            for (int half = 0; half < 2; ++half) {
                total[m][half] += block.shuffleXor(total[m][half], 1);
                total[m][half] += block.shuffleXor(total[m][half], 2);
                factor[half] = 1 / total[m][half];
                const int query = row + rowOf(lane, half * 2);
                if (lane % 4 == 0 && query < shape.sequence) {
                    logs[static_cast<std::int64_t>(query) * shape.heads] =
                        most[m][half] * shape.scale() + std::log(total[m][half]);
                }
            }
            storeSums<kDim>(block, sums[m], factor, output + shape.outputOffset(sample, head),
                shape.queryWidth(), row, shape.sequence, shape.headDim);
        }
    }
};

} // namespace pipegantt::cuda
