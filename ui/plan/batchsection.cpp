// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plan/batchsection.h"

#include "core/planner/recommendation.h"

#include <QLabel>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

QString sampleNumber(const MicrobatchSize& size)
{
    const Ratio reduced = size.samples.reduced();
    return size.whole ? QString::number(reduced.numerator)
                      : QString::fromStdString(ratioNumber(reduced, 2));
}

} // namespace

BatchSection::BatchSection(PlanEdit& edit, QWidget* parent)
    : PlanSection(edit, parent)
    , m_size(new QLabel)
    , m_verdict(new QLabel)
{
    using Shape = NumberSlider::Shape;
    addNumber(
        numberSpec(Parameter::GlobalBatch), Shape::Flat,
        [](const Plan& plan) { return plan.globalBatch; },
        [](Plan& plan, std::int64_t value) { plan.globalBatch = value; });
    m_sizeName = addRow(m_size);
    m_size->setObjectName(u"microbatch-size"_s);
    m_verdict->setProperty("role", u"muted"_s);
    m_verdict->setWordWrap(true);
    addWidget(m_verdict);
    addNumber(
        numberSpec(Parameter::TargetEfficiency), Shape::Flat,
        [](const Plan& plan) { return plan.targetEfficiency; },
        [](Plan& plan, std::int64_t value) { plan.targetEfficiency = static_cast<int>(value); });
    retranslate();
    refresh();
}

void BatchSection::show(const Plan& plan)
{
    const std::optional<MicrobatchSize> size = microbatchSize(plan);
    if (!size) {
        m_size->setText(u"–"_s);
        m_verdict->setText(tr("No global batch is given."));
        return;
    }
    m_size->setText(sampleNumber(*size));
    QString verdict;
    switch (size->verdict) {
    case MicrobatchSize::Verdict::Small:
        verdict = tr("Below the usual %1 to %2: many passes, each with its overhead.");
        break;
    case MicrobatchSize::Verdict::Good:
        verdict = tr("Within the usual %1 to %2 for this depth.");
        break;
    case MicrobatchSize::Verdict::Large:
        verdict = tr("Above the usual %1 to %2: efficient passes, but a larger bubble.");
        break;
    }
    verdict = verdict.arg(size->least).arg(size->most);
    if (!size->whole)
        verdict = tr("M does not divide the global batch.") + u' ' + verdict;
    m_verdict->setText(verdict);
}

void BatchSection::retranslate()
{
    setTitle(tr("Batch"));
    m_sizeName->setText(tr("Micro-batch size"));
    m_size->setAccessibleName(tr("Micro-batch size"));
    const QString tip = tr("<p>Samples in one micro-batch: the global batch divided by M. Small "
                           "ones fill the pipeline better, large ones use the device better.</p>");
    m_size->setToolTip(tip);
    m_sizeName->setToolTip(tip);
}

} // namespace pipegantt
