// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plan/scheduleswitch.h"

namespace pipegantt {
namespace {

/// `plan` with what an adaptation changes as in `from`.
Plan withNumbersOf(Plan plan, const Plan& from)
{
    plan.schedule = from.schedule;
    plan.microbatches = from.microbatches;
    plan.chunks = from.chunks;
    plan.group = from.group;
    plan.slices = from.slices;
    plan.sliceWeights = from.sliceWeights;
    plan.time = from.time;
    plan.perStage = from.perStage;
    plan.layout = from.layout;
    plan.recompute = from.recompute;
    plan.pair = from.pair;
    plan.message = from.message;
    plan.activation = from.activation;
    plan.memoryLimit = from.memoryLimit;
    return plan;
}

} // namespace

Plan ScheduleSwitch::switched(const Plan& plan, ScheduleKind kind, Cut cut)
{
    const Plan own = origin(plan);
    Plan next = adapted(own, kind, cut);
    m_change = Change {own, next};
    return next;
}

Plan ScheduleSwitch::origin(const Plan& plan) const
{
    if (!m_change || plan.schedule != m_change->adapted.schedule)
        return plan;
    const bool untouched = withNumbersOf(plan, m_change->adapted) == plan
        && (!plan.timesEachStage() || plan.stages == m_change->adapted.stages);
    if (untouched)
        return withNumbersOf(plan, m_change->own);
    // The number of micro-batches is lost in no schedule that has none.
    return runsOneMicrobatchOnly(plan.schedule)
        ? cutIntoMicrobatches(plan, m_change->own.microbatches)
        : plan;
}

} // namespace pipegantt
