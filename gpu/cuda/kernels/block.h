// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

/// What runs on the device. A kernel's body is a template over its block of threads, so that a test
/// runs the same lines on the processor (tests/gpu/cuda/hostblock.h).
#if defined(__CUDACC__)
#define PIPEGANTT_DEVICE __device__ __forceinline__
#define PIPEGANTT_UNROLL _Pragma("unroll")
#else
#define PIPEGANTT_DEVICE inline
#define PIPEGANTT_UNROLL
#endif

namespace pipegantt::cuda {

/// Threads that go in step and can read each other's registers.
inline constexpr int kWarp = 32;

/// How a kernel is launched.
struct Geometry
{
    std::int64_t blocks = 0;
    int threads = 0;
    int sharedBytes = 0;
};

constexpr std::int64_t ceilDivide(std::int64_t a, std::int64_t b)
{
    return (a + b - 1) / b;
}

// A block offers thread(), threads(), index(), blocks(), sync(), syncWarp(), shuffleXor(value,
// mask), shuffle(value, lane), shared(), atomicAdd(to, value), and what tile.h names. All threads
// of a warp call the shuffles, all of the block sync().

template <class Block>
PIPEGANTT_DEVICE int laneOf(const Block& block)
{
    return block.thread() % kWarp;
}

template <class Block>
PIPEGANTT_DEVICE int warpOf(const Block& block)
{
    return block.thread() / kWarp;
}

template <class Block>
PIPEGANTT_DEVICE float warpSum(Block& block, float value)
{
    for (int mask = kWarp / 2; mask > 0; mask /= 2)
        value += block.shuffleXor(value, mask);
    return value;
}

template <class Block>
PIPEGANTT_DEVICE float warpMax(Block& block, float value)
{
    for (int mask = kWarp / 2; mask > 0; mask /= 2) {
        const float other = block.shuffleXor(value, mask);
        value = other > value ? other : value;
    }
    return value;
}

/// The same sum in every thread, in the same order each time. `shared` has room for one number of
/// each warp.
template <class Block>
// NOLINTNEXTLINE(readability-non-const-parameter): written, as an instance shows
PIPEGANTT_DEVICE float blockSum(Block& block, float value, float* shared)
{
    value = warpSum(block, value);
    const int warps = block.threads() / kWarp;
    if (warps == 1)
        return value;
    block.sync(); // a sum before this one may still be read
    if (laneOf(block) == 0)
        shared[warpOf(block)] = value;
    block.sync();
    float total = 0;
    for (int warp = 0; warp < warps; ++warp)
        total += shared[warp];
    return total;
}

template <class Block>
// NOLINTNEXTLINE(readability-non-const-parameter): written, as an instance shows
PIPEGANTT_DEVICE float blockMax(Block& block, float value, float* shared)
{
    value = warpMax(block, value);
    block.sync();
    if (laneOf(block) == 0)
        shared[warpOf(block)] = value;
    block.sync();
    float most = shared[0];
    for (int warp = 1; warp < block.threads() / kWarp; ++warp)
        most = shared[warp] > most ? shared[warp] : most;
    return most;
}

/// Threads for `items` of work a block, in whole warps.
constexpr int threadsFor(std::int64_t items, int most)
{
    const std::int64_t whole = ceilDivide(items, kWarp) * kWarp;
    return whole < kWarp ? kWarp : whole > most ? most : static_cast<int>(whole);
}

} // namespace pipegantt::cuda
