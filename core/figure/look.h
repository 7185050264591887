// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/color.h"
#include "core/order/operation.h"

#include <array>
#include <cstddef>

namespace pipegantt {

/// One colour from dark to light, for the chunks of a device in their order. Two chunks are far
/// apart in time and stand beside each other; of more, only four are told apart.
struct Shades
{
    std::array<Color, 2> ofTwo;
    std::array<Color, 4> ofMany;

    friend bool operator==(const Shades&, const Shades&) = default;
};

/// Red and blue of every colour that work has, in every look and whatever the colours say, are
/// together this much; those of idle time are together as much as a bubble's. Green is free. So a
/// pixel tells how much of it is idle whatever it is mixed of: as far as red and blue together are
/// on the way from here to those of the bubble.
inline constexpr int kBusyRedBlue = 224;

/// The colours of a drawn schedule. The default is safe for colour-blind readers (after Okabe and
/// Ito); its bar colours are the same in light and dark.
struct Look
{
    static constexpr std::size_t kCycle = 12;
    static constexpr std::size_t kRamp = 16;
    static constexpr std::size_t kIdleCauses = 5;

    /// Fill of each OperationKind where a device holds one chunk.
    std::array<Color, kOperationKindCount> fills;
    /// Fills of each OperationKind where it holds several.
    std::array<Shades, kOperationKindCount> shades;
    /// For what comes round again, as micro-batches: the last is as near to the first as to the one
    /// before.
    std::array<Color, kCycle> cycle;
    /// For what has an order, from dark to light.
    std::array<Color, kRamp> ramp;
    /// Fill of all work where the colours tell idle time apart, and those of the causes in the
    /// order of IdleCause.
    Color busy;
    std::array<Color, kIdleCauses> idleCauses;
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
