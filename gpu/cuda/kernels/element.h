// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/cuda/kernels/block.h"

#include <cstdint>
#include <cstring>

namespace pipegantt::cuda {

/// The upper half of a float.
struct Bfloat16
{
    std::uint16_t bits;
};

PIPEGANTT_DEVICE float floatOf(std::uint32_t bits)
{
    float value = 0;
    memcpy(&value, &bits, sizeof(value));
    return value;
}

PIPEGANTT_DEVICE std::uint32_t bitsOf(float value)
{
    std::uint32_t bits = 0;
    memcpy(&bits, &value, sizeof(bits));
    return bits;
}

PIPEGANTT_DEVICE float toFloat(float value)
{
    return value;
}

PIPEGANTT_DEVICE float toFloat(Bfloat16 value)
{
    return floatOf(static_cast<std::uint32_t>(value.bits) << 16U);
}

/// Two numbers side by side, the first in the lower half, to the nearest and of two to the even
/// one.
PIPEGANTT_DEVICE std::uint32_t packed(float low, float high)
{
#if defined(__CUDA_ARCH__)
    std::uint32_t both;
    asm("cvt.rn.bf16x2.f32 %0, %1, %2;" : "=r"(both) : "f"(high), "f"(low));
    return both;
#else
    const auto half = [](float value) {
        const std::uint32_t bits = bitsOf(value);
        if (value != value)
            return (bits >> 16U) | 0x40U; // rounding could carry into infinity
        return (bits + 0x7fffU + ((bits >> 16U) & 1U)) >> 16U;
    };
    return half(low) | half(high) << 16U;
#endif
}

/// Two numbers at an even place.
PIPEGANTT_DEVICE void storePair(Bfloat16* to, float low, float high)
{
    const std::uint32_t both = packed(low, high);
#if defined(__CUDA_ARCH__)
    *reinterpret_cast<std::uint32_t*>(to) = both;
#else
    std::memcpy(to, &both, sizeof(both));
#endif
}

template <class T>
struct ElementOf;

template <>
struct ElementOf<float>
{
    static PIPEGANTT_DEVICE float from(float value) { return value; }
};

template <>
struct ElementOf<Bfloat16>
{
    static PIPEGANTT_DEVICE Bfloat16 from(float value)
    {
        return {static_cast<std::uint16_t>(packed(value, 0) & 0xffffU)};
    }
};

/// The nearest number of type T.
template <class T>
PIPEGANTT_DEVICE T fromFloat(float value)
{
    return ElementOf<T>::from(value);
}

/// As many numbers as one access to memory takes. Widths and strides are multiples of that.
template <class T, int kCount = static_cast<int>(16 / sizeof(T))>
struct alignas(static_cast<std::size_t>(kCount) * sizeof(T)) Vector
{
    static constexpr int kSize = kCount;

    T at[kCount];

    PIPEGANTT_DEVICE float operator[](int i) const { return toFloat(at[i]); }
    PIPEGANTT_DEVICE void set(int i, float value) { at[i] = fromFloat<T>(value); }
};

template <class T, int kCount = static_cast<int>(16 / sizeof(T))>
PIPEGANTT_DEVICE Vector<T, kCount> load(const T* from)
{
#if defined(__CUDA_ARCH__)
    return *reinterpret_cast<const Vector<T, kCount>*>(from);
#else
    Vector<T, kCount> value;
    std::memcpy(&value, from, sizeof(value));
    return value;
#endif
}

template <class T, int kCount>
PIPEGANTT_DEVICE void store(T* to, const Vector<T, kCount>& value)
{
#if defined(__CUDA_ARCH__)
    *reinterpret_cast<Vector<T, kCount>*>(to) = value;
#else
    std::memcpy(to, &value, sizeof(value));
#endif
}

} // namespace pipegantt::cuda
