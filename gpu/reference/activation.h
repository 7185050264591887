// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/modelshape.h"

#include <cstdint>

namespace pipegantt::reference {

/// GELU: y = x (1 + tanh(√(2/π) (x + 0.044715 x³))) / 2. SwiGLU: rows hold `width` gates and as
/// many others, y = gate / (1 + e^-gate) · other.
template <class T>
void activationForward(MlpKind kind, std::int64_t rows, std::int64_t width, const T* x, T* y);

/// The gradient of what went in, from that of what came out.
template <class T>
void activationBackward(
    MlpKind kind, std::int64_t rows, std::int64_t width, const T* x, const T* dy, T* dx);

} // namespace pipegantt::reference
