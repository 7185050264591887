// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plan/memorysection.h"

#include <QComboBox>
#include <QLabel>

#include <algorithm>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

NumberSpec limitSpec(MemoryLimit::Unit unit)
{
    return unit == MemoryLimit::Unit::Microbatches ? microbatchLimitSpec()
                                                   : numberSpec(Parameter::MemoryLimit);
}

/// Micro-batches whose activations fit the plan's limit.
std::int64_t microbatchesWithin(const Plan& plan)
{
    switch (plan.memoryLimit.unit) {
    case MemoryLimit::Unit::Microbatches:
        return plan.memoryLimit.amount;
    case MemoryLimit::Unit::Bytes:
        return std::max<std::int64_t>(plan.memoryLimit.amount - plan.state.total().value, 0)
            / plan.activation.value;
    case MemoryLimit::Unit::None:
        break;
    }
    return plan.microbatches;
}

/// The plan's limit counted in `unit`: of activations alone in micro-batches, of all that a device
/// holds in bytes. Where there was none, room for every micro-batch at once.
MemoryLimit limitIn(const Plan& plan, MemoryLimit::Unit unit)
{
    const NumberSpec spec = limitSpec(unit);
    const std::int64_t microbatches = microbatchesWithin(plan);
    switch (unit) {
    case MemoryLimit::Unit::None:
        return {};
    case MemoryLimit::Unit::Microbatches:
        return {unit, std::clamp(microbatches, spec.minimum, spec.maximum)};
    case MemoryLimit::Unit::Bytes:
        break;
    }
    const MemoryLimit all {
        MemoryLimit::Unit::Microbatches, std::max<std::int64_t>(microbatches, 1)};
    const std::int64_t activations = std::min(all.bytes(plan.activation)->value, spec.maximum);
    return {unit, std::clamp(activations + plan.state.total().value, spec.minimum, spec.maximum)};
}

} // namespace

MemorySection::MemorySection(PlanEdit& edit, QWidget* parent)
    : PlanSection(edit, parent)
    , m_limitUnit(new QComboBox)
{
    using Shape = NumberSlider::Shape;
    addNumber(
        numberSpec(Parameter::ActivationMemory), Shape::Flat,
        [](const Plan& plan) { return plan.activation.value; },
        [](Plan& plan, std::int64_t value) { plan.activation = Bytes {value}; });

    m_limitUnit->setObjectName(u"memory-limit-unit"_s);
    for (const MemoryLimit::Unit unit :
        {MemoryLimit::Unit::None, MemoryLimit::Unit::Microbatches, MemoryLimit::Unit::Bytes})
        m_limitUnit->addItem({}, static_cast<int>(unit));
    m_limitUnitName = addRow(m_limitUnit);
    m_limit = addNumber(
        limitSpec(edit.document().plan().memoryLimit.unit), Shape::Flat,
        [](const Plan& plan) { return plan.memoryLimit.amount; },
        [](Plan& plan, std::int64_t value) { plan.memoryLimit.amount = value; });
    connect(m_limitUnit, &QComboBox::activated, this, [this](int index) {
        chooseUnit(static_cast<MemoryLimit::Unit>(m_limitUnit->itemData(index).toInt()));
    });
    retranslate();
    refresh();
}

void MemorySection::show(const Plan& plan)
{
    m_limitUnit->setCurrentIndex(m_limitUnit->findData(static_cast<int>(plan.memoryLimit.unit)));
    m_limit->setVisible(plan.memoryLimit.unit != MemoryLimit::Unit::None);
    m_limit->setSpec(limitSpec(plan.memoryLimit.unit));
}

void MemorySection::retranslate()
{
    setTitle(tr("Memory"));
    m_limitUnitName->setText(tr("Limit per device"));
    m_limitUnit->setAccessibleName(tr("Unit of the memory limit"));
    m_limitUnit->setItemText(0, tr("none"));
    m_limitUnit->setItemText(1, tr("in micro-batches"));
    m_limitUnit->setItemText(2, tr("in GB"));
    const QString tip = tr("<p>How much memory each device has: so many micro-batches of "
                           "activations, or so many bytes for all that it holds.</p>");
    m_limitUnit->setToolTip(tip);
    m_limitUnitName->setToolTip(tip);
}

void MemorySection::chooseUnit(MemoryLimit::Unit unit)
{
    Plan plan = edit().document().plan();
    if (unit == plan.memoryLimit.unit)
        return;
    plan.memoryLimit = limitIn(plan, unit);
    if (!edit().propose(plan, tr("Change the memory limit")))
        refresh();
}

} // namespace pipegantt
