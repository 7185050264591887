// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/page.h"

#include <string>
#include <string_view>

namespace pipegantt {

/// The page as an SVG file: sized in millimetres, a view box in points, real text, a layer for each
/// of the page's layers, ids, titles, and the metadata. No patterns, styles, scripts or outside
/// references, so that browsers, Inkscape, office programs and Qt draw it alike. The same page
/// gives the same bytes in every locale.
std::string svgText(const Page& page);

/// `text` with the characters that XML reserves escaped, and the control characters that it forbids
/// left out.
std::string xmlEscaped(std::string_view text);

/// `value` with up to three decimals and no trailing zeros: `12.5`, `0`, `-3.125`.
std::string coordinateText(double value);

} // namespace pipegantt
