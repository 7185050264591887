// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/index.h"
#include "core/schedule/operation.h"

#include <cstddef>
#include <span>
#include <vector>

namespace pipegantt {

/// An order of operations for each device: what runs on it, in which order, and nothing about when.
/// Rows lie one after the other in one array. Chunk c of device d holds stage c * devices + d of
/// the model (the looped layout; with one chunk, the linear one). Storage is reused by `reset`.
class Schedule
{
public:
    /// Empties the schedule for a new shape; keeps the memory.
    void reset(int devices, int chunks, int microbatches);

    /// Appends to the row of the device being filled; devices are filled from 0 on.
    void append(OperationKind kind, int chunk, int microbatch)
    {
        m_operations.emplace_back(kind, chunk, microbatch);
    }
    /// Makes room for `operations` more, so that appending them allocates nothing.
    void reserve(std::size_t operations) { m_operations.reserve(m_operations.size() + operations); }
    /// Closes the row being filled.
    void finishDevice() { m_rowEnds.push_back(m_operations.size()); }

    [[nodiscard]] int devices() const { return m_devices; }
    [[nodiscard]] int chunks() const { return m_chunks; }
    [[nodiscard]] int microbatches() const { return m_microbatches; }
    /// Stages of the model: devices * chunks.
    [[nodiscard]] int stages() const { return m_devices * m_chunks; }
    [[nodiscard]] int stageOf(int device, int chunk) const { return chunk * m_devices + device; }
    [[nodiscard]] int deviceOf(int stage) const { return stage % m_devices; }

    /// All operations, device after device.
    [[nodiscard]] std::span<const PackedOperation> operations() const { return m_operations; }
    /// Where the row of `device` begins in `operations()`.
    [[nodiscard]] std::size_t rowBegin(int device) const
    {
        return device == 0 ? 0 : m_rowEnds[static_cast<std::size_t>(device) - 1];
    }
    [[nodiscard]] std::size_t rowEnd(int device) const
    {
        return m_rowEnds[static_cast<std::size_t>(device)];
    }
    /// The order of `device`.
    [[nodiscard]] std::span<const PackedOperation> row(int device) const
    {
        return operations().subspan(rowBegin(device), rowEnd(device) - rowBegin(device));
    }

    friend bool operator==(const Schedule&, const Schedule&) = default;

private:
    int m_devices = 0;
    int m_chunks = 1;
    int m_microbatches = 0;
    std::vector<PackedOperation> m_operations;
    std::vector<std::size_t> m_rowEnds;
};

} // namespace pipegantt
