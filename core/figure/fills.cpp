// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/fills.h"

#include <algorithm>

namespace pipegantt {

namespace {

/// Of three chunks the middle one is nearer to the last: what is light is told apart more easily.
int shadeOf(int chunk, int chunks, int shades)
{
    return chunks == 1 ? 0 : (chunk * (shades - 1) + (chunks - 1) / 2) / (chunks - 1);
}

} // namespace

Fills::Fills(const Look& look, int chunks)
    : m_shades(chunks <= 2 ? chunks : kShades)
{
    for (int chunk = 0; chunk < std::min(chunks, PackedOperation::kMaxChunks); ++chunk)
        m_shadeOf[static_cast<std::size_t>(chunk)] =
            static_cast<std::uint8_t>(shadeOf(chunk, chunks, m_shades));
    for (std::size_t kind = 0; kind < kOperationKindCount; ++kind) {
        const auto first = m_colors.begin() + static_cast<std::ptrdiff_t>(kind * kShades);
        if (chunks == 1)
            *first = look.fills[kind];
        else if (chunks == 2)
            std::ranges::copy(look.shades[kind].ofTwo, first);
        else
            std::ranges::copy(look.shades[kind].ofMany, first);
    }
}

} // namespace pipegantt
