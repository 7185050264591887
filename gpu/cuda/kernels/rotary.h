// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/cuda/kernels/element.h"

namespace pipegantt::cuda {

/// Turns each pair of elements of queries and keys by the angle of its position; backward the other
/// way. The first `turned` columns of each row of `qkv` are those.
template <class T>
struct Rotate
{
    static constexpr int kThreads = 256;

    std::int64_t tokens = 0;
    std::int64_t sequence = 0;
    std::int64_t headDim = 0;
    std::int64_t turned = 0;
    std::int64_t stride = 0;
    const float* table = nullptr; ///< cosine and sine of each pair, position by position
    T* qkv = nullptr;
    bool backward = false;

    [[nodiscard]] Geometry geometry() const
    {
        return {tokens * ceilDivide(turned / Vector<T>::kSize, kThreads), kThreads, 0};
    }

    template <class Block>
    PIPEGANTT_DEVICE void operator()(Block& block) const
    {
        const std::int64_t parts = block.blocks() / tokens;
        const std::int64_t token = block.index() / parts;
        const std::int64_t i =
            (block.index() % parts * kThreads + block.thread()) * Vector<T>::kSize;
        if (i >= turned)
            return;
        const float* const angles = table + token % sequence * headDim + i % headDim;
        T* const at = qkv + token * stride + i;
        const Vector<T> v = load<T>(at);
        Vector<T> result;
        for (int j = 0; j < Vector<T>::kSize; j += 2) {
            const float cosine = angles[j];
            const float sine = backward ? -angles[j + 1] : angles[j + 1];
            result.set(j, v[j] * cosine - v[j + 1] * sine);
            result.set(j + 1, v[j] * sine + v[j + 1] * cosine);
        }
        store(at, result);
    }
};

} // namespace pipegantt::cuda
