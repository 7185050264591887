// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plan/planpanel.h"

#include "ui/plan/batchsection.h"
#include "ui/plan/costssection.h"
#include "ui/plan/memorysection.h"
#include "ui/plan/pipelinesection.h"
#include "ui/plan/stagetimes.h"
#include "ui/plan/timesection.h"
#include "ui/plan/valueslider.h"

#include <QComboBox>
#include <QEvent>
#include <QScrollBar>
#include <QVBoxLayout>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidthPx = 312;

} // namespace

PlanPanel::PlanPanel(PlanEdit& edit, QWidget* parent)
    : QScrollArea(parent)
{
    setObjectName(u"planPanel"_s);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setMinimumWidth(kWidthPx);
    auto* content = new QWidget;
    content->setObjectName(u"planPanelContent"_s);
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(16, 16, 16, 16);
    m_layout->setSpacing(16);
    m_costs = new CostsSection(edit);
    m_sections = {new PipelineSection(edit), new TimeSection(edit), new MemorySection(edit),
        new BatchSection(edit), m_costs};
    for (PlanSection* section : m_sections) {
        m_layout->addWidget(section);
        connect(&edit.document(), &PlanDocument::planChanged, section, &PlanSection::refresh);
    }
    m_layout->addStretch();
    setWidget(content);
    setAccessibleName(tr("Plan"));

    for (QComboBox* each : content->findChildren<QComboBox*>()) {
        each->setFocusPolicy(Qt::StrongFocus);
        each->installEventFilter(this);
    }
    connect(
        m_costs, &CostsSection::opened, this, [this] { ensureWidgetVisible(m_costs, 0, 16); },
        Qt::QueuedConnection);
    auto* stageTimes = content->findChild<StageTimes*>();
    // The lists have no place before the layout has run.
    connect(
        stageTimes, &StageTimes::opened, this,
        [this, stageTimes] { ensureWidgetVisible(stageTimes, 0, 16); }, Qt::QueuedConnection);
}

void PlanPanel::append(QWidget* widget)
{
    m_layout->addWidget(widget);
}

std::vector<NumberSlider*> PlanPanel::numbers() const
{
    std::vector<NumberSlider*> numbers;
    for (NumberSlider* number : widget()->findChildren<NumberSlider*>()) {
        if (m_costs->isAncestorOf(number) ? m_costs->offers(*number) : !number->isHidden())
            numbers.push_back(number);
    }
    return numbers;
}

void PlanPanel::reveal(NumberSlider* number)
{
    if (m_costs->isAncestorOf(number))
        m_costs->unfold();
    number->slider()->setFocus(Qt::ShortcutFocusReason);
    // It has no place before the layout has run.
    QMetaObject::invokeMethod(
        this, [this, number] { ensureWidgetVisible(number, 0, 16); }, Qt::QueuedConnection);
}

QSize PlanPanel::sizeHint() const
{
    return {kWidthPx, widget()->sizeHint().height()};
}

bool PlanPanel::eventFilter(QObject* watched, QEvent* event)
{
    // The wheel scrolls the panel and never changes what it passes over.
    if (event->type() == QEvent::Wheel && qobject_cast<QComboBox*>(watched) != nullptr) {
        event->ignore();
        return true;
    }
    return QScrollArea::eventFilter(watched, event);
}

void PlanPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Plan"));
    QScrollArea::changeEvent(event);
}

} // namespace pipegantt
