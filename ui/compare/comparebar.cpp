// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/comparebar.h"

#include "ui/compare/planchip.h"
#include "ui/text/quantities.h"
#include "ui/theme/actionbutton.h"
#include "ui/theme/icon.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace pipegantt {

using namespace Qt::StringLiterals;

CompareBar::CompareBar(
    CompareSet& set, const QList<QAction*>& shows, const QList<QAction*>& adds, QWidget* parent)
    : QWidget(parent)
    , m_set(set)
    , m_theme(&lightTheme())
    , m_add(new QToolButton)
{
    setObjectName(u"compareBar"_s);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    for (std::size_t i = 0; i < CompareSet::kMostPinned; ++i) {
        auto* chip = new PlanChip;
        m_chips.push_back(chip);
        layout->addWidget(chip, 1);
        connect(chip, &PlanChip::exchangeAsked, this, [this, i] { emit exchangeAsked(i); });
        connect(chip, &PlanChip::unpinAsked, this, [this, i] { m_set.unpin(i); });
    }
    auto* menu = new QMenu(this);
    menu->addActions(adds);
    menu->setToolTipsVisible(true);
    m_add->setObjectName(u"addCompared"_s);
    m_add->setMenu(menu);
    m_add->setPopupMode(QToolButton::InstantPopup);
    m_add->setFocusPolicy(Qt::TabFocus);
    m_add->setIconSize({20, 20});
    layout->addWidget(m_add);
    layout->addStretch(1);
    auto* group = new QHBoxLayout;
    group->setSpacing(2);
    for (QAction* action : shows)
        group->addWidget(actionButton(action));
    layout->addLayout(group);
    connect(&set, &CompareSet::changed, this, &CompareBar::refresh);
    connect(&set, &CompareSet::currentChanged, this, &CompareBar::refresh);
    retranslate();
}

void CompareBar::setTheme(const Theme& theme)
{
    m_theme = &theme;
    m_add->setIcon(themedIcon(u"add"_s, theme));
    for (PlanChip* chip : m_chips)
        chip->setTheme(theme);
}

void CompareBar::refresh()
{
    const std::size_t pinned = m_set.pinned().size();
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        m_chips[i]->setVisible(i < pinned);
        if (i >= pinned)
            continue;
        const auto trouble = m_set.trouble(i);
        m_chips[i]->setTitle(m_set.title(i), trouble ? errorText(*trouble) : QString());
    }
    m_add->setEnabled(!m_set.isFull());
    setVisible(pinned > 0);
}

void CompareBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CompareBar::retranslate()
{
    m_add->setToolTip(tr("Add a plan to compare"));
    m_add->setAccessibleName(tr("Add a plan to compare"));
    refresh();
}

} // namespace pipegantt
