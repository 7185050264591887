// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/order/schedule.h"
#include "core/schedule/walk.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace pipegantt {

/// What a search compares orders by.
struct Quality
{
    /// The longest time from a device's first start to its last end.
    std::int64_t span = 0;
    std::int64_t makespan = 0;
    /// Of each device, the most activations alive at once, in chunks: released by weight gradients.
    std::vector<int> peaks;
    /// The same, released by input gradients.
    std::vector<int> earlyPeaks;
};

/// Whether `a` is nowhere worse than `b`: neither time nor memory of any device.
bool isNoWorse(const Quality& a, const Quality& b);

/// Whether `a` is to be preferred to `b`: nowhere worse and somewhere better, or of smaller span
/// with neither a later end nor more memory on the fullest device.
bool improvesOn(const Quality& a, const Quality& b);

/// An order that a search is writing: rows of equal length, each device's own, filled in any order.
class Draft
{
public:
    /// Empties the rows for the operations of `walk`; keeps the memory.
    void reset(const Walk& walk);

    void append(int device, OperationKind kind, int chunk, int microbatch)
    {
        const auto row = static_cast<std::size_t>(device);
        m_operations[row * m_rowLength + m_sizes[row]++] = {kind, chunk, microbatch};
    }

    [[nodiscard]] int devices() const { return static_cast<int>(m_sizes.size()); }
    [[nodiscard]] std::span<PackedOperation> row(int device)
    {
        const auto at = static_cast<std::size_t>(device);
        return {&m_operations[at * m_rowLength], m_sizes[at]};
    }
    [[nodiscard]] std::span<const PackedOperation> row(int device) const
    {
        const auto at = static_cast<std::size_t>(device);
        return {&m_operations[at * m_rowLength], m_sizes[at]};
    }

    /// Appends all rows to `schedule`.
    void write(Schedule& schedule) const;

private:
    std::size_t m_rowLength = 0;
    std::vector<PackedOperation> m_operations;
    std::vector<std::size_t> m_sizes;
};

/// The order that a search prefers so far.
class BestDraft
{
public:
    [[nodiscard]] bool isEmpty() const { return m_quality.peaks.empty(); }
    [[nodiscard]] Draft& draft() { return m_draft; }
    [[nodiscard]] const Quality& quality() const { return m_quality; }

    /// Takes `draft` if it is the first, has a smaller span or improves on the best; what was there
    /// is left in `draft`.
    void offer(Draft& draft, Quality& quality)
    {
        if (isEmpty() || quality.span < m_quality.span || improvesOn(quality, m_quality))
            take(draft, quality);
    }
    /// Takes `draft` if it is the first or improves on the best.
    void offerInstead(Draft& draft, Quality& quality)
    {
        if (isEmpty() || improvesOn(quality, m_quality))
            take(draft, quality);
    }
    /// Takes an order written by hand where it improves on the best, or is as early and has a
    /// smaller span, after its weight gradients have been moved ahead as far as its times allow.
    void offerHandMade(const Walk& walk, Draft& draft);

private:
    void take(Draft& draft, Quality& quality)
    {
        std::swap(m_draft, draft);
        std::swap(m_quality, quality);
    }

    Draft m_draft;
    Quality m_quality;
};

/// Earliest and latest starts of a draft's operations, and what improves a draft once they are
/// known. Keeps its memory between calls.
class DraftClock
{
public:
    explicit DraftClock(const Walk& walk);

    /// The quality of `draft`, whose rows are complete and free of deadlock. O(operations).
    Quality measure(const Draft& draft);

    /// Moves weight gradients of `draft`, whose quality is `quality`, ahead as far as no operation
    /// thereby starts later than that quality allows: span and makespan do not grow, and memory is
    /// released sooner. O(operations).
    void advanceWeightGrads(Draft& draft, const Quality& quality);

private:
    struct Device
    {
        std::size_t cursor = 0;
        std::int64_t start = 0;
        std::int64_t clock = 0;
        /// The first weight gradient in the row that has not run, and the input gradients by chunk
        /// that have.
        std::size_t weightGrad = 0;
        std::array<int, 2> inputGrads {};
    };

    std::size_t run(const Draft& draft, int device);
    std::size_t runAdvancing(const Draft& draft, Draft& advanced, int device);
    std::size_t runBackwards(const Draft& draft, int device);
    void findLatestStarts(const Draft& draft, const Quality& quality);
    void start(std::int64_t at, Device& device, int d, PackedOperation operation);
    [[nodiscard]] std::int64_t duration(int device, PackedOperation operation) const;
    [[nodiscard]] std::int64_t readyAt(int device, PackedOperation operation) const;
    [[nodiscard]] std::int64_t dueAt(int device, PackedOperation operation) const;
    [[nodiscard]] std::size_t slot(int leg, int device, int microbatch) const;

    const Walk& m_walk;
    std::vector<Device> m_devices;
    /// By leg, device and micro-batch: the end of each pass, or the latest start of each pass.
    std::vector<std::int64_t> m_passes;
    /// The latest start of each operation, row after row.
    std::vector<std::int64_t> m_latest;
    Draft m_advanced;
};

} // namespace pipegantt
