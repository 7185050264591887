// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/largearray.h"
#include "core/order/operation.h"
#include "core/order/placement.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace pipegantt {

/// The rows of a schedule, one after the other. Where each ends is where the next begins.
struct ScheduleRows
{
    LargeArray<PackedOperation> operations;
    std::vector<std::size_t> ends;
    /// Which filling this is, of all in the program.
    std::uint64_t revision = 0;

    friend bool operator==(const ScheduleRows& one, const ScheduleRows& other)
    {
        return one.ends == other.ends && one.operations == other.operations;
    }
};

/// An order of operations for each device: what runs on it, in which order, and nothing about when.
/// Copies of a schedule whose rows are all finished share them, so that they cost next to nothing.
/// Storage is reused by `reset`, unless a copy still has it.
class Schedule
{
public:
    Schedule();
    Schedule(const Schedule& other);
    Schedule(Schedule&& other) noexcept = default;
    Schedule& operator=(const Schedule& other);
    Schedule& operator=(Schedule&& other) noexcept = default;
    ~Schedule() = default;

    /// Empties the schedule for a new shape; keeps the memory.
    void reset(const Placement& placement, int microbatches, int slices = 1);
    /// The same for the looped layout.
    void reset(int devices, int chunks, int microbatches)
    {
        reset(Placement::loop(devices, chunks), microbatches);
    }
    /// Lets recomputations start before their gradient has come.
    void setRecomputesEarly(bool early) { m_recomputesEarly = early; }

    /// Lets every row end with an optimizer step.
    void setStepsAtEnd(bool steps) { m_stepsAtEnd = steps; }

    /// Appends to the row of the device being filled; devices are filled from 0 on.
    void append(OperationKind kind, int chunk, int unit)
    {
        m_rows->operations.emplace_back(kind, chunk, unit);
    }
    /// Appends a forward and a backward pass that run together.
    void appendPair(int forwardChunk, int forwardUnit, int backwardChunk, int backwardUnit)
    {
        append(OperationKind::Pair, forwardChunk, forwardUnit);
        append(OperationKind::PairedBackward, backwardChunk, backwardUnit);
    }
    /// Makes room for `operations` more, so that appending them allocates nothing.
    void reserve(std::size_t operations)
    {
        m_rows->operations.reserve(m_rows->operations.size() + operations);
    }
    /// Closes the row being filled, with an optimizer step where rows end with one.
    void finishDevice()
    {
        if (m_stepsAtEnd)
            append(OperationKind::OptimizerStep, 0, units() / m_placement.pipelines() - 1);
        m_rows->ends.push_back(m_rows->operations.size());
    }

    [[nodiscard]] const Placement& placement() const { return m_placement; }
    [[nodiscard]] int devices() const { return m_placement.devices(); }
    [[nodiscard]] int chunks() const { return m_placement.chunks(); }
    [[nodiscard]] int stages() const { return m_placement.stages(); }
    [[nodiscard]] int stageOf(int device, int chunk) const
    {
        return m_placement.stageOf(device, chunk);
    }
    [[nodiscard]] int deviceOf(int stage) const { return m_placement.deviceOf(stage); }
    [[nodiscard]] int microbatches() const { return m_microbatches; }
    /// Slices of the sequence of each micro-batch.
    [[nodiscard]] int slices() const { return m_slices; }
    /// What flows through the pipeline: micro-batches * slices.
    [[nodiscard]] int units() const { return m_microbatches * m_slices; }
    [[nodiscard]] bool recomputesEarly() const { return m_recomputesEarly; }
    /// Where two pipelines share the devices, the second runs the second half of the micro-batches.
    [[nodiscard]] bool runs(int stage, int unit) const
    {
        return m_placement.pipelines() == 1
            || m_placement.pipelineOf(stage) == (2 * unit < units() ? 0 : 1);
    }

    [[nodiscard]] Operation unpacked(PackedOperation operation) const
    {
        return {operation.kind(), {operation.chunk()}, {operation.unit() / m_slices},
            {operation.unit() % m_slices}};
    }

    /// All operations, device after device.
    [[nodiscard]] std::span<const PackedOperation> operations() const { return m_rows->operations; }
    /// Where the row of `device` begins in `operations()`.
    [[nodiscard]] std::size_t rowBegin(int device) const
    {
        return device == 0 ? 0 : m_rows->ends[static_cast<std::size_t>(device) - 1];
    }
    [[nodiscard]] std::size_t rowEnd(int device) const
    {
        return m_rows->ends[static_cast<std::size_t>(device)];
    }
    /// The order of `device`.
    [[nodiscard]] std::span<const PackedOperation> row(int device) const
    {
        return operations().subspan(rowBegin(device), rowEnd(device) - rowBegin(device));
    }

    /// The rows themselves, for who outlives the schedule. The same rows are at the same address as
    /// long as anybody has them; none are changed while they are shared.
    [[nodiscard]] std::shared_ptr<const ScheduleRows> rows() const { return m_rows; }

    /// A number that only schedules with the same rows share: what is known of the rows may be kept
    /// under it.
    [[nodiscard]] std::uint64_t revision() const { return m_rows->revision; }

    friend bool operator==(const Schedule& one, const Schedule& other);

private:
    /// Whether another schedule or timeline has the same rows.
    [[nodiscard]] bool isShared() const;

    Placement m_placement;
    int m_microbatches = 0;
    int m_slices = 1;
    bool m_recomputesEarly = false;
    bool m_stepsAtEnd = false;
    std::shared_ptr<ScheduleRows> m_rows;
};

/// Whether the rows end with an optimizer step, as `setStepsAtEnd` makes them.
bool endsWithStep(const Schedule& schedule);

/// The action of stage `stage` in the PyTorch grammar, with the slice behind it where there are
/// slices: `0F3`, `2B17`, `1F2.0`. A half of a pair is written as the pass that it is.
std::string actionText(const Schedule& schedule, int stage, PackedOperation operation);

} // namespace pipegantt
