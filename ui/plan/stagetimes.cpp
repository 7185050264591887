// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plan/stagetimes.h"

#include "core/schedule/catalogue.h"
#include "ui/plan/number.h"
#include "ui/text/quantities.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStyle>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

Duration timeOf(const StageTime& time, Parameter parameter)
{
    return parameter == Parameter::Forward ? time.forward : time.backward();
}

QString listText(const Plan& plan, Parameter parameter)
{
    QStringList numbers;
    for (const StageTime& time : plan.perStage)
        numbers += QString::fromStdString(timeNumber(timeOf(time, parameter), plan.unit));
    return numbers.join(u", "_s);
}

/// `plan` with the list of one kind of time read from `text`.
Result<Plan> withList(Plan plan, Parameter parameter, const QString& text)
{
    const NumberSpec spec = numberSpec(parameter, plan.unit);
    QString list = text;
    list.replace(u'，', u',');
    const QStringList parts = list.split(u',');
    if (parts.size() != plan.modelStages()) {
        return failure(ErrorCode::PerStageCount,
            {std::string(info(parameter).key), std::to_string(parts.size()),
                std::to_string(plan.modelStages())});
    }
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const Result<std::int64_t> value = parseNumber(spec, parts[i]);
        if (!value)
            return failure(value);
        StageTime& time = plan.perStage[static_cast<std::size_t>(i)];
        if (parameter == Parameter::Forward)
            time.forward = Duration(*value);
        else
            time = stageTime(time.forward, Duration(*value));
    }
    return plan;
}

} // namespace

StageTimes::StageTimes(PlanEdit& edit, QWidget* parent)
    : QWidget(parent)
    , m_edit(edit)
    , m_switch(new QCheckBox)
    , m_note(new QLabel)
{
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(6);
    layout->addWidget(m_switch, 0, 0, 1, 2);
    m_switch->setObjectName(u"per-stage"_s);
    m_forward = makeList(Parameter::Forward, u"forward-per-stage"_s);
    m_backward = makeList(Parameter::Backward, u"backward-per-stage"_s);
    layout->addWidget(m_forward.name, 1, 0);
    layout->addWidget(m_forward.field, 1, 1);
    layout->addWidget(m_backward.name, 2, 0);
    layout->addWidget(m_backward.field, 2, 1);
    layout->addWidget(m_note, 3, 0, 1, 2);
    layout->setColumnStretch(1, 1);
    m_note->setProperty("role", u"bad"_s);
    m_note->setWordWrap(true);
    m_note->hide();
    connect(m_switch, &QCheckBox::clicked, this, &StageTimes::toggle);
}

StageTimes::List StageTimes::makeList(Parameter parameter, const QString& objectName)
{
    List list {new QLabel, new QLineEdit, parameter};
    list.name->setBuddy(list.field);
    list.field->setObjectName(objectName);
    connect(list.field, &QLineEdit::editingFinished, this, [this, list] { commit(list); });
    connect(list.field, &QLineEdit::textEdited, this, [this, list] { refuse(list, {}); });
    return list;
}

void StageTimes::show(const Plan& plan)
{
    const bool on = !plan.perStage.empty();
    m_switch->setChecked(on);
    for (const List& list : {m_forward, m_backward}) {
        const bool needed =
            on && (list.parameter == Parameter::Forward || entry(plan.schedule).hasBackward);
        list.name->setVisible(needed);
        list.field->setVisible(needed);
        // A refused text stays until the list itself changes.
        const QString text = listText(plan, list.parameter);
        if (list.field->property("shown").toString() != text) {
            list.field->setProperty("shown", text);
            list.field->setText(text);
            list.field->setCursorPosition(0);
            refuse(list, {});
        }
    }
}

void StageTimes::retranslate()
{
    m_switch->setText(tr("Each stage its own time"));
    m_switch->setToolTip(
        tr("<p>Gives each stage its own forward and backward time, in the order of the model: a "
           "list with one time for each stage, for example 1, 1, 2, 1.</p>"));
    m_forward.name->setText(translated("Parameter", info(Parameter::Forward).title));
    m_backward.name->setText(translated("Parameter", info(Parameter::Backward).title));
    m_forward.field->setAccessibleName(tr("Forward time of each stage"));
    m_backward.field->setAccessibleName(tr("Backward time of each stage"));
    for (const List& list : {m_forward, m_backward})
        list.field->setToolTip(list.field->accessibleName());
}

void StageTimes::toggle(bool on)
{
    Plan plan = m_edit.document().plan();
    if (!on)
        plan.perStage.clear();
    else if (plan.layout.empty())
        plan.perStage.assign(static_cast<std::size_t>(plan.modelStages()), plan.time);
    else
        plan = withListedTimes(std::move(plan));
    if (!m_edit.propose(
            plan, on ? tr("Give each stage its own time") : tr("Give all stages one time")))
        show(m_edit.document().plan());
    else if (on)
        emit opened();
}

void StageTimes::commit(const List& list)
{
    if (!list.field->isModified())
        return;
    list.field->setModified(false);
    const Result<Plan> plan =
        withList(m_edit.document().plan(), list.parameter, list.field->text());
    if (!plan) {
        refuse(list, errorText(plan.error()));
        return;
    }
    const Result<void> taken = m_edit.propose(*plan, tr("Change the times of the stages"));
    refuse(list, taken ? QString() : errorText(taken.error()));
    if (taken)
        list.field->setText(listText(*plan, list.parameter));
}

void StageTimes::refuse(const List& list, const QString& sentence)
{
    m_note->setText(sentence);
    m_note->setVisible(!sentence.isEmpty());
    list.field->setProperty("bad", !sentence.isEmpty());
    list.field->setAccessibleDescription(sentence);
    list.field->style()->polish(list.field);
}

} // namespace pipegantt
