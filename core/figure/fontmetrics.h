// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace pipegantt {

enum class FontWeight : std::uint8_t
{
    Regular,
    Bold,
};

/// The families of all text in figures and in the window: the bundled face first, then simplified
/// Chinese faces, named because a C locale would otherwise pick Japanese glyphs.
inline constexpr std::array<std::string_view, 6> kFontFamilies {"Noto Sans", "Noto Sans CJK SC",
    "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "WenQuanYi Micro Hei"};

/// Heights of the bundled face as parts of the font size, measured from the baseline.
inline constexpr double kAscent = 1.069;
inline constexpr double kDescent = 0.293;
inline constexpr double kCapHeight = 0.714;

/// How far `character` moves the pen, as a part of the font size. Characters that the bundled face
/// does not have are 1 where they are as wide as they are high (CJK), else as wide as a mean
/// letter.
double advance(char32_t character, FontWeight weight);

/// The width of UTF-8 `text` set in `size`, in the unit of `size`, without kerning.
double textWidth(std::string_view text, double size, FontWeight weight = FontWeight::Regular);

} // namespace pipegantt
