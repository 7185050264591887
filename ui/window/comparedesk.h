// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/compare/comparelayout.h"
#include "ui/compare/compareset.h"
#include "ui/settings/settings.h"
#include "ui/theme/theme.h"

#include <QObject>
#include <QString>
#include <QStringList>

namespace pipegantt {

class Actions;
class CompareBar;
class CompareCanvas;
class DifferencePanel;
class PlanEdit;
class TimelineView;

/// Everything in the window that compares plans: the set of them, the line and the chart that show
/// it, the table, and what the actions do with them.
class CompareDesk : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareDesk)

public:
    /// The widgets are handed out unowned, for a layout to take. All that is given outlives it.
    CompareDesk(Actions& actions, PlanEdit& edit, TimelineView& chart, QWidget* window);
    ~CompareDesk() override = default;

    [[nodiscard]] CompareSet& set() { return m_set; }
    [[nodiscard]] CompareBar* bar() const { return m_bar; }
    [[nodiscard]] CompareCanvas* canvas() const { return m_canvas; }
    [[nodiscard]] DifferencePanel* panel() const { return m_panel; }

    void setRun(std::shared_ptr<const Run> run);
    void setTheme(const Theme& theme);
    /// Pins the plans of the files; says which cannot be read.
    void addFiles(const QStringList& paths);
    void add(const Plan& plan, const QString& name = {});

    /// Keeps what is compared for the next start, and takes it up again.
    void store(Settings& settings) const;
    void restore(const Settings& settings);

signals:
    /// The baseline is another one, or none.
    void baselineChanged(std::shared_ptr<const Run> baseline);
    /// What went wrong, in words.
    void said(const QString& sentence);
    /// A schedule is to be chosen that joins the comparison.
    void scheduleAsked();
    /// Whether the table of differences takes the place of the charts below.
    void tableShown(bool shown);

private:
    void connectActions();
    void pin();
    void chooseFiles();
    void exchange(std::size_t index);
    void show(Arrangement arrangement);
    void refresh();
    void followChart();

    Actions& m_actions;
    PlanEdit& m_edit;
    TimelineView& m_chart;
    QWidget* m_window;
    CompareSet m_set;
    CompareCanvas* m_canvas;
    CompareBar* m_bar;
    DifferencePanel* m_panel;
};

} // namespace pipegantt
