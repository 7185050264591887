// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window does with a selected box, the critical path, searches, marks and saved views.

#include "ui/readouts/totalscard.h"
#include "ui/timeline/findbar.h"
#include "ui/timeline/timelineview.h"
#include "ui/window/banner.h"
#include "ui/window/mainwindow.h"
#include "ui/window/markcommands.h"
#include "ui/window/viewcommands.h"

#include <QSplitter>

namespace pipegantt {

namespace {

constexpr int kWidthForThree = 1050;
constexpr int kWidthForFour = 1450;

} // namespace

void MainWindow::connectAnalysis()
{
    Analysis& analysis = m_timeline->analysis();
    const auto show = [this, &analysis] {
        m_totals->setContent(
            analysis.totals().run(), analysis.totals().totals(), analysis.critical().path());
        m_totals->setWholeDevices(m_timeline->rows().showsStages());
        arrangeLinked();
        m_actions.setAvailable(ActionId::CopyTotals, !m_totals->isEmpty(),
            QT_TRANSLATE_NOOP("Actions", "Nothing is selected"));
    };
    connect(&analysis.totals(), &Totals::changed, this, show);
    connect(&analysis.critical(), &CriticalOverlay::changed, this, show);
    connect(m_actions[ActionId::DeviceTable], &QAction::toggled, this, &MainWindow::arrangeLinked);
    connect(m_actions[ActionId::CopyTotals], &QAction::triggered, m_totals, &TotalsCard::copy);
    connect(m_actions[ActionId::Find], &QAction::triggered, m_find, &FindBar::open);
    connect(m_actions[ActionId::FindNext], &QAction::triggered, m_find, &FindBar::next);
    connect(m_actions[ActionId::FindPrevious], &QAction::triggered, m_find, &FindBar::previous);
    show();
}

void MainWindow::arrangeLinked()
{
    const bool table = m_actions[ActionId::Differences]->isChecked();
    // Where the cards would be too narrow, the one that is not about a stretch of time yields.
    const bool devices = m_actions[ActionId::DeviceTable]->isChecked();
    const bool wide = m_linkedSplitter->width() >= (devices ? kWidthForFour : kWidthForThree);
    m_panels.holdBack(ActionId::BubbleChart, table || !(m_totals->isEmpty() || wide));
    m_panels.holdBack(ActionId::MemoryChart, table);
    m_panels.holdBack(ActionId::DeviceTable, table);
}

void MainWindow::connectMarks()
{
    m_marks = new MarkCommands(m_actions, m_document, *m_timeline, this);
    auto* views = new ViewCommands(m_actions, m_document, *m_timeline, this);
    connect(m_marks, &MarkCommands::said, m_banner, &Banner::say);
    connect(views, &ViewCommands::said, m_banner, &Banner::say);
    connect(&m_document, &PlanDocument::viewChanged, &m_autosave, qOverload<>(&QTimer::start));
}

} // namespace pipegantt
