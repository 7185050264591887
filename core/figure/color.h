// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>

namespace pipegantt {

/// An opaque sRGB colour.
struct Color
{
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;

    /// 0xffRRGGBB, the layout of a 32-bit pixel.
    [[nodiscard]] constexpr std::uint32_t argb() const
    {
        return 0xff000000U | static_cast<std::uint32_t>(red) << 16U
            | static_cast<std::uint32_t>(green) << 8U | static_cast<std::uint32_t>(blue);
    }

    friend constexpr bool operator==(Color, Color) = default;
};

/// `#0072b2`, as SVG spells it.
std::string colorText(Color color);

/// The contrast ratio of WCAG 2, from 1 to 21.
double contrast(Color a, Color b);

/// Black or white, whichever stands out more from `background`.
Color inkOn(Color background);

} // namespace pipegantt
