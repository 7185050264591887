// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/cuda/shape.h"

#include "gpu/cuda/kernels/plainattention.h"

#include <array>
#include <limits>

namespace pipegantt::cuda {
namespace {

struct Width
{
    const char* name;
    std::int64_t value;
};

} // namespace

/// Kernels move 16 bytes at once, and rows must begin where 16 bytes do.
std::string faultOf(const Shape& shape)
{
    constexpr std::int64_t kPiece = 8;
    const std::array<Width, 3> widths {{{"the hidden width", shape.hidden},
        {"the width of the MLP", shape.layers > 0 ? shape.ffn : kPiece},
        {"the width of a head", shape.layers > 0 ? shape.head_dim : kPiece}}};
    for (const Width& width : widths) {
        if (width.value % kPiece != 0) {
            return std::string(width.name) + " is " + std::to_string(width.value)
                + ", and the kernels take multiples of 8";
        }
    }
    if (shape.layers > 0 && shape.head_dim > kWidestHead) {
        return "the width of a head is " + std::to_string(shape.head_dim)
            + ", and the kernels take up to " + std::to_string(kWidestHead);
    }
    if (shape.layers > 0 && shape.heads % shape.kv_heads != 0) {
        return std::to_string(shape.heads) + " heads of queries cannot share "
            + std::to_string(shape.kv_heads) + " of keys";
    }
    // Kernels count tokens by 32 bits, and a launch has so many blocks at most.
    constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max();
    const std::int64_t rows = shape.tokens() * (shape.heads + shape.kv_heads + 1);
    const std::int64_t parts = shape.tokens() * (1 + shape.mlpWidth() / 1024);
    if (rows > kMost || parts > kMost) {
        return std::to_string(shape.tokens())
            + " tokens are more than one launch of a kernel takes";
    }
    return {};
}

} // namespace pipegantt::cuda
