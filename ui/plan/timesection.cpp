// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plan/timesection.h"

#include "core/schedule/catalogue.h"
#include "ui/plan/stagetimes.h"
#include "ui/text/quantities.h"

#include <QComboBox>
#include <QLabel>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

constexpr TimeUnit kUnits[] = {
    TimeUnit::Slots, TimeUnit::Microseconds, TimeUnit::Milliseconds, TimeUnit::Seconds};

} // namespace

TimeSection::TimeSection(PlanEdit& edit, QWidget* parent)
    : PlanSection(edit, parent)
    , m_stageTimes(new StageTimes(edit))
    , m_unit(new QComboBox)
    , m_source(new QLabel)
{
    using Shape = NumberSlider::Shape;
    const TimeUnit unit = edit.document().plan().unit;
    m_forward = addNumber(
        numberSpec(Parameter::Forward, unit), Shape::Flat,
        [](const Plan& plan) { return plan.time.forward.count(); },
        [](Plan& plan, std::int64_t value) { plan.time.forward = Duration(value); });
    m_backward = addNumber(
        numberSpec(Parameter::Backward, unit), Shape::Flat,
        [](const Plan& plan) { return plan.time.backward().count(); },
        [](Plan& plan, std::int64_t value) {
            plan.time = stageTime(plan.time.forward, Duration(value));
        });
    m_comm = addNumber(
        numberSpec(Parameter::Comm, unit), Shape::Flat,
        [](const Plan& plan) { return plan.link.latency.count(); },
        [](Plan& plan, std::int64_t value) { plan.link.latency = Duration(value); });
    addWidget(m_stageTimes);

    m_unit->setObjectName(u"unit"_s);
    for (const TimeUnit each : kUnits)
        m_unit->addItem({}, static_cast<int>(each));
    addToTitle(m_unit);
    connect(m_unit, &QComboBox::activated, this, [this](int index) {
        Plan plan = this->edit().document().plan();
        plan.unit = static_cast<TimeUnit>(m_unit->itemData(index).toInt());
        if (!this->edit().propose(plan, tr("Change the unit of time")))
            refresh();
    });
    m_source->setProperty("role", u"muted"_s);
    m_source->setWordWrap(true);
    addWidget(m_source);
    retranslate();
    refresh();
}

void TimeSection::show(const Plan& plan)
{
    m_forward->setSpec(numberSpec(Parameter::Forward, plan.unit));
    m_backward->setSpec(numberSpec(Parameter::Backward, plan.unit));
    m_comm->setSpec(numberSpec(Parameter::Comm, plan.unit));
    const QString listed =
        plan.perStage.empty() ? QString() : tr("Each stage has its own time, below.");
    m_forward->lock(listed);
    m_backward->lock(
        entry(plan.schedule).hasBackward ? listed : tr("This schedule has no backward pass."));
    const bool sliced = shapeOf(plan.schedule).sliced && plan.slices > 1;
    setTitle(!plan.layout.empty() ? tr("Time of one layer")
            : sliced              ? tr("Time of one slice")
            : plan.chunks > 1     ? tr("Time of one chunk")
                                  : tr("Time of one micro-batch"));
    m_stageTimes->show(plan);
    m_unit->setCurrentIndex(m_unit->findData(static_cast<int>(plan.unit)));
    if (const TimeSource& source = plan.source; source.measured()) {
        m_source->setText(
            tr("Source: %1 measured on %2, %3, in micro-batches of %4")
                .arg(QString::fromStdString(source.model), QString::fromStdString(source.device),
                    QString::fromStdString(source.date).section(u'T', 0, 0),
                    QString::number(source.microbatchSize)));
        return;
    }
    m_source->setText(plan.unit == TimeUnit::Slots ? tr("Source: given in slots, an abstract unit")
                                                   : tr("Source: given as times, not measured"));
}

void TimeSection::retranslate()
{
    m_stageTimes->retranslate();
    m_unit->setAccessibleName(tr("Unit of time"));
    for (int i = 0; i < m_unit->count(); ++i)
        m_unit->setItemText(i, unitText(static_cast<TimeUnit>(m_unit->itemData(i).toInt())));
    m_unit->setToolTip(tr("<p>A slot is an abstract unit of time, for pipelines that nobody has "
                          "measured. In real units a slot counts as 1 ms.</p>"));
}

} // namespace pipegantt
