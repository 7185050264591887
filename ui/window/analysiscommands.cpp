// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window does with a selected box, the critical path and searches.

#include "ui/charts/bubblechart.h"
#include "ui/readouts/totalscard.h"
#include "ui/timeline/findbar.h"
#include "ui/timeline/timelineview.h"
#include "ui/window/mainwindow.h"

namespace pipegantt {

namespace {

constexpr int kWidthForThree = 1050;

} // namespace

void MainWindow::connectAnalysis()
{
    Analysis& analysis = m_timeline->analysis();
    const auto show = [this, &analysis] {
        m_totals->setContent(
            analysis.totals().run(), analysis.totals().totals(), analysis.critical().path());
        // Where three cards would be too narrow, the one that is not about a stretch of time
        // yields.
        const bool wide = m_totals->parentWidget()->width() >= kWidthForThree;
        const bool table = m_actions[ActionId::Differences]->isChecked();
        m_bubbleChart->setVisible(!table && (m_totals->isEmpty() || wide));
        m_actions.setAvailable(ActionId::CopyTotals, !m_totals->isEmpty(),
            QT_TRANSLATE_NOOP("Actions", "Nothing is selected"));
    };
    connect(&analysis.totals(), &Totals::changed, this, show);
    connect(&analysis.critical(), &CriticalOverlay::changed, this, show);
    connect(m_actions[ActionId::CopyTotals], &QAction::triggered, m_totals, &TotalsCard::copy);
    connect(m_actions[ActionId::Find], &QAction::triggered, m_find, &FindBar::open);
    connect(m_actions[ActionId::FindNext], &QAction::triggered, m_find, &FindBar::next);
    connect(m_actions[ActionId::FindPrevious], &QAction::triggered, m_find, &FindBar::previous);
    show();
}

} // namespace pipegantt
