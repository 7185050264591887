// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/reference/parameters.h"

#include "gpu/reference/parallel.h"

#include <cmath>

namespace pipegantt::reference {
namespace {

constexpr std::int64_t kGrain = 1 << 16;

} // namespace

/// SplitMix64 (Steele, Lea and Flood 2014), which is good at counters.
std::uint64_t mixed(std::uint64_t seed, std::uint64_t index)
{
    std::uint64_t z = seed * 0xd1342543de82ef95U + (index + 1) * 0x9e3779b97f4a7c15U;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
}

template <class T>
Parameters<T>::Parameters(Arena& arena, std::int64_t count, std::uint64_t seed)
    : m_count(count)
    , m_seed(seed)
    , m_values(arena.take<T>(Lifetime::Weights, count))
    , m_gradients(arena.take<T>(Lifetime::Gradients, count))
    , m_mean(arena.take<T>(Lifetime::Optimizer, count))
    , m_square(arena.take<T>(Lifetime::Optimizer, count))
{
}

template <class T>
auto Parameters<T>::take(std::int64_t size, T centre, T spread) -> Slice
{
    const std::int64_t first = m_taken;
    m_taken += size;
    parallelFor(size, kGrain, [&](auto begin, auto end) {
        for (std::int64_t i = first + begin; i < first + end; ++i)
            m_values[i] = centre + spread * uniform<T>(m_seed, i);
    });
    return {m_values + first, m_gradients + first};
}

template <class T>
Linear<T> Parameters<T>::linear(std::int64_t inputs, std::int64_t outputs, bool biased)
{
    const T spread = static_cast<T>(std::sqrt(3. / static_cast<double>(inputs)));
    Linear<T> linear {inputs, outputs};
    const Slice weight = take(inputs * outputs, 0, spread);
    linear.weight = weight.values;
    linear.weightGrad = weight.gradients;
    if (!biased)
        return linear;
    const Slice bias = take(outputs, 0, static_cast<T>(0.1));
    linear.bias = bias.values;
    linear.biasGrad = bias.gradients;
    return linear;
}

template <class T>
Norm<T> Parameters<T>::norm(NormKind kind, std::int64_t width)
{
    Norm<T> norm;
    norm.kind = kind;
    const Slice weight = take(width, 1, static_cast<T>(0.1));
    norm.weight = weight.values;
    norm.weightGrad = weight.gradients;
    if (kind == NormKind::RmsNorm)
        return norm;
    const Slice bias = take(width, 0, static_cast<T>(0.1));
    norm.bias = bias.values;
    norm.biasGrad = bias.gradients;
    return norm;
}

template <class T>
Linear<T> Parameters<T>::table(std::int64_t rows, std::int64_t width)
{
    const Slice weight = take(rows * width, 0, 1);
    return {rows, width, weight.values, nullptr, weight.gradients, nullptr};
}

template <class T>
void Parameters<T>::step()
{
    constexpr T kRate = static_cast<T>(1e-4);
    constexpr T kMeanDecay = static_cast<T>(0.9);
    constexpr T kSquareDecay = static_cast<T>(0.95);
    constexpr T kEpsilon = static_cast<T>(1e-8);
    ++m_steps;
    const T meanShare = 1 - std::pow(kMeanDecay, static_cast<T>(m_steps));
    const T squareShare = 1 - std::pow(kSquareDecay, static_cast<T>(m_steps));
    parallelFor(m_count, kGrain, [&](auto begin, auto end) {
        for (std::int64_t i = begin; i < end; ++i) {
            const T g = m_gradients[i];
            m_mean[i] = kMeanDecay * m_mean[i] + (1 - kMeanDecay) * g;
            m_square[i] = kSquareDecay * m_square[i] + (1 - kSquareDecay) * g * g;
            m_values[i] -=
                kRate * (m_mean[i] / meanShare) / (std::sqrt(m_square[i] / squareShare) + kEpsilon);
            m_gradients[i] = 0;
        }
    });
}

template class Parameters<float>;
template class Parameters<double>;

} // namespace pipegantt::reference
