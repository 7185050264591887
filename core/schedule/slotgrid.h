// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace pipegantt {

/// An order drawn on squared paper: every pass takes one slot of its device, and no device has two
/// in one slot. Slots of all devices lie together, as they are read: in the order of time.
class SlotGrid
{
public:
    static constexpr std::uint8_t kFree = 0xff;

    SlotGrid(int devices, int slots)
        : m_devices(static_cast<std::size_t>(devices))
        , m_slots(slots)
        , m_cells(m_devices * static_cast<std::size_t>(slots), kFree)
    {
    }

    [[nodiscard]] int devices() const { return static_cast<int>(m_devices); }
    [[nodiscard]] int slots() const { return m_slots; }

    /// What `device` does in `slot`: a pass as its user numbers them, or kFree.
    [[nodiscard]] std::uint8_t at(int device, int slot) const
    {
        return m_cells[index(device, slot)];
    }
    [[nodiscard]] bool isFree(int device, int slot) const { return at(device, slot) == kFree; }
    /// Adds slots where `slot` lies past the last.
    void set(int device, int slot, std::uint8_t pass)
    {
        if (slot >= m_slots) {
            m_slots = slot + 1;
            m_cells.resize(m_devices * static_cast<std::size_t>(m_slots), kFree);
        }
        m_cells[index(device, slot)] = pass;
    }
    /// Moves what `device` does in slot `from` to the free slot `to`.
    void move(int device, int from, int to)
    {
        m_cells[index(device, to)] = at(device, from);
        m_cells[index(device, from)] = kFree;
    }
    /// The first free slot of `device` from `slot` on, at most `end`.
    [[nodiscard]] int firstFree(int device, int slot, int end) const
    {
        while (slot < end && !isFree(device, slot))
            ++slot;
        return slot;
    }

private:
    [[nodiscard]] std::size_t index(int device, int slot) const
    {
        return static_cast<std::size_t>(slot) * m_devices + static_cast<std::size_t>(device);
    }

    std::size_t m_devices;
    int m_slots;
    std::vector<std::uint8_t> m_cells;
};

} // namespace pipegantt
