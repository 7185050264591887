// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/look.h"
#include "core/order/operation.h"
#include "core/order/schedule.h"
#include "core/simulate/idleparts.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace pipegantt {

/// The kinds that have bars, in the order of a legend.
inline constexpr std::array kDrawnKinds {OperationKind::Forward, OperationKind::Backward,
    OperationKind::InputGrad, OperationKind::WeightGrad, OperationKind::Pair,
    OperationKind::Recompute, OperationKind::OptimizerStep};

/// What the colours of a drawn schedule tell apart.
enum class ColorBy : std::uint8_t
{
    Kind, ///< of work, in the shade of its chunk
    Microbatch,
    Chunk,
    Stage,
    IdleCause, ///< what a device waits for; all work looks alike
};

inline constexpr std::size_t kColorByCount = 5;

/// The fills of the operations of one row.
class RowFills
{
public:
    [[nodiscard]] std::size_t of(PackedOperation operation) const
    {
        const std::size_t fill = m_byPass[operation.pass()];
        if (m_slices == 0 || fill != 0)
            return fill;
        // A division by one takes as long as any.
        const int microbatch = m_slices == 1 ? operation.unit() : operation.unit() / m_slices;
        return static_cast<std::size_t>(microbatch) % Look::kCycle;
    }
    /// Whether kind and chunk say all, so that `ofPass` does.
    [[nodiscard]] bool areByPass() const { return m_slices == 0; }
    [[nodiscard]] std::size_t ofPass(std::size_t pass) const { return m_byPass[pass]; }

private:
    friend class Fills;

    std::array<std::uint8_t, PackedOperation::kPasses> m_byPass {};
    int m_slices = 0; ///< 0 where micro-batches have no colours
};

/// What a bar of a schedule is filled with. A fill is a small number, so that sums can be kept for
/// each. Refers to the schedule where colours are by stage.
class Fills
{
public:
    /// Of one kind; more chunks share them in order.
    static constexpr int kShades = 4;
    static constexpr std::size_t kCount = kOperationKindCount * kShades;

    /// By kind, in the shade of the chunk where devices hold several.
    Fills(const Look& look, int chunks);
    Fills(const Look& look, const Schedule& schedule, ColorBy by);

    /// How many shades a kind has here: 1, 2 or kShades.
    [[nodiscard]] int shades() const { return m_shades; }
    /// How many steps of the ramp chunks or stages have; they share them in order.
    [[nodiscard]] int steps() const { return m_steps; }
    /// The fill of `operation` where colours are by kind.
    [[nodiscard]] std::size_t of(PackedOperation operation) const { return m_row.of(operation); }
    /// The fill of `kind` in one of its shades.
    [[nodiscard]] static constexpr std::size_t of(OperationKind kind, int shade)
    {
        return static_cast<std::size_t>(kind) * kShades + static_cast<std::size_t>(shade);
    }
    /// The fill of idle time with `cause`, where colours tell causes apart; work has fill 0 then.
    [[nodiscard]] static constexpr std::size_t of(IdleCause cause)
    {
        return static_cast<std::size_t>(cause) + 1;
    }
    /// The fills of the operations of `device`.
    [[nodiscard]] RowFills row(int device) const;
    [[nodiscard]] Color color(std::size_t fill) const { return m_colors[fill]; }
    [[nodiscard]] Color color(PackedOperation operation) const { return m_colors[of(operation)]; }
    /// What is between the bars; where colours tell causes apart, work, which is between those.
    [[nodiscard]] Color bubble() const { return m_bubble; }
    /// What a fill changes of a bubble, in levels of blue, green and red, and nothing.
    [[nodiscard]] const std::array<double, 4>& change(std::size_t fill) const
    {
        return m_changes[fill];
    }

private:
    void layKinds(const Look& look, int chunks);
    void layRamp(const Look& look, int count);
    void layChanges();

    int m_shades = 1;
    int m_steps = 1;
    const Schedule* m_byStage = nullptr;
    RowFills m_row;
    std::array<Color, kCount> m_colors {};
    std::array<std::array<double, 4>, kCount> m_changes {};
    Color m_bubble;
};

} // namespace pipegantt
