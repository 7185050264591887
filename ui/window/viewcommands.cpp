// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/viewcommands.h"

#include "core/figure/fills.h"
#include "ui/plan/plandocument.h"
#include "ui/text/quantities.h"
#include "ui/timeline/timelineview.h"
#include "ui/window/actions.h"

#include <utility>

namespace pipegantt {

namespace {

ActionId after(ActionId first, std::size_t steps)
{
    return static_cast<ActionId>(static_cast<std::size_t>(first) + steps);
}

constexpr std::size_t distance(ActionId first, ActionId last)
{
    return static_cast<std::size_t>(last) - static_cast<std::size_t>(first) + 1;
}

// What files name and what actions choose are in one order.
static_assert(kColorings.size() == kColorByCount);
static_assert(distance(ActionId::ColorByKind, ActionId::ColorByIdleCause) == kColorings.size());
static_assert(distance(ActionId::RowsByDevice, ActionId::RowsByStage) == kRowKinds.size());
static_assert(distance(ActionId::ShowView1, ActionId::ShowView9) == PlanView::kSavedCount);
static_assert(distance(ActionId::KeepView1, ActionId::KeepView9) == PlanView::kSavedCount);

} // namespace

ViewCommands::ViewCommands(
    Actions& actions, PlanDocument& document, TimelineView& chart, QObject* parent)
    : QObject(parent)
    , m_actions(actions)
    , m_document(document)
    , m_chart(chart)
{
    for (std::size_t i = 0; i < PlanView::kSavedCount; ++i) {
        connect(actions[after(ActionId::ShowView1, i)], &QAction::triggered, this,
            [this, i] { show(i); });
        connect(actions[after(ActionId::KeepView1, i)], &QAction::triggered, this,
            [this, i] { keep(i); });
    }
    connect(&document, &PlanDocument::viewChanged, this, &ViewCommands::follow);
    follow();
}

void ViewCommands::follow()
{
    for (std::size_t i = 0; i < PlanView::kSavedCount; ++i) {
        m_actions.setAvailable(after(ActionId::ShowView1, i),
            m_document.view().saved[i].has_value(),
            QT_TRANSLATE_NOOP("Actions", "Nothing is kept under this digit yet"));
    }
}

void ViewCommands::keep(std::size_t at)
{
    const TimeScale& shown = m_chart.viewport().scale();
    SavedView view {.window = std::nullopt,
        .coloring = static_cast<std::size_t>(m_chart.colorBy()),
        .rows = static_cast<std::size_t>(m_chart.rows().order().by())};
    if (!m_chart.viewport().isFitted())
        view.window = {m_chart.trueTimeOf(shown.begin()), m_chart.trueTimeOf(shown.end())};
    PlanView all = m_document.view();
    all.saved[at] = view;
    m_document.changeView(all, tr("Keep view %1").arg(at + 1));
    say({});
}

void ViewCommands::show(std::size_t at)
{
    const auto& view = m_document.view().saved[at];
    if (!view)
        return;
    m_actions[after(ActionId::ColorByKind, view->coloring)]->trigger();
    if (view->rows != static_cast<std::size_t>(m_chart.rows().order().by()))
        m_actions[after(ActionId::RowsByDevice, view->rows)]->trigger();
    showWindow(at);
}

void ViewCommands::showWindow(std::size_t at)
{
    const auto& window = m_document.view().saved[at]->window;
    if (!window) {
        m_chart.fit();
        say({});
        return;
    }
    const Duration begin = m_chart.heldTimeOf(window->begin);
    if (begin >= m_chart.viewport().makespan()) {
        const TimeUnit unit = m_document.plan().unit;
        say(tr("View %1 begins at %2, but this run ends at %3.")
                .arg(QString::number(at + 1), durationText(window->begin, unit),
                    durationText(m_chart.trueTimeOf(m_chart.viewport().makespan()), unit)));
        return;
    }
    m_chart.viewport().glideToWindow(begin, m_chart.heldTimeOf(window->end));
    say({});
}

void ViewCommands::say(const QString& sentence)
{
    if (std::exchange(m_spoke, !sentence.isEmpty()) || m_spoke)
        emit said(sentence);
}

} // namespace pipegantt
