// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/topbar.h"

#include "ui/plan/schedulechooser.h"
#include "ui/theme/actionbutton.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace pipegantt {

using namespace Qt::StringLiterals;

TopBar::TopBar(PlanEdit& edit, const Actions& actions, QMenu* presets, QWidget* parent)
    : QWidget(parent)
    , m_schedule(new ScheduleChooser(edit))
    , m_scheduleName(new QLabel)
    , m_recognized(new QLabel)
    , m_presets(new QToolButton)
{
    setObjectName(u"topBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(4);
    m_schedule->setObjectName(u"schedule"_s);
    m_scheduleName->setBuddy(m_schedule);
    layout->addWidget(m_scheduleName);
    layout->addSpacing(4);
    layout->addWidget(m_schedule);
    connect(m_schedule, &QToolButton::clicked, actions[ActionId::Schedules], &QAction::trigger);
    m_recognized->setObjectName(u"recognized"_s);
    m_recognized->setProperty("role", u"muted"_s);
    // Where the window is narrow, its end goes first.
    m_recognized->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_recognized->setMinimumWidth(1);
    m_recognized->setContentsMargins(8, 0, 0, 0);
    m_recognized->hide();
    layout->addWidget(m_recognized);
    layout->addSpacing(8);

    m_presets->setMenu(presets);
    m_presets->setPopupMode(QToolButton::InstantPopup);
    m_presets->setFocusPolicy(Qt::TabFocus);
    layout->addWidget(m_presets);
    layout->addSpacing(16);

    for (const ActionId id : {ActionId::Undo, ActionId::Redo})
        layout->addWidget(actionButton(actions[id]));
    layout->addSpacing(16);
    layout->addWidget(actionButton(actions[ActionId::Fit]));
    layout->addStretch(1);
    m_language = actionButton(actions[ActionId::NextLanguage]);
    layout->addWidget(m_language);
    layout->addWidget(actionButton(actions[ActionId::NextTheme]));
    layout->addSpacing(8);
    m_export = actionButton(actions[ActionId::Export]);
    m_export->setProperty("role", u"primary"_s);
    layout->addWidget(m_export);
    retranslate();
}

void TopBar::setOtherLanguage(const QString& name)
{
    m_language->setText(name);
}

void TopBar::setRecognized(const QString& sentence)
{
    m_recognized->setText(sentence);
    m_recognized->setToolTip(sentence);
    m_recognized->setVisible(!sentence.isEmpty());
}

void TopBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TopBar::retranslate()
{
    m_scheduleName->setText(tr("Schedule"));
    m_presets->setText(tr("Examples") + u" ▾"_s);
    m_presets->setToolTip(tr("Plans worth starting from"));
    m_presets->setAccessibleName(tr("Examples"));
    m_export->setText(tr("Export"));
}

} // namespace pipegantt
