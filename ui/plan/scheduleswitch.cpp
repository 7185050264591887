// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plan/scheduleswitch.h"

#include "core/schedule/catalogue.h"

#include <algorithm>

namespace pipegantt {

Plan ScheduleSwitch::switched(const Plan& plan, ScheduleKind kind)
{
    Plan next = plan;
    next.schedule = kind;
    if (m_before && plan.microbatches == 1)
        next.microbatches = m_before->microbatches;
    if (m_before && plan.chunks == 1)
        next.chunks = m_before->chunks;
    const bool cut = runsOneMicrobatchOnly(kind) && next.microbatches != 1;
    const bool chunked = !reads(kind, Parameter::Chunks) && next.chunks != 1;
    m_before.reset();
    if (cut || chunked)
        m_before = next;
    if (cut)
        next.microbatches = 1;
    if (chunked) {
        next.chunks = 1;
        if (!next.perStage.empty())
            next.perStage.resize(static_cast<std::size_t>(next.modelStages()), next.time);
    }
    return next;
}

bool runsOneMicrobatchOnly(ScheduleKind kind)
{
    Plan plan;
    plan.schedule = kind;
    plan.microbatches = 2;
    const Result<void> checked = entry(kind).check(plan);
    return !checked && checked.error().code == ErrorCode::NeedsOneMicrobatch;
}

} // namespace pipegantt
