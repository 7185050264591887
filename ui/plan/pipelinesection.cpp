// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plan/pipelinesection.h"

#include "core/planner/adaptation.h"
#include "core/schedule/catalogue.h"

namespace pipegantt {

PipelineSection::PipelineSection(PlanEdit& edit, QWidget* parent)
    : PlanSection(edit, parent)
{
    using Shape = NumberSlider::Shape;
    m_stages = addNumber(
        numberSpec(Parameter::Stages), Shape::Tall, [](const Plan& plan) { return plan.stages; },
        [](Plan& plan, std::int64_t value) { plan = withStages(plan, static_cast<int>(value)); });
    m_microbatches = addNumber(
        numberSpec(Parameter::Microbatches), Shape::Tall,
        [](const Plan& plan) { return plan.microbatches; },
        [](Plan& plan, std::int64_t value) { plan.microbatches = static_cast<int>(value); });
    const auto addOptional = [this](Parameter parameter, const Read& read, const Write& write) {
        m_optional.emplace_back(
            parameter, addNumber(numberSpec(parameter), Shape::Flat, read, write));
    };
    addOptional(
        Parameter::Chunks, [](const Plan& plan) { return plan.chunks; },
        [](Plan& plan, std::int64_t value) {
            plan.chunks = static_cast<int>(value);
            plan = withStages(plan, plan.stages);
        });
    addOptional(
        Parameter::Group, [](const Plan& plan) { return plan.group; },
        [](Plan& plan, std::int64_t value) { plan.group = static_cast<int>(value); });
    addOptional(
        Parameter::Slices, [](const Plan& plan) { return plan.slices; },
        [](Plan& plan, std::int64_t value) {
            plan.slices = static_cast<int>(value);
            if (!plan.sliceWeights.empty())
                plan.sliceWeights.resize(static_cast<std::size_t>(value), 1);
        });
    for (const ChoiceInfo& row : choices()) {
        // How messages travel is a cost, whatever the schedule.
        if (row.choice != Choice::CommModel)
            m_choices.push_back(addChoice(row));
    }
    retranslate();
    refresh();
}

void PipelineSection::show(const Plan& plan)
{
    const bool given = plan.schedule == ScheduleKind::Custom;
    const QString ofOrder = given ? tr("Given with the order.") : QString();
    m_stages->lock(ofOrder);
    m_microbatches->lock(runsOneMicrobatchOnly(plan.schedule)
            ? tr("The %1 schedule does not cut the batch: M is 1.")
                  .arg(QString::fromUtf8(entry(plan.schedule).title.data()))
            : ofOrder);
    for (const auto& [parameter, number] : m_optional)
        number->setVisible(reads(plan.schedule, parameter));
    for (const ChoiceRow& row : m_choices) {
        row.setVisible(reads(plan.schedule, row.choice));
        row.show(plan);
    }
}

void PipelineSection::retranslate()
{
    setTitle(tr("Pipeline"));
    for (const ChoiceRow& row : m_choices)
        row.retranslate();
}

} // namespace pipegantt
