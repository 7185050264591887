// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/mainwindow.h"

#include "ui/browser/schedulebrowser.h"
#include "ui/charts/bubblechart.h"
#include "ui/charts/memorychart.h"
#include "ui/compare/comparebar.h"
#include "ui/compare/comparecanvas.h"
#include "ui/compare/differencepanel.h"
#include "ui/palette/commandpalette.h"
#include "ui/plan/planpanel.h"
#include "ui/plan/schedulechooser.h"
#include "ui/readouts/devicetable.h"
#include "ui/readouts/readoutbar.h"
#include "ui/readouts/recommendationcard.h"
#include "ui/readouts/totalscard.h"
#include "ui/text/quantities.h"
#include "ui/theme/icon.h"
#include "ui/timeline/findbar.h"
#include "ui/timeline/timelineview.h"
#include "ui/window/banner.h"
#include "ui/window/comparedesk.h"
#include "ui/window/linkedviews.h"
#include "ui/window/searchstrip.h"
#include "ui/window/session.h"
#include "ui/window/sidepanel.h"
#include "ui/window/topbar.h"
#include "ui/window/transportbar.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <initializer_list>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

/// The one file that a drop brings; empty where it is none or several.
QString droppedFile(const QMimeData* data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.constFirst().isLocalFile() ? urls.constFirst().toLocalFile()
                                                               : QString();
}

} // namespace

MainWindow::MainWindow(Settings& settings, Language& language, QWidget* parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_language(language)
    , m_edit(m_document)
    , m_panels(m_actions, settings)
    , m_files(m_document, settings, this)
    , m_recent(new QMenu(this))
    , m_presets(new QMenu(this))
    , m_languages(new QMenu(this))
    , m_themes(new QMenu(this))
{
    // Before the widgets: those that exist when the application gets its font keep parts of
    // another.
    m_themeChoice = themeChoiceFromId(m_settings.value(setting::kTheme));
    applyTheme(themeFor(m_themeChoice));
    setWindowIcon(applicationIcon());
    setAcceptDrops(true);
    setContextMenuPolicy(Qt::NoContextMenu);
    setMinimumSize(960, 640);
    resize(1440, 900);
    buildCentre();
    buildMenus();
    connectActions();
    connectPlan();
    connectAnalysis();
    connectMarks();
    connectOrder();
    connectCompare();

    m_autosave.setSingleShot(true);
    m_autosave.setInterval(1000);
    connect(&m_autosave, &QTimer::timeout, this, [this] {
        if (!m_sparesSession)
            storeSession(m_document, m_settings);
    });
    connect(&m_language, &Language::changed, this, [this] {
        m_settings.set(setting::kLanguage, m_language.current());
        fillChoices();
    });
    retranslate();
    dressWidgets();
    m_timeline->setFocus();
    m_simulation.request(m_document.plan());
}

MainWindow::~MainWindow()
{
    // The members go before the child widgets do, and an undo stack still speaks as it goes.
    m_document.history().disconnect(this);
    m_document.disconnect(this);
    delete takeCentralWidget();
}

void MainWindow::restore()
{
    restoreLayout();
    m_sparesSession = false;
    restoreSession(m_document, m_settings);
    m_compare->restore(m_settings);
}

void MainWindow::restoreLayout()
{
    // Edits that wait for the next start are not this window's to overwrite.
    m_sparesSession = m_settings.value(setting::kPlanModified);
    restoreGeometry(m_settings.value(setting::kGeometry));
    m_sideSplitter->restoreState(m_settings.value(setting::kSideSplitter));
    m_chartSplitter->restoreState(m_settings.value(setting::kChartSplitter));
    m_linkedSplitter->restoreState(m_settings.value(setting::kLinkedSplitter));
    m_panels.restore();
    m_actions[ActionId::FullScreen]->setChecked(isFullScreen());
}

void MainWindow::setThemeChoice(ThemeChoice choice)
{
    m_themeChoice = choice;
    applyTheme(themeFor(choice));
    dressWidgets();
    fillChoices();
}

void MainWindow::setLanguage(const QString& tag)
{
    m_language.use(tag);
}

void MainWindow::buildCentre()
{
    m_topBar = new TopBar(m_edit, m_actions, m_presets);
    m_panel = new PlanPanel(m_edit);
    m_recommendation = new RecommendationCard;
    m_readouts = new ReadoutBar;
    m_banner = new Banner;
    m_search = new SearchStrip;
    m_timeline = new TimelineView;
    m_transport = new TransportBar(m_actions, *m_timeline);
    m_compare = new CompareDesk(m_actions, m_edit, *m_timeline, this);
    m_find = new FindBar(*m_timeline);
    buildLinked();

    auto* upper = new QWidget;
    auto* upperLayout = new QVBoxLayout(upper);
    upperLayout->setContentsMargins(0, 0, 0, 4);
    upperLayout->setSpacing(8);
    upperLayout->addWidget(m_banner);
    upperLayout->addWidget(m_search);
    upperLayout->addWidget(m_transport);
    upperLayout->addWidget(m_compare->bar());
    upperLayout->addWidget(m_compare->canvas(), 1);
    upperLayout->addWidget(m_find);
    upperLayout->addWidget(m_timeline, 1);

    m_chartSplitter = new QSplitter(Qt::Vertical);
    m_chartSplitter->setChildrenCollapsible(false);
    m_chartSplitter->setHandleWidth(8);
    m_chartSplitter->addWidget(upper);
    m_chartSplitter->addWidget(m_linkedSplitter);
    m_chartSplitter->setStretchFactor(0, 1);
    m_chartSplitter->setStretchFactor(1, 1);
    m_chartSplitter->setSizes({400, 300});

    auto* centre = new QWidget;
    centre->setObjectName(u"centre"_s);
    centre->setAttribute(Qt::WA_StyledBackground);
    auto* centreLayout = new QVBoxLayout(centre);
    centreLayout->setContentsMargins(16, 12, 16, 16);
    centreLayout->setSpacing(8);
    centreLayout->addWidget(m_readouts);
    centreLayout->addWidget(m_chartSplitter, 1);

    m_sideSplitter = new QSplitter(Qt::Horizontal);
    m_sideSplitter->setChildrenCollapsible(false);
    m_sideSplitter->setHandleWidth(4);
    auto* side = new SidePanel(m_panel, m_recommendation);
    connect(
        side, &SidePanel::cardMoved, this,
        [this] { m_recommendation->setTheme(themeFor(m_themeChoice)); }, Qt::QueuedConnection);
    m_sideSplitter->addWidget(side);
    m_sideSplitter->addWidget(centre);
    m_sideSplitter->setStretchFactor(0, 0);
    m_sideSplitter->setStretchFactor(1, 1);
    m_sideSplitter->setSizes({m_panel->minimumWidth(), width()});

    auto* whole = new QWidget;
    auto* layout = new QVBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_topBar);
    layout->addWidget(m_sideSplitter, 1);
    setCentralWidget(whole);
    buildPanels(*side);
    m_browser = new ScheduleBrowser(whole);
    m_palette = new CommandPalette(whole);
}

/// The views under the Gantt chart, side by side.
void MainWindow::buildLinked()
{
    m_totals = new TotalsCard;
    m_bubbleChart = new BubbleChart;
    m_memoryChart = new MemoryChart;
    m_devices = new DeviceTable;
    m_linkedSplitter = new QSplitter(Qt::Horizontal);
    m_linkedSplitter->setChildrenCollapsible(false);
    m_linkedSplitter->setHandleWidth(16);
    m_linkedSplitter->setContentsMargins(0, 4, 0, 0);
    for (QWidget* view : std::initializer_list<QWidget*> {
             m_totals, m_bubbleChart, m_memoryChart, m_devices, m_compare->panel()})
        m_linkedSplitter->addWidget(view);
    m_linkedSplitter->setSizes({100, 100, 100, 120, 200});
    new LinkedViews(*m_timeline, *m_memoryChart, *m_devices, this);
}

void MainWindow::buildPanels(QWidget& side)
{
    m_panels.add(ActionId::PlanPanel, u"plan"_s, side);
    m_panels.add(ActionId::Readouts, u"readouts"_s, *m_readouts);
    m_panels.add(ActionId::BubbleChart, u"bubble"_s, *m_bubbleChart);
    m_panels.add(ActionId::MemoryChart, u"memory"_s, *m_memoryChart);
    m_panels.add(ActionId::DeviceTable, u"devices"_s, *m_devices, &m_devices->view());
    m_panels.gather(*m_linkedSplitter);
    m_panels.restore();
}

void MainWindow::connectPlan()
{
    connect(&m_document, &PlanDocument::planChanged, this, [this] {
        m_simulation.request(m_document.plan());
        m_browser->setPlan(m_topBar->scheduleChooser().origin(), m_document.plan().schedule);
        m_autosave.start();
    });
    connect(&m_document, &PlanDocument::started, this, [this] { m_timeline->clear(); });
    connect(&m_document, &PlanDocument::pathChanged, this, &MainWindow::showTitle);
    connect(&m_document, &PlanDocument::modifiedChanged, this, &QWidget::setWindowModified);
    connect(&m_simulation, &Simulation::finished, this, &MainWindow::showRun);
    connect(&m_simulation, &Simulation::failed, this, [this](const Plan&, const Error& error) {
        m_refusal = error;
        m_banner->say(errorText(error));
    });
    connect(&m_simulation, &Simulation::progressed, m_search, &SearchStrip::follow);
    connect(&m_simulation, &Simulation::searchEnded, m_search, &SearchStrip::end);
    connect(m_search, &SearchStrip::stopped, &m_simulation, &Simulation::stopSearching);
    connect(m_bubbleChart, &BubbleChart::microbatchesDragged, this, &MainWindow::dragMicrobatches);
    connect(m_recommendation, &RecommendationCard::applied, this, [this](int microbatches) {
        proposeMicrobatches(microbatches, tr("Apply the recommendation"));
    });
    connect(m_browser, &ScheduleBrowser::chosen, this, &MainWindow::chooseSchedule);
    connect(m_palette, &CommandPalette::chosen, this,
        [this](const QString& id) { m_settings.addRecentCommand(id); });
    connect(m_timeline, &TimelineView::cursorChanged, m_memoryChart,
        [this](Duration cursor) { m_memoryChart->setPlayhead(cursor); });
    connect(m_timeline, &TimelineView::cursorCleared, m_memoryChart,
        [this] { m_memoryChart->setPlayhead(std::nullopt); });
    connect(&m_files, &DocumentFiles::recentFilesChanged, this, &MainWindow::fillRecentFiles);
}

void MainWindow::showRun(std::shared_ptr<const Run> run)
{
    m_run = std::move(run);
    m_refusal.reset();
    m_banner->say({});
    m_timeline->setRun(m_run);
    m_transport->setRun(m_run);
    m_readouts->setRun(m_run);
    m_compare->setRun(m_run);
    m_bubbleChart->setRun(m_run);
    m_memoryChart->setRun(m_run);
    m_devices->setRun(m_run);
    m_recommendation->setPlan(m_run->plan);
    followOrder();
    emit runShown();
}

void MainWindow::proposeMicrobatches(int microbatches, const QString& description)
{
    Plan plan = m_edit.base();
    plan.microbatches = microbatches;
    if (const Result<void> taken = m_edit.propose(plan, description); !taken)
        m_banner->say(errorText(taken.error()));
}

void MainWindow::dragMicrobatches(int microbatches, bool finished)
{
    if (!m_draggingPoint)
        m_edit.begin();
    m_draggingPoint = !finished;
    proposeMicrobatches(microbatches, tr("Drag M"));
    if (finished)
        m_edit.end();
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::WindowStateChange)
        m_actions[ActionId::FullScreen]->setChecked(isFullScreen());
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    const bool modified = m_document.isModified();
    if (!m_files.mayLeave()) {
        event->ignore();
        return;
    }
    m_autosave.stop();
    // Still modified after the question: the changes were discarded.
    if (!m_sparesSession && modified && m_document.isModified())
        storeDiscardedSession(m_document, m_settings);
    else if (!m_sparesSession)
        storeSession(m_document, m_settings);
    m_compare->store(m_settings);
    storeGeometry();
    event->accept();
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    // Keys that the focused widget has no use for play the schedule.
    if (event->modifiers() == Qt::NoModifier) {
        switch (event->key()) {
        case Qt::Key_Space:
            m_timeline->togglePlay();
            return;
        case Qt::Key_Right:
            m_timeline->stepForward();
            return;
        case Qt::Key_Left:
            m_timeline->stepBack();
            return;
        default:
            break;
        }
    }
    QMainWindow::keyPressEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QString path = droppedFile(event->mimeData());
    event->acceptProposedAction();
    // Not within the drop: a question would block the program that the file comes from.
    QTimer::singleShot(0, this, [this, path] { m_files.open(path); });
}

void MainWindow::storeGeometry()
{
    m_settings.set(setting::kGeometry, saveGeometry());
    m_settings.set(setting::kSideSplitter, m_sideSplitter->saveState());
    m_settings.set(setting::kChartSplitter, m_chartSplitter->saveState());
    m_settings.set(setting::kLinkedSplitter, m_linkedSplitter->saveState());
    m_settings.sync();
}

} // namespace pipegantt
