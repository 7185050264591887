// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/cuda/kernels/element.h"

#include <cmath>

namespace pipegantt::cuda {

/// SplitMix64 at a counter, as `reference::mixed` draws.
PIPEGANTT_DEVICE std::uint64_t drawnBits(std::uint64_t seed, std::uint64_t index)
{
    std::uint64_t z = seed * 0xd1342543de82ef95U + (index + 1) * 0x9e3779b97f4a7c15U;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
}

/// `count` numbers of `centre` plus or minus `spread`, those that gpu/reference draws from `first`
/// on, rounded. `copy`, where there is one, takes the rounded ones in 32 bits.
template <class T>
struct Draw
{
    static constexpr int kThreads = 256;

    std::int64_t count = 0;
    std::uint64_t seed = 0;
    std::int64_t first = 0;
    double centre = 0;
    double spread = 0;
    T* values = nullptr;
    float* copy = nullptr;

    [[nodiscard]] Geometry geometry() const { return {ceilDivide(count, kThreads), kThreads, 0}; }

    template <class Block>
    PIPEGANTT_DEVICE void operator()(Block& block) const
    {
        constexpr double kHalf = 9223372036854775808.0; // 2^63
        const std::int64_t i = block.index() * kThreads + block.thread();
        if (i >= count)
            return;
        const auto bits =
            static_cast<double>(drawnBits(seed, static_cast<std::uint64_t>(first + i)));
        values[i] = fromFloat<T>(static_cast<float>(centre + spread * (bits / kHalf - 1)));
        if (copy != nullptr)
            copy[i] = toFloat(values[i]);
    }
};

/// A step of Adam, after which the gradients are zero. `master` holds the parameters in 32 bits
/// where `values` have fewer; else it is null.
template <class T>
struct AdamStep
{
    static constexpr int kThreads = 256;
    static constexpr float kRate = 1e-4F;
    static constexpr float kMeanDecay = 0.9F;
    static constexpr float kSquareDecay = 0.95F;
    static constexpr float kEpsilon = 1e-8F;

    std::int64_t count = 0;
    float meanShare = 1; ///< 1 − decay^steps
    float squareShare = 1;
    T* values = nullptr;
    float* master = nullptr;
    float* mean = nullptr;
    float* square = nullptr;
    float* gradients = nullptr;

    [[nodiscard]] Geometry geometry() const { return {ceilDivide(count, kThreads), kThreads, 0}; }

    template <class Block>
    PIPEGANTT_DEVICE void operator()(Block& block) const
    {
        const std::int64_t i = block.index() * kThreads + block.thread();
        if (i >= count)
            return;
        const float g = gradients[i];
        const float m = kMeanDecay * mean[i] + (1 - kMeanDecay) * g;
        const float s = kSquareDecay * square[i] + (1 - kSquareDecay) * g * g;
        const float old = master == nullptr ? toFloat(values[i]) : master[i];
        const float value = old - kRate * (m / meanShare) / (std::sqrt(s / squareShare) + kEpsilon);
        mean[i] = m;
        square[i] = s;
        values[i] = fromFloat<T>(value);
        if (master != nullptr)
            master[i] = value;
        gradients[i] = 0;
    }
};

} // namespace pipegantt::cuda
