// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/cuda/shape.h"

#include <cstdint>
#include <vector>

namespace pipegantt::cuda {

// The seeds of gpu/reference, which tests hold these to.
inline constexpr std::uint64_t kParameterSeed = 1;
inline constexpr std::uint64_t kInputSeed = 5;
inline constexpr std::uint64_t kGradientSeed = 6;
inline constexpr std::uint64_t kTokenSeed = 17;

/// The tokens that go in, and those that are to come out.
std::vector<std::int32_t> drawTokens(const Shape& shape);

/// Cosine and sine for each position and pair of elements of a head, as `reference::rotaryTable`.
std::vector<float> rotaryTable(const Shape& shape);

} // namespace pipegantt::cuda
