// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plan/planedit.h"

#include "core/schedule/catalogue.h"

namespace pipegantt {

PlanEdit::PlanEdit(PlanDocument& document, QObject* parent)
    : QObject(parent)
    , m_document(document)
{
}

void PlanEdit::begin()
{
    m_base = m_document.plan();
    m_gesture = m_document.beginGesture();
}

void PlanEdit::end()
{
    m_base.reset();
    m_gesture = 0;
}

const Plan& PlanEdit::base() const
{
    return m_base ? *m_base : m_document.plan();
}

Result<void> PlanEdit::propose(const Plan& plan, const QString& description)
{
    Result<void> checked = checkRunnable(plan);
    if (checked)
        m_document.change(plan, description, m_gesture);
    return checked;
}

Result<void> checkRunnable(const Plan& plan)
{
    return checkPlan(plan).and_then([&] { return entry(plan.schedule).check(plan); });
}

Plan withStages(Plan plan, int stages)
{
    // A layout is of so many stages and no other; its times go on without it.
    plan = withListedTimes(std::move(plan));
    plan.stages = stages;
    if (plan.perStage.empty())
        return plan;
    const StageTime last = plan.perStage.back();
    // Measured, the last stage has the head; it stays the last.
    if (plan.source.measured() && plan.perStage.size() > 1)
        plan.perStage.back() = plan.time;
    plan.perStage.resize(static_cast<std::size_t>(plan.modelStages()), plan.time);
    if (plan.source.measured() && plan.perStage.size() > 1)
        plan.perStage.back() = last;
    return plan;
}

} // namespace pipegantt
