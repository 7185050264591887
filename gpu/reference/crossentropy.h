// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace pipegantt::reference {

/// The mean over `rows` of log Σ e^logits − logits[target]. `logSums` takes the logarithms for the
/// backward pass.
template <class T>
double crossEntropyForward(std::int64_t rows, std::int64_t vocabulary, const T* logits,
    const std::int32_t* targets, T* logSums);

/// The gradient takes the place of the logits: (softmax − 1 at the target) / rows.
template <class T>
void crossEntropyBackward(std::int64_t rows, std::int64_t vocabulary, T* logits,
    const std::int32_t* targets, const T* logSums);

} // namespace pipegantt::reference
