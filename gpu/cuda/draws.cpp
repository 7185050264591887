// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/cuda/draws.h"

#include "gpu/cuda/kernels/parameters.h"

#include <cmath>

namespace pipegantt::cuda {

std::vector<std::int32_t> drawTokens(const Shape& shape)
{
    std::vector<std::int32_t> tokens(static_cast<std::size_t>(shape.tokens()));
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        tokens[i] = static_cast<std::int32_t>(
            drawnBits(kTokenSeed, i) % static_cast<std::uint64_t>(shape.vocabulary));
    }
    return tokens;
}

std::vector<float> rotaryTable(const Shape& shape)
{
    constexpr double kBase = 10'000;
    std::vector<float> table(static_cast<std::size_t>(shape.sequence * shape.head_dim));
    for (std::int64_t position = 0; position < shape.sequence; ++position) {
        for (std::int64_t i = 0; i + 1 < shape.head_dim; i += 2) {
            const double share = static_cast<double>(i) / static_cast<double>(shape.head_dim);
            const double angle = static_cast<double>(position) * std::pow(kBase, -share);
            const auto at = static_cast<std::size_t>(position * shape.head_dim + i);
            table[at] = static_cast<float>(std::cos(angle));
            table[at + 1] = static_cast<float>(std::sin(angle));
        }
    }
    return table;
}

} // namespace pipegantt::cuda
