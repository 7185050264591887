// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of MainWindow that brings a custom order and the document together.

#include "core/schedule/givenorder.h"
#include "ui/text/quantities.h"
#include "ui/timeline/timelineview.h"
#include "ui/window/banner.h"
#include "ui/window/mainwindow.h"
#include "ui/window/topbar.h"

#include <array>
#include <utility>

namespace pipegantt {

void MainWindow::connectOrder()
{
    connect(m_timeline, &TimelineView::editBegun, this, [this] {
        if (!m_refusal)
            m_banner->say({});
    });
    connect(m_timeline, &TimelineView::orderEdited, this, &MainWindow::takeOrder);
    connect(m_timeline, &TimelineView::editRefused, this,
        [this](const Error& error) { m_banner->say(errorText(error)); });
    connect(&m_recognition, &Recognition::changed, this,
        [this] { m_topBar->setRecognized(m_recognition.sentence()); });
    followOrder();
}

void MainWindow::editThisOrder()
{
    if (!m_run || m_run->excerpt || m_run->plan != m_document.plan())
        return;
    Plan plan = m_run->plan;
    plan.schedule = ScheduleKind::Custom;
    plan.given = givenOrder(m_run->schedule);
    adoptGivenShape(plan);
    if (const Result<void> taken = m_edit.propose(plan, tr("Edit this order")); !taken)
        m_banner->say(errorText(taken.error()));
    m_timeline->setFocus();
}

void MainWindow::takeOrder(const std::shared_ptr<const Schedule>& order, const QString& description)
{
    Plan plan = m_document.plan();
    plan.given = {order, nullptr};
    adoptGivenShape(plan);
    if (const Result<void> taken = m_edit.propose(plan, description); !taken)
        m_banner->say(errorText(taken.error()));
}

/// What can be done with the order on screen, and what it is called.
void MainWindow::followOrder()
{
    const bool custom = m_timeline->canEditOrder();
    const bool part = m_run && m_run->excerpt;
    m_actions.setAvailable(ActionId::EditOrder, m_run && !custom && !part,
        part
            ? QT_TRANSLATE_NOOP("Actions", "Not all of the order is drawn; use fewer micro-batches")
            : QT_TRANSLATE_NOOP("Actions", "The order is one of your own already"));
    static constexpr std::array kMoves {
        ActionId::MoveEarlier, ActionId::MoveLater, ActionId::MoveStageUp, ActionId::MoveStageDown};
    for (const ActionId move : kMoves)
        m_actions.setAvailable(move, custom,
            QT_TRANSLATE_NOOP("Actions", "The order is a schedule's own; Edit this order first"));
    if (m_run)
        m_recognition.ask(m_run->plan);
}

} // namespace pipegantt
