// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/comparedesk.h"

#include "core/format/planfile.h"
#include "core/format/planinput.h"
#include "core/planner/difference.h"
#include "ui/compare/comparebar.h"
#include "ui/compare/comparecanvas.h"
#include "ui/compare/differencepanel.h"
#include "ui/plan/planedit.h"
#include "ui/text/quantities.h"
#include "ui/timeline/timelineview.h"
#include "ui/window/actions.h"
#include "ui/window/actiontable.h"

#include <QActionGroup>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>

#include <array>
#include <utility>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kArrangements {
    std::pair {ActionId::ShowStacked, Arrangement::Stacked},
    std::pair {ActionId::ShowOverlaid, Arrangement::Overlaid},
    std::pair {ActionId::ShowWipe, Arrangement::Wipe},
};

} // namespace

CompareDesk::CompareDesk(Actions& actions, PlanEdit& edit, TimelineView& chart, QWidget* window)
    : QObject(window)
    , m_actions(actions)
    , m_edit(edit)
    , m_chart(chart)
    , m_window(window)
    , m_canvas(new CompareCanvas(m_set, chart))
    , m_bar(new CompareBar(m_set,
          {actions[ActionId::ShowStacked], actions[ActionId::ShowOverlaid],
              actions[ActionId::ShowWipe], actions[ActionId::Differences]},
          {actions[ActionId::CompareFiles], actions[ActionId::CompareSchedule]}))
    , m_panel(new DifferencePanel(m_set))
{
    connectActions();
    connect(&m_set, &CompareSet::changed, this, &CompareDesk::refresh);
    connect(&m_set, &CompareSet::failed, this,
        [this](const Error& error) { emit said(errorText(error)); });
    connect(m_bar, &CompareBar::exchangeAsked, this, &CompareDesk::exchange);
    show(Arrangement::Stacked);
    refresh();
}

void CompareDesk::connectActions()
{
    const auto on = [this](ActionId id, auto&& slot) {
        connect(m_actions[id], &QAction::triggered, this, slot);
    };
    on(ActionId::PinBaseline, [this] { pin(); });
    on(ActionId::CompareFiles, [this] { chooseFiles(); });
    on(ActionId::CompareSchedule, [this] { emit scheduleAsked(); });
    on(ActionId::SwapBaseline, [this] { exchange(0); });
    on(ActionId::UnpinAll, [this] { m_set.clear(); });
    on(ActionId::WipeLeft, [this] { m_canvas->wipeLeft(); });
    on(ActionId::WipeRight, [this] { m_canvas->wipeRight(); });
    on(ActionId::CopyDifferences,
        [this] { QGuiApplication::clipboard()->setMimeData(m_panel->mime().release()); });
    auto* group = new QActionGroup(this);
    for (const auto& [id, arrangement] : kArrangements) {
        group->addAction(m_actions[id]);
        on(id, [this, chosen = arrangement] { show(chosen); });
    }
    connect(m_actions[ActionId::Differences], &QAction::toggled, this, [this] { refresh(); });
}

void CompareDesk::setRun(std::shared_ptr<const Run> run)
{
    m_set.setCurrent(std::move(run));
    followChart();
    emit baselineChanged(m_set.baseline());
}

void CompareDesk::setTheme(const Theme& theme)
{
    m_canvas->setTheme(theme);
    m_bar->setTheme(theme);
}

void CompareDesk::pin()
{
    if (m_set.isFull()) {
        emit said(tr("%1 plans are pinned already, as many as can be. Unpin one first.")
                      .arg(CompareSet::kMostPinned));
        return;
    }
    m_set.pinCurrent();
}

void CompareDesk::add(const Plan& plan, const QString& name)
{
    if (!m_set.add(plan, name)) {
        emit said(tr("%1 plans are pinned already, as many as can be. Unpin one first.")
                      .arg(CompareSet::kMostPinned));
    }
}

void CompareDesk::chooseFiles()
{
    const QString suffix = QString::fromUtf8(kPlanFileSuffix.data());
    const QString sheets = QString::fromUtf8(kSheetFileSuffix.data());
    const QString path = m_edit.document().path();
    addFiles(QFileDialog::getOpenFileNames(m_window, tr("Add plans to compare"),
        path.isEmpty() ? QString() : QFileInfo(path).absolutePath(),
        tr("Plans and orders (*%1 *%2);;All files (*)").arg(suffix, sheets)));
}

void CompareDesk::addFiles(const QStringList& paths)
{
    for (const QString& path : paths) {
        const Result<PlanInput> read = readPlanInput(path.toStdString());
        if (!read) {
            emit said(errorText(read.error()));
            return;
        }
        add(read->plan, QFileInfo(path).completeBaseName());
    }
}

void CompareDesk::exchange(std::size_t index)
{
    if (const auto trouble = index < m_set.pinned().size() ? m_set.trouble(index) : std::nullopt) {
        emit said(errorText(*trouble));
        return;
    }
    if (const auto plan = m_set.exchange(index)) {
        const Result<void> taken = m_edit.propose(*plan, tr("Swap with a pinned plan"));
        if (!taken)
            emit said(errorText(taken.error()));
    }
}

void CompareDesk::show(Arrangement arrangement)
{
    m_canvas->setArrangement(arrangement);
    for (const auto& [id, one] : kArrangements)
        m_actions[id]->setChecked(one == arrangement);
    refresh();
}

void CompareDesk::refresh()
{
    const bool compares = !m_set.isEmpty();
    const bool stacked = m_canvas->arrangement() == Arrangement::Stacked;
    const bool chartHadFocus = m_chart.hasFocus();
    m_canvas->setVisible(compares);
    m_chart.setVisible(!compares || stacked);
    if (chartHadFocus && !m_chart.isVisible())
        m_canvas->setFocus();
    else if (m_window->focusWidget() == nullptr || !m_window->focusWidget()->isVisible())
        m_chart.setFocus();
    followChart();
    for (const ActionId id :
        {ActionId::SwapBaseline, ActionId::UnpinAll, ActionId::CopyDifferences})
        m_actions.setAvailable(id, compares, QT_TRANSLATE_NOOP("Actions", "No plan is pinned yet"));
    for (const ActionId id : {ActionId::WipeLeft, ActionId::WipeRight}) {
        m_actions.setAvailable(id, compares && m_canvas->arrangement() == Arrangement::Wipe,
            QT_TRANSLATE_NOOP("Actions", "The plans are not shown as a wipe"));
    }
    for (const ActionRow& row : rowsActions()) {
        m_actions.setAvailable(row.id, !compares || stacked,
            QT_TRANSLATE_NOOP("Actions", "Plans over each other share the rows of devices"));
    }
    const bool table = m_actions[ActionId::Differences]->isChecked();
    m_panel->setVisible(table);
    emit tableShown(table);
    emit baselineChanged(m_set.baseline());
}

void CompareDesk::followChart()
{
    const std::vector<NamedRun> runs = m_set.comparable();
    m_chart.setCompanions({longestMakespan(runs), mostDevices(runs), kindsOf(runs)});
    m_canvas->update();
}

void CompareDesk::store(Settings& settings) const
{
    QStringList plans;
    QStringList names;
    for (const PinnedPlan& pinned : m_set.pinned()) {
        plans.append(QString::fromStdString(planText(pinned.run->plan)));
        names.append(pinned.name);
    }
    settings.set(setting::kPinnedPlans, plans);
    settings.set(setting::kPinnedNames, names);
    settings.set(setting::kArrangement, static_cast<int>(m_canvas->arrangement()));
    settings.set(setting::kWipe, m_canvas->wipe());
}

void CompareDesk::restore(const Settings& settings)
{
    const QStringList plans = settings.value(setting::kPinnedPlans);
    const QStringList names = settings.value(setting::kPinnedNames);
    for (qsizetype i = 0; i < plans.size(); ++i) {
        const Result<Plan> plan = parsePlan(plans[i].toStdString());
        if (plan && checkRunnable(*plan))
            m_set.add(*plan, names.value(i));
    }
    m_canvas->setWipe(settings.value(setting::kWipe));
    const int arrangement = settings.value(setting::kArrangement);
    if (arrangement >= 0 && arrangement < static_cast<int>(kArrangements.size()))
        show(kArrangements[static_cast<std::size_t>(arrangement)].second);
}

} // namespace pipegantt
