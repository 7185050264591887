// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace pipegantt {

/// Pixels of an image to be painted on: 0xffRRGGBB values, `stride` of them a line.
struct Canvas
{
    std::uint32_t* pixels = nullptr;
    std::ptrdiff_t stride = 0;
    int width = 0;
    int height = 0;

    [[nodiscard]] std::span<std::uint32_t> line(int y) const
    {
        return {pixels + y * stride, static_cast<std::size_t>(width)};
    }
};

} // namespace pipegantt
