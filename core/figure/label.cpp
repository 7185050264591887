// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/label.h"

#include <algorithm>

namespace pipegantt {

bool labelFits(std::string_view text, double size, FontWeight weight, double width, double height)
{
    return height >= 1.1 * size && textWidth(text, size, weight) + 0.03 * size <= width;
}

int labelEvery(double pitch, double size)
{
    int every = 1;
    for (int decade = 1;; decade *= 10) {
        for (const int factor : {1, 2, 5}) {
            every = factor * decade;
            if (every * pitch >= 1.25 * size || every > 100'000)
                return every;
        }
    }
}

std::vector<std::string> wrapped(std::string_view text, double size, double width)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(word.size() + 1, text.size()));
        const bool fits =
            !lines.empty() && textWidth(lines.back() + " ", size) + textWidth(word, size) <= width;
        if (fits)
            lines.back() += " " + std::string(word);
        else
            lines.emplace_back(word);
    }
    return lines;
}

double baselineAround(double centre, double size)
{
    return centre + kCapHeight * size / 2;
}

} // namespace pipegantt
