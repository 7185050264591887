// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plan/costssection.h"

#include "core/plan/planvalue.h"
#include "core/schedule/catalogue.h"

#include <QToolButton>

#include <algorithm>
#include <array>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

/// In the order in which a person asks: passes, messages, chance, memory.
constexpr std::array kCosts {
    Parameter::Recompute,
    Parameter::Pair,
    Parameter::Optimizer,
    Parameter::Message,
    Parameter::Bandwidth,
    Parameter::DevicesPerNode,
    Parameter::NodeComm,
    Parameter::NodeBandwidth,
    Parameter::Jitter,
    Parameter::Seed,
    Parameter::EarlyRelease,
    Parameter::WeightMemory,
    Parameter::GradientMemory,
    Parameter::OptimizerMemory,
    Parameter::BufferMemory,
};

/// Whether the number can matter in `plan`: some belong to kinds of schedules, some to nodes.
bool matters(const Plan& plan, Parameter parameter)
{
    switch (parameter) {
    case Parameter::Recompute:
    case Parameter::Pair:
        return reads(plan.schedule, parameter);
    case Parameter::NodeComm:
    case Parameter::NodeBandwidth:
        return plan.devicesPerNode > 0;
    case Parameter::Seed:
        return plan.jitter > 0 || plan.schedule == ScheduleKind::Auto;
    case Parameter::Optimizer:
    case Parameter::EarlyRelease:
        return entry(plan.schedule).hasBackward;
    default:
        return true;
    }
}

} // namespace

CostsSection::CostsSection(PlanEdit& edit, QWidget* parent)
    : PlanSection(edit, parent)
    , m_fold(new QToolButton)
{
    m_fold->setObjectName(u"costs"_s);
    m_fold->setCheckable(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    addToTitle(m_fold);
    m_messages = addChoice(info(Choice::CommModel));
    for (const Parameter parameter : kCosts) {
        m_costs.push_back(addNumber(
            numberSpec(parameter, edit.document().plan().unit), NumberSlider::Shape::Flat,
            [parameter](const Plan& plan) { return valueOf(plan, parameter); },
            [parameter](Plan& plan, std::int64_t value) { setValue(plan, parameter, value); }));
    }
    connect(m_fold, &QToolButton::toggled, this, [this](bool open) {
        refresh();
        if (open)
            emit opened();
    });
    retranslate();
    refresh();
}

bool CostsSection::offers(const NumberSlider& number) const
{
    return matters(edit().document().plan(), number.spec().parameter);
}

void CostsSection::unfold()
{
    m_fold->setChecked(true);
}

void CostsSection::show(const Plan& plan)
{
    m_unusual = chosen(plan, Choice::CommModel) == 0 ? 0 : 1;
    for (NumberSlider* number : m_costs) {
        const Parameter parameter = number->spec().parameter;
        number->setSpec(numberSpec(parameter, plan.unit));
        const bool shown = matters(plan, parameter);
        number->setVisible(m_fold->isChecked() && shown);
        if (shown && valueOf(plan, parameter) != info(parameter).defaultValue)
            ++m_unusual;
    }
    m_messages.setVisible(m_fold->isChecked());
    m_messages.show(plan);
    fold();
}

void CostsSection::retranslate()
{
    setTitle(tr("Costs"));
    m_messages.retranslate();
    m_fold->setToolTip(tr("<p>Messages and links, the optimizer, jitter, and what a device holds "
                          "beside activations.</p>"));
    fold();
}

/// The words of the fold, which must not hide that the plan has costs of its own.
void CostsSection::fold()
{
    const bool open = m_fold->isChecked();
    m_fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_fold->setText(open     ? tr("Hide")
            : m_unusual == 0 ? tr("Show")
                             : tr("Show, %1 set").arg(m_unusual));
    m_fold->setAccessibleName(open ? tr("Hide the costs") : tr("Show the costs"));
}

} // namespace pipegantt
