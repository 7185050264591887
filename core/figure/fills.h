// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/look.h"
#include "core/order/operation.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace pipegantt {

/// The kinds that have bars, in the order of a legend.
inline constexpr std::array kDrawnKinds {OperationKind::Forward, OperationKind::Backward,
    OperationKind::InputGrad, OperationKind::WeightGrad, OperationKind::Pair,
    OperationKind::Recompute, OperationKind::OptimizerStep};

/// What a bar of a schedule is filled with: the colour of its kind of work and, where devices hold
/// several chunks, in the shade of its chunk. A fill is a small number, so that sums can be kept
/// for each.
class Fills
{
public:
    /// Of one kind; more chunks share them in order.
    static constexpr int kShades = 4;
    static constexpr std::size_t kCount = kOperationKindCount * kShades;

    Fills(const Look& look, int chunks);

    /// How many shades a kind has here: 1, 2 or kShades.
    [[nodiscard]] int shades() const { return m_shades; }
    /// The fill of `operation`.
    [[nodiscard]] std::size_t of(PackedOperation operation) const
    {
        return static_cast<std::size_t>(operation.kind()) * kShades
            + m_shadeOf[static_cast<std::size_t>(operation.chunk())];
    }
    /// The fill of `kind` in one of its shades.
    [[nodiscard]] static constexpr std::size_t of(OperationKind kind, int shade)
    {
        return static_cast<std::size_t>(kind) * kShades + static_cast<std::size_t>(shade);
    }
    [[nodiscard]] Color color(std::size_t fill) const { return m_colors[fill]; }
    [[nodiscard]] Color color(PackedOperation operation) const { return m_colors[of(operation)]; }

private:
    int m_shades;
    std::array<std::uint8_t, PackedOperation::kMaxChunks> m_shadeOf {};
    std::array<Color, kCount> m_colors {};
};

} // namespace pipegantt
