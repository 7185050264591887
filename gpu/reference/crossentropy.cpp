// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/reference/crossentropy.h"

#include "gpu/reference/parallel.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace pipegantt::reference {

template <class T>
double crossEntropyForward(std::int64_t rows, std::int64_t vocabulary, const T* logits,
    const std::int32_t* targets, T* logSums)
{
    parallelFor(rows, 1, [&](auto begin, auto end) {
        for (std::int64_t row = begin; row < end; ++row) {
            const T* const in = logits + row * vocabulary;
            const T most = *std::max_element(in, in + vocabulary);
            T sum = 0;
            for (std::int64_t i = 0; i < vocabulary; ++i)
                sum += std::exp(in[i] - most);
            logSums[row] = most + std::log(sum);
        }
    });
    double loss = 0;
    for (std::int64_t row = 0; row < rows; ++row) {
        loss += static_cast<double>(logSums[row])
            - static_cast<double>(logits[row * vocabulary + targets[row]]);
    }
    return loss / static_cast<double>(rows);
}

template <class T>
void crossEntropyBackward(std::int64_t rows, std::int64_t vocabulary, T* logits,
    const std::int32_t* targets, const T* logSums)
{
    const T share = T {1} / static_cast<T>(rows);
    parallelFor(rows, 1, [&](auto begin, auto end) {
        for (std::int64_t row = begin; row < end; ++row) {
            T* const out = logits + row * vocabulary;
            for (std::int64_t i = 0; i < vocabulary; ++i)
                out[i] = std::exp(out[i] - logSums[row]) * share;
            out[targets[row]] -= share;
        }
    });
}

template double crossEntropyForward(
    std::int64_t, std::int64_t, const float*, const std::int32_t*, float*);
template double crossEntropyForward(
    std::int64_t, std::int64_t, const double*, const std::int32_t*, double*);
template void crossEntropyBackward(
    std::int64_t, std::int64_t, float*, const std::int32_t*, const float*);
template void crossEntropyBackward(
    std::int64_t, std::int64_t, double*, const std::int32_t*, const double*);

} // namespace pipegantt::reference
