// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/walk.h"

namespace pipegantt {

Walk::Walk(const Plan& plan, int chunks)
    : m_devices(plan.stages)
    , m_chunks(chunks)
    , m_microbatches(plan.microbatches)
{
    for (int leg = 0; leg < legs(); ++leg) {
        const int chunk = chunkOf(leg);
        for (int device = 0; device < m_devices; ++device) {
            const int along = chunk % 2 == 0 ? device : m_devices - 1 - device;
            const StageTime& time = plan.timeOf(chunk * m_devices + along);
            m_passes.push_back((isForward(leg) ? time.forward : time.inputGrad).count());
            m_hops.push_back(
                turns(leg, device) ? 0 : hopTime(plan, before(leg, device), device).count());
            if (isForward(leg))
                m_weightGrads.push_back(time.weightGrad.count());
        }
    }
}

std::int64_t Walk::work(int device) const
{
    std::int64_t once = 0;
    for (int leg = 0; leg < legs(); ++leg)
        once += pass(leg, device);
    for (int chunk = 0; chunk < m_chunks; ++chunk)
        once += weightGrad(chunk, device);
    return once * m_microbatches;
}

} // namespace pipegantt
