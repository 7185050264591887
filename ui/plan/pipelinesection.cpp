// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plan/pipelinesection.h"

#include "core/planner/adaptation.h"
#include "core/schedule/catalogue.h"

#include <QComboBox>
#include <QLabel>

#include <algorithm>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

bool anyScheduleReads(Parameter parameter)
{
    return std::ranges::any_of(
        catalogue(), [&](const CatalogueEntry& known) { return reads(known.kind, parameter); });
}

} // namespace

PipelineSection::PipelineSection(PlanEdit& edit, QWidget* parent)
    : PlanSection(edit, parent)
    , m_backwardOrder(new QComboBox)
{
    using Shape = NumberSlider::Shape;
    addNumber(
        numberSpec(Parameter::Stages), Shape::Tall, [](const Plan& plan) { return plan.stages; },
        [](Plan& plan, std::int64_t value) { plan = withStages(plan, static_cast<int>(value)); });
    m_microbatches = addNumber(
        numberSpec(Parameter::Microbatches), Shape::Tall,
        [](const Plan& plan) { return plan.microbatches; },
        [](Plan& plan, std::int64_t value) { plan.microbatches = static_cast<int>(value); });
    m_chunks = addNumber(
        numberSpec(Parameter::Chunks), Shape::Flat, [](const Plan& plan) { return plan.chunks; },
        [](Plan& plan, std::int64_t value) {
            plan.chunks = static_cast<int>(value);
            plan = withStages(plan, plan.stages);
        });
    m_group = addNumber(
        numberSpec(Parameter::Group), Shape::Flat, [](const Plan& plan) { return plan.group; },
        [](Plan& plan, std::int64_t value) { plan.group = static_cast<int>(value); });
    // A number that no schedule reads would be furniture.
    m_chunks->setVisible(anyScheduleReads(Parameter::Chunks));

    m_backwardOrder->setObjectName(u"backward-order"_s);
    m_backwardOrder->addItem({}, static_cast<int>(BackwardOrder::Ascending));
    m_backwardOrder->addItem({}, static_cast<int>(BackwardOrder::Descending));
    m_backwardOrderName = addRow(m_backwardOrder);
    connect(m_backwardOrder, &QComboBox::activated, this, [this](int index) {
        Plan plan = this->edit().document().plan();
        plan.backwardOrder = static_cast<BackwardOrder>(m_backwardOrder->itemData(index).toInt());
        if (!this->edit().propose(plan, tr("Change the backward order")))
            refresh();
    });
    retranslate();
    refresh();
}

void PipelineSection::show(const Plan& plan)
{
    m_microbatches->lock(runsOneMicrobatchOnly(plan.schedule)
            ? tr("The %1 schedule does not cut the batch: M is 1.")
                  .arg(QString::fromUtf8(entry(plan.schedule).title.data()))
            : QString());
    m_chunks->lock(reads(plan.schedule, Parameter::Chunks)
            ? QString()
            : tr("%1 runs one chunk on each device.")
                  .arg(QString::fromUtf8(entry(plan.schedule).title.data())),
        NumberSlider::Reason::InTip);
    m_group->setVisible(reads(plan.schedule, Parameter::Group));
    const bool ordered = reads(plan.schedule, Choice::BackwardOrder);
    m_backwardOrder->setVisible(ordered);
    m_backwardOrderName->setVisible(ordered);
    m_backwardOrder->setCurrentIndex(
        m_backwardOrder->findData(static_cast<int>(plan.backwardOrder)));
}

void PipelineSection::retranslate()
{
    setTitle(tr("Pipeline"));
    m_backwardOrderName->setText(tr("Backward order"));
    m_backwardOrder->setAccessibleName(tr("Backward order"));
    m_backwardOrder->setItemText(0, tr("ascending"));
    m_backwardOrder->setItemText(1, tr("descending"));
    const QString tip = tr("<p>Ascending starts the backward passes with micro-batch 0, as PyTorch "
                           "runs them; descending starts with the last, as the paper draws "
                           "them.</p>");
    m_backwardOrder->setToolTip(tip);
    m_backwardOrderName->setToolTip(tip);
}

} // namespace pipegantt
