// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/color.h"

#include <array>
#include <cmath>

namespace pipegantt {

namespace {

/// sRGB to linear light, as WCAG 2 defines relative luminance.
double linear(std::uint8_t channel)
{
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Color color)
{
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

} // namespace

std::string colorText(Color color)
{
    constexpr char digits[] = "0123456789abcdef";
    std::string text = "#";
    for (const std::uint8_t channel : std::array {color.red, color.green, color.blue}) {
        text += digits[channel >> 4U];
        text += digits[channel & 15U];
    }
    return text;
}

double contrast(Color a, Color b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return first > second ? first / second : second / first;
}

Color inkOn(Color background)
{
    constexpr Color black {0, 0, 0};
    constexpr Color white {255, 255, 255};
    return contrast(white, background) > contrast(black, background) ? white : black;
}

} // namespace pipegantt
