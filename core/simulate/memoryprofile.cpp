// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulate/memoryprofile.h"

#include "core/simulate/memorymodel.h"

#include <algorithm>

namespace pipegantt {
namespace {

/// Collects steps, gathering each run of `stride` of them into its least and greatest amount in
/// the order in which they came.
class StepCollector
{
public:
    StepCollector(std::size_t stride, std::vector<MemoryStep>& steps)
        : m_stride(stride)
        , m_steps(steps)
    {
    }

    void add(MemoryStep step)
    {
        if (m_seen > 0 && m_last.when == step.when && m_stride == 1) {
            m_steps.back() = step;
            m_last = step;
            return;
        }
        m_last = step;
        ++m_seen;
        if (m_stride == 1) {
            m_steps.push_back(step);
            return;
        }
        if (m_inBucket == 0 || step.held < m_least.held)
            m_least = step;
        if (m_inBucket == 0 || step.held > m_most.held)
            m_most = step;
        if (++m_inBucket == m_stride)
            flush();
    }

    void finish()
    {
        if (m_inBucket > 0)
            flush();
        if (m_steps.empty() || !(m_steps.back() == m_last))
            m_steps.push_back(m_last);
    }

private:
    void flush()
    {
        const bool leastFirst = m_least.when < m_most.when;
        m_steps.push_back(leastFirst ? m_least : m_most);
        if (!(m_least == m_most))
            m_steps.push_back(leastFirst ? m_most : m_least);
        m_inBucket = 0;
    }

    std::size_t m_stride;
    std::vector<MemoryStep>& m_steps;
    MemoryStep m_last;
    MemoryStep m_least;
    MemoryStep m_most;
    std::size_t m_inBucket = 0;
    std::size_t m_seen = 0;
};

} // namespace

void memoryProfile(const Plan& plan, const Schedule& schedule, const Timeline& timeline, int device,
    std::size_t maxSteps, std::vector<MemoryStep>& steps)
{
    memoryProfile(plan, schedule, timeline, device, Duration::zero(),
        timeline.makespan + Duration(1), maxSteps, steps);
}

void memoryProfile(const Plan& plan, const Schedule& schedule, const Timeline& timeline, int device,
    Duration begin, Duration end, std::size_t maxSteps, std::vector<MemoryStep>& steps)
{
    steps.clear();
    const MemoryModel model(plan, schedule, device);
    // Each operation makes at most two steps; a bucket leaves at most two, and two frame them all.
    const std::size_t most = std::max<std::size_t>(maxSteps, 8);
    const std::size_t last = timeline.firstStartAfter(device, end - Duration(1));
    const std::size_t first = std::min(timeline.firstEndAfter(device, begin - Duration(1)), last);
    const std::size_t mostSteps = (last - first) * 2 + 1;
    const std::size_t buckets = (most - 2) / 2;
    const std::size_t stride = mostSteps <= most ? 1 : (mostSteps + buckets - 1) / buckets;
    StepCollector collector(stride, steps);

    HeldActivations held;
    Bytes amount = model.total(held);
    bool open = false;
    const auto openAt = [&] {
        if (!open)
            collector.add({begin, amount});
        open = true;
    };
    const auto add = [&](Duration when) {
        const Bytes now = model.total(held);
        if (now == amount || when >= end)
            return;
        if (when > begin) {
            openAt();
            collector.add({when, now});
        }
        amount = now;
    };
    const std::span<const PackedOperation> operations = schedule.operations();
    timeline.visitRow(device, [&](const auto& row) {
        for (std::size_t i = row.begin(); i < last; ++i) {
            model.begin(operations[i], held);
            add(Duration(row.startAt(i)));
            model.end(operations[i], held);
            add(Duration(row.endAt(i)));
        }
    });
    openAt();
    collector.finish();
}

} // namespace pipegantt
