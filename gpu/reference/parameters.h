// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/reference/arena.h"
#include "gpu/reference/linear.h"
#include "gpu/reference/norm.h"

#include <cstdint>

namespace pipegantt::reference {

/// A number from 0 to 2^64 that looks random, the same for the same seed and index.
std::uint64_t mixed(std::uint64_t seed, std::uint64_t index);

/// From -1 to 1, likewise.
template <class T>
T uniform(std::uint64_t seed, std::int64_t index)
{
    constexpr double kHalf = 9223372036854775808.0; // 2^63
    return static_cast<T>(
        static_cast<double>(mixed(seed, static_cast<std::uint64_t>(index))) / kHalf - 1);
}

/// All parameters of a stage in one run of memory, beside their gradients and Adam's moments. Parts
/// of the stage take theirs in turn.
template <class T>
class Parameters
{
public:
    Parameters(Arena& arena, std::int64_t count, std::uint64_t seed);

    /// A matrix drawn so that outputs are about as large as inputs, and a bias where `biased`.
    Linear<T> linear(std::int64_t inputs, std::int64_t outputs, bool biased);
    /// A norm about 1; its statistics are the caller's.
    Norm<T> norm(NormKind kind, std::int64_t width);
    /// A table of `rows` vectors about 0, as a matrix without bias.
    Linear<T> table(std::int64_t rows, std::int64_t width);

    /// Adam with the usual constants. Gradients become zero for the next step.
    void step();

    [[nodiscard]] std::int64_t count() const { return m_count; }
    /// Those that were taken.
    [[nodiscard]] std::int64_t taken() const { return m_taken; }
    [[nodiscard]] T* values() { return m_values; }
    [[nodiscard]] T* gradients() { return m_gradients; }

private:
    struct Slice
    {
        T* values;
        T* gradients;
    };
    /// `size` parameters of `centre` plus or minus `spread`.
    Slice take(std::int64_t size, T centre, T spread);

    std::int64_t m_count;
    std::int64_t m_taken = 0;
    std::uint64_t m_seed;
    int m_steps = 0;
    T* m_values;
    T* m_gradients;
    T* m_mean;
    T* m_square;
};

} // namespace pipegantt::reference
