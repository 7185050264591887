// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/browser/schedulebrowser.h"
#include "ui/plan/planedit.h"
#include "ui/plan/recognition.h"
#include "ui/plan/simulation.h"
#include "ui/settings/settings.h"
#include "ui/text/language.h"
#include "ui/theme/themechoice.h"
#include "ui/window/actions.h"
#include "ui/window/documentfiles.h"
#include "ui/window/panels.h"

#include <QMainWindow>
#include <QTimer>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

class QSplitter;

namespace pipegantt {

class Banner;
class BubbleChart;
class FindBar;
class CommandPalette;
class CompareDesk;
class DeviceTable;
class MarkCommands;
class MemoryChart;
struct PaletteCommand;
class PlanPanel;
class ReadoutBar;
class RecommendationCard;
class SearchStrip;
class TimelineView;
class TopBar;
class TransportBar;
class TotalsCard;

/// The window: composes the views, keeps document, simulation, language and theme together, and
/// knows no fact about a schedule.
class MainWindow : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    MainWindow(Settings& settings, Language& language, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] PlanDocument& document() { return m_document; }
    [[nodiscard]] DocumentFiles& files() { return m_files; }
    [[nodiscard]] const Actions& actions() const { return m_actions; }
    /// The run on the screen; empty before the first.
    [[nodiscard]] const std::shared_ptr<const Run>& run() const { return m_run; }

    /// Takes up where the last session stopped: plan, geometry, splitters.
    void restore();
    /// The same without the plan, for a start with a file. Edits of the last session that were
    /// never saved stay stored for the next start without one.
    void restoreLayout();
    void setThemeChoice(ThemeChoice choice);
    void setLanguage(const QString& tag);

signals:
    /// A run is on the screen.
    void runShown();

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildCentre();
    void buildLinked();
    void buildPanels(QWidget& side);
    void buildMenus();
    void connectActions();
    void connectPlan();
    void connectCompare();
    void connectAnalysis();
    void connectMarks();
    void arrangeLinked();
    void fillRecentFiles();
    void fillPresets();
    void fillChoices();
    void retranslate();
    void showTitle();
    void dressWidgets();
    void applyPlayIcon();
    void showRun(std::shared_ptr<const Run> run);
    void proposeMicrobatches(int microbatches, const QString& description);
    void dragMicrobatches(int microbatches, bool finished);
    void openPalette();
    void addActionCommands(std::vector<PaletteCommand>& commands);
    void addPlanCommands(std::vector<PaletteCommand>& commands);
    void addScheduleCommands(std::vector<PaletteCommand>& commands);
    void addFileCommands(std::vector<PaletteCommand>& commands);
    void browseSchedules(ScheduleBrowser::Page page);
    void chooseSchedule(ScheduleKind kind, Cut cut);
    void connectOrder();
    void editThisOrder();
    void takeOrder(const std::shared_ptr<const Schedule>& order, const QString& description);
    void followOrder();
    void exportFigure();
    void copyImage();
    void switchFullScreen(bool on);
    void showAbout();
    void storeGeometry();

    Settings& m_settings;
    Language& m_language;
    PlanDocument m_document;
    PlanEdit m_edit;
    Simulation m_simulation;
    Recognition m_recognition;
    Actions m_actions;
    Panels m_panels;
    DocumentFiles m_files;
    QTimer m_autosave;
    std::shared_ptr<const Run> m_run;
    std::optional<Error> m_refusal;
    ThemeChoice m_themeChoice = ThemeChoice::System;
    bool m_draggingPoint = false;
    /// Whether the browser is open to choose what joins the comparison.
    bool m_browsesToCompare = false;
    bool m_sparesSession = false;

    std::array<QMenu*, kMenuCount> m_menus {};
    /// The submenus of series, with what they are called.
    std::vector<std::pair<QMenu*, const char*>> m_series;
    QMenu* m_recent;
    QMenu* m_presets;
    QMenu* m_languages;
    QMenu* m_themes;
    TopBar* m_topBar;
    PlanPanel* m_panel;
    RecommendationCard* m_recommendation;
    ReadoutBar* m_readouts;
    Banner* m_banner;
    SearchStrip* m_search;
    ScheduleBrowser* m_browser;
    CommandPalette* m_palette;
    TimelineView* m_timeline;
    TransportBar* m_transport;
    CompareDesk* m_compare;
    FindBar* m_find;
    MarkCommands* m_marks;
    TotalsCard* m_totals;
    BubbleChart* m_bubbleChart;
    MemoryChart* m_memoryChart;
    DeviceTable* m_devices;
    QSplitter* m_sideSplitter;
    QSplitter* m_chartSplitter;
    QSplitter* m_linkedSplitter;
};

} // namespace pipegantt
