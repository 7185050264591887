// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/sidepanel.h"

#include "ui/plan/planpanel.h"

#include <QResizeEvent>
#include <QVBoxLayout>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

// Lower than this the card would take the place of most numbers.
constexpr int kRoomForCardPx = 760;

} // namespace

SidePanel::SidePanel(PlanPanel* panel, QWidget* card, QWidget* parent)
    : QWidget(parent)
    , m_panel(panel)
    , m_card(card)
    , m_foot(new QWidget)
{
    setObjectName(u"sidePanel"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 1, 0);
    layout->setSpacing(0);
    layout->addWidget(m_panel, 1);
    layout->addWidget(m_foot);
    auto* foot = new QVBoxLayout(m_foot);
    foot->setContentsMargins(12, 8, 12, 12);
    foot->addWidget(m_card);
}

void SidePanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool inSight = event->size().height() >= kRoomForCardPx;
    if (inSight != m_inSight)
        placeCard(inSight);
}

void SidePanel::placeCard(bool inSight)
{
    m_inSight = inSight;
    if (inSight)
        m_foot->layout()->addWidget(m_card);
    else
        m_panel->append(m_card);
    m_foot->setVisible(inSight);
    emit cardMoved();
}

} // namespace pipegantt
