// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/color.h"
#include "core/order/operation.h"

#include <array>

namespace pipegantt {

/// One colour from dark to light, for the chunks of a device in their order. Two chunks are far
/// apart in time and stand beside each other; of more, only four are told apart.
struct Shades
{
    std::array<Color, 2> ofTwo;
    std::array<Color, 4> ofMany;

    friend bool operator==(const Shades&, const Shades&) = default;
};

/// The colours of a drawn schedule. The default is safe for colour-blind readers (Okabe and Ito);
/// its bar colours are the same in light and dark.
struct Look
{
    /// Fill of each OperationKind where a device holds one chunk.
    std::array<Color, kOperationKindCount> fills;
    /// Fills of each OperationKind where it holds several.
    std::array<Shades, kOperationKindCount> shades;
    /// Fill of a bubble, and the lines of its hatch.
    Color bubble;
    Color hatch;
    Color background;
    Color text;
    /// Axis labels and other secondary words.
    Color mutedText;
    Color axis;
    /// A limit that must not be passed.
    Color limit;

    [[nodiscard]] Color fill(OperationKind kind) const
    {
        return fills[static_cast<std::size_t>(kind)];
    }
};

const Look& lightLook();
const Look& darkLook();

} // namespace pipegantt
