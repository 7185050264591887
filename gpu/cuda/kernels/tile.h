// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/cuda/kernels/element.h"

namespace pipegantt::cuda {

// Products on tensor cores: a warp multiplies 16 × 16 by 16 × 8 numbers. Its threads hold parts of
// the operands as the instruction mma.m16n8k16 wants them (PTX ISA, "Matrix Fragments for
// mma.m16n8k16"): thread t has, of the result, rows t / 4 and t / 4 + 8 and columns t % 4 · 2 and
// the next.
//
// A block offers, beside what block.h names:
//   loadMatrices(registers, row, transposed)   ldmatrix.x4: row is the lane's of 8 × 4 rows
//   multiplyAdd(sum, a, b0, b1)                mma.m16n8k16
//   copyAsync<bytes>(to, from, valid)          cp.async, zeros where not valid
//   waitForCopies()                            all of this thread's
//   exp2(x)

/// The left operand: 16 × 16.
struct LeftFragment
{
    std::uint32_t at[4];
};

/// Two right operands side by side: 16 × 8 each.
struct RightFragments
{
    std::uint32_t at[4];
};

/// 16 × 8 sums.
struct SumFragment
{
    float at[4];
};

/// Rows of kDim elements in shared memory. Pieces of 16 bytes are swapped within a row, another way
/// in each of eight rows, so that eight rows of one column of pieces lie in different banks.
template <int kDim>
struct Tile
{
    static constexpr int kPieces = kDim / 8;

    Bfloat16* data;

    PIPEGANTT_DEVICE Bfloat16* at(int row, int piece) const
    {
        return data + row * kDim + (piece ^ (row & 7)) * 8;
    }
};

/// Rows of a matrix in memory, of which `width` elements count; the others are zero.
struct TileSource
{
    const Bfloat16* data; ///< row 0
    std::int64_t stride;
    int rows;
    int width;
};

/// Starts to copy rows `first` to `first + kRows`; those beyond the source become zero.
template <int kRows, int kDim, class Block>
PIPEGANTT_DEVICE void copyTile(Block& block, Tile<kDim> tile, const TileSource& source, int first)
{
    constexpr int kPieces = Tile<kDim>::kPieces;
    for (int i = block.thread(); i < kRows * kPieces; i += block.threads()) {
        const int row = i / kPieces;
        const int piece = i % kPieces;
        const bool valid = first + row < source.rows && piece * 8 < source.width;
        const Bfloat16* const from =
            valid ? source.data + (first + row) * source.stride + piece * 8 : source.data;
        block.template copyAsync<16>(tile.at(row, piece), from, valid);
    }
}

/// Rows `row` to `row + 16`, columns `step · 16` to 16 more.
template <int kDim, class Block>
PIPEGANTT_DEVICE LeftFragment loadLeft(Block& block, Tile<kDim> tile, int row, int step)
{
    const int lane = laneOf(block);
    LeftFragment a;
    block.loadMatrices(
        a.at, tile.at(row + lane / 8 % 2 * 8 + lane % 8, step * 2 + lane / 16), false);
    return a;
}

/// For a product with the transposed tile: its rows `row` to `row + 16` become two times 8 columns,
/// its columns `step · 16` to 16 more are summed over.
template <int kDim, class Block>
PIPEGANTT_DEVICE RightFragments loadRightTransposed(
    Block& block, Tile<kDim> tile, int row, int step)
{
    const int lane = laneOf(block);
    RightFragments b;
    block.loadMatrices(
        b.at, tile.at(row + lane / 16 * 8 + lane % 8, step * 2 + lane / 8 % 2), false);
    return b;
}

/// For a product with the tile as it is: rows `row` to `row + 16` are summed over, columns
/// `pair · 16` to 16 more are two times 8 columns.
template <int kDim, class Block>
PIPEGANTT_DEVICE RightFragments loadRight(Block& block, Tile<kDim> tile, int row, int pair)
{
    const int lane = laneOf(block);
    RightFragments b;
    block.loadMatrices(
        b.at, tile.at(row + lane / 8 % 2 * 8 + lane % 8, pair * 2 + lane / 16), true);
    return b;
}

/// Adds a · b to two sums side by side.
template <class Block>
PIPEGANTT_DEVICE void multiplyAdd(
    Block& block, SumFragment* sums, const LeftFragment& a, const RightFragments& b)
{
    block.multiplyAdd(sums[0].at, a.at, b.at[0], b.at[1]);
    block.multiplyAdd(sums[1].at, a.at, b.at[2], b.at[3]);
}

/// Two sums side by side as a left operand: the layouts agree.
PIPEGANTT_DEVICE LeftFragment asLeft(const SumFragment* sums)
{
    return {{packed(sums[0].at[0], sums[0].at[1]), packed(sums[0].at[2], sums[0].at[3]),
        packed(sums[1].at[0], sums[1].at[1]), packed(sums[1].at[2], sums[1].at[3])}};
}

/// Where the numbers of a sum stand: `i` of 0 to 4.
PIPEGANTT_DEVICE int rowOf(int lane, int i)
{
    return lane / 4 + i / 2 * 8;
}

PIPEGANTT_DEVICE int columnOf(int lane, int i)
{
    return lane % 4 * 2 + i % 2;
}

/// Sums of 16 rows, kDim / 8 side by side, times `factor[0]` for the upper eight rows and
/// `factor[1]` for the lower, to rows from `first` on. What is beyond the target's rows or width
/// stays away.
template <int kDim, class Block>
PIPEGANTT_DEVICE void storeSums(Block& block, const SumFragment* sums, const float (&factor)[2],
    Bfloat16* to, std::int64_t stride, int first, int rows, int width)
{
    const int lane = laneOf(block);
    for (int half = 0; half < 2; ++half) {
        const int row = first + rowOf(lane, half * 2);
        if (row >= rows)
            continue;
        Bfloat16* const out = to + row * stride;
        PIPEGANTT_UNROLL
        for (int n = 0; n < kDim / 8; ++n) {
            const int column = n * 8 + columnOf(lane, 0);
            if (column >= width)
                continue;
            storePair(out + column, sums[n].at[half * 2] * factor[half],
                sums[n].at[half * 2 + 1] * factor[half]);
        }
    }
}

} // namespace pipegantt::cuda
