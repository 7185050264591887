// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/order/schedule.h"
#include "core/schedule/slotgrid.h"

#include <array>
#include <cstdint>
#include <vector>

namespace pipegantt {

/// When each device runs the passes of one micro-batch in a V, in slots: the forwards of chunk 0
/// and 1, then the input gradients of chunk 1 and 0.
using VBlock = std::vector<std::array<int, 4>>;

/// The order that repeats a block every six slots (2405.15362). Its ends are squeezed without
/// holding more activations than the repetition does, and weight gradients fill what is free. Every
/// pass takes one slot here, whatever it takes in a plan, so the order depends on no times.
class VPattern
{
public:
    VPattern(const VBlock& block, int microbatches);

    /// Moves passes of the warm-up and the drain to earlier free slots, twice: first with weight
    /// gradients in their places, then without.
    void squeeze();
    /// Appends all rows to `schedule`, with weight gradients in the free slots.
    void write(Schedule& schedule) const;

private:
    struct Progress;

    void addWeightGrads();
    void removeWeightGrads();
    void pack();
    void squeezeWithWeightGrads();
    void squeezeDrain();
    void countActivations();
    void countImplied();
    [[nodiscard]] int earliest(int leg, int device, int microbatch) const;
    [[nodiscard]] int place(Progress& progress, int pass, int device, int slot);
    [[nodiscard]] int placeForward(int device, int earliest, int slot);
    [[nodiscard]] int placeWeightGrad(Progress& progress, int device, int slot);
    [[nodiscard]] int placeImplied(int device, int earliest, int slot);
    bool replayImplied(int device, int from, int until, bool keep);

    [[nodiscard]] std::size_t cell(int leg, int device, int microbatch) const
    {
        return (static_cast<std::size_t>(leg) * static_cast<std::size_t>(m_grid.devices())
                   + static_cast<std::size_t>(device))
            * static_cast<std::size_t>(m_microbatches)
            + static_cast<std::size_t>(microbatch);
    }
    [[nodiscard]] std::size_t moment(int device, int slot) const
    {
        return static_cast<std::size_t>(device) * static_cast<std::size_t>(m_grid.slots())
            + static_cast<std::size_t>(slot);
    }

    int m_microbatches;
    SlotGrid m_grid;
    /// The slot of each forward and input gradient, by leg, device and micro-batch.
    std::vector<int> m_slotOf;
    /// Chunks alive on each device after each slot, and the weight gradients that wait then.
    std::vector<std::int16_t> m_alive;
    std::vector<std::int16_t> m_waiting;
    /// The most chunks alive on any device.
    int m_limit = 0;
};

} // namespace pipegantt
