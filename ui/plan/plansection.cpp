// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plan/plansection.h"

#include "ui/text/quantities.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace pipegantt {

using namespace Qt::StringLiterals;

PlanSection::PlanSection(PlanEdit& edit, QWidget* parent)
    : QWidget(parent)
    , m_edit(edit)
    , m_title(new QLabel)
    , m_titleLine(new QHBoxLayout)
    , m_layout(new QVBoxLayout(this))
{
    m_title->setProperty("role", u"section"_s);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
    m_titleLine->addWidget(m_title, 1);
    m_layout->addLayout(m_titleLine);
}

void PlanSection::refresh()
{
    const Plan& plan = m_edit.document().plan();
    show(plan);
    for (const Number& number : m_numbers)
        number.slider->showValue(number.read(plan));
}

void PlanSection::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        for (const Number& number : m_numbers) {
            const ParameterInfo& row = info(number.slider->spec().parameter);
            number.slider->setWords(
                translated("Parameter", row.title), translated("Parameter", row.definition));
        }
        retranslate();
        refresh();
    }
    QWidget::changeEvent(event);
}

NumberSlider* PlanSection::addNumber(
    const NumberSpec& spec, NumberSlider::Shape shape, const Read& read, const Write& write)
{
    auto* number = new NumberSlider(spec, shape);
    const ParameterInfo& row = info(spec.parameter);
    number->setObjectName(QString::fromUtf8(row.key.data()));
    number->setWords(translated("Parameter", row.title), translated("Parameter", row.definition));
    connect(number, &NumberSlider::gestureBegan, this, [this] { m_edit.begin(); });
    connect(number, &NumberSlider::gestureEnded, this, [this] { m_edit.end(); });
    connect(number, &NumberSlider::proposed, this, [this, number, write, &row](qint64 value) {
        Plan plan = m_edit.base();
        write(plan, value);
        const Result<void> taken =
            m_edit.propose(plan, tr("Change %1").arg(translated("Parameter", row.title)));
        number->refuse(taken ? QString() : errorText(taken.error()));
    });
    m_numbers.push_back({number, read});
    m_layout->addWidget(number);
    return number;
}

ChoiceRow PlanSection::addChoice(const ChoiceInfo& row)
{
    auto* words = new QComboBox;
    words->setObjectName(QString::fromUtf8(row.key.data()));
    for (std::size_t i = 0; i < row.titles.size(); ++i)
        words->addItem({});
    connect(words, &QComboBox::activated, this, [this, &row](int index) {
        Plan plan = m_edit.document().plan();
        choose(plan, row.choice, index);
        const QString title = translated("Parameter", row.title);
        if (!m_edit.propose(plan, tr("Change %1").arg(title)))
            refresh();
    });
    return {row.choice, words, addRow(words)};
}

QLabel* PlanSection::addRow(QWidget* control)
{
    auto* name = new QLabel;
    name->setBuddy(control);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(name);
    row->addStretch();
    row->addWidget(control);
    m_layout->addLayout(row);
    return name;
}

void PlanSection::addWidget(QWidget* widget)
{
    m_layout->addWidget(widget);
}

void PlanSection::addToTitle(QWidget* control)
{
    m_titleLine->addWidget(control);
}

void PlanSection::setTitle(const QString& title)
{
    m_title->setText(title.toUpper());
}

} // namespace pipegantt
