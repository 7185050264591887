// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/rowcount.h"

#include "core/simulate/rowperiod.h"

#include <algorithm>
#include <optional>

namespace pipegantt {
namespace {

/// Counts on from where it is.
class RowCounter
{
public:
    explicit RowCounter(const Schedule& schedule, std::size_t begin)
        : m_operations(schedule.operations())
        , m_next(begin)
    {
        m_count.peakOperation = begin;
    }

    [[nodiscard]] const RowCount& count() const { return m_count; }
    [[nodiscard]] std::size_t next() const { return m_next; }

    void countTo(std::size_t end)
    {
        for (; m_next < end; ++m_next) {
            const PackedOperation operation = m_operations[m_next];
            const OperationKind kind = operation.kind();
            ++m_count.passes[operation.pass()];
            if (isForward(kind)) {
                if (++m_alive > m_count.peak) {
                    m_count.peak = m_alive;
                    m_count.peakOperation = m_next;
                }
                m_count.peakAtInputGrad = std::max(m_count.peakAtInputGrad, ++m_aliveAtInputGrad);
                continue;
            }
            m_alive -= releasesActivations(kind) ? 1 : 0;
            m_aliveAtInputGrad -= makesGradient(kind) ? 1 : 0;
        }
    }

    /// Counts `period`, of which the next operation is the first: its first time and its last. Each
    /// time between adds the same, so that none of them has a peak that the last one has not.
    void countRepeated(const RowPeriod& period)
    {
        const std::size_t times = (period.end - m_next) / period.length;
        const RowCount before = m_count;
        const std::int64_t alive = m_alive;
        const std::int64_t aliveAtInputGrad = m_aliveAtInputGrad;
        countTo(m_next + period.length);
        if (times < 3)
            return;
        const auto skipped = static_cast<std::int64_t>(times) - 2;
        for (std::size_t pass = 0; pass < m_count.passes.size(); ++pass)
            m_count.passes[pass] += skipped * (m_count.passes[pass] - before.passes[pass]);
        m_alive += skipped * (m_alive - alive);
        m_aliveAtInputGrad += skipped * (m_aliveAtInputGrad - aliveAtInputGrad);
        m_next += static_cast<std::size_t>(skipped) * period.length;
        countTo(m_next + period.length);
    }

private:
    std::span<const PackedOperation> m_operations;
    std::size_t m_next;
    RowCount m_count;
    std::int64_t m_alive = 0;
    std::int64_t m_aliveAtInputGrad = 0;
};

} // namespace

RowCount countRow(const Schedule& schedule, int device)
{
    constexpr std::size_t kLeast = 256; // of a shorter row, looking for periods costs more
    const std::size_t begin = schedule.rowBegin(device);
    const std::size_t end = schedule.rowEnd(device);
    RowCounter counter(schedule, begin);
    // Most rows repeat themselves in the middle; those of two phases (GPipe) in both halves.
    for (const std::size_t quarter : {1U, 2U, 3U}) {
        const std::size_t around = (end - begin) * quarter / 4;
        if (end - begin < kLeast || begin + around < counter.next())
            continue;
        const std::optional<RowPeriod> period = periodAround(schedule, device, around, 1);
        if (!period)
            continue;
        counter.countTo(std::max(period->begin, counter.next()));
        if (counter.next() + period->length <= period->end)
            counter.countRepeated(*period);
    }
    counter.countTo(end);
    return counter.count();
}

} // namespace pipegantt
