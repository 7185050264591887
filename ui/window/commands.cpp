// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window's menus and what their actions do.

#include "core/base/version.h"
#include "core/plan/preset.h"
#include "ui/browser/schedulebrowser.h"
#include "ui/charts/bubblechart.h"
#include "ui/charts/memorychart.h"
#include "ui/compare/comparecanvas.h"
#include "ui/export/exportdialog.h"
#include "ui/palette/commandpalette.h"
#include "ui/plan/schedulechooser.h"
#include "ui/readouts/devicetable.h"
#include "ui/readouts/readoutbar.h"
#include "ui/readouts/recommendationcard.h"
#include "ui/text/quantities.h"
#include "ui/theme/icon.h"
#include "ui/timeline/timelineview.h"
#include "ui/window/banner.h"
#include "ui/window/chartcommands.h"
#include "ui/window/colorcommands.h"
#include "ui/window/comparedesk.h"
#include "ui/window/mainwindow.h"
#include "ui/window/shortcutsheet.h"
#include "ui/window/topbar.h"

#include <QActionGroup>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>

#include <utility>

namespace pipegantt {

using namespace Qt::StringLiterals;

void MainWindow::buildMenus()
{
    for (std::size_t i = 0; i < kMenuCount; ++i) {
        m_menus[i] = menuBar()->addMenu(QString());
        m_menus[i]->setToolTipsVisible(true);
        for (const ActionRow& row : actionTables()[i].rows) {
            if (row.separated)
                m_menus[i]->addSeparator();
            if (row.number == 1)
                m_series.emplace_back(m_menus[i]->addMenu(QString()), row.series);
            QMenu* menu = row.series == nullptr ? m_menus[i] : m_series.back().first;
            menu->addAction(m_actions[row.id]);
            if (row.id == ActionId::Open) {
                m_menus[i]->addMenu(m_recent);
                m_menus[i]->addMenu(m_presets);
            }
        }
        if (actionTables()[i].menu == ActionMenu::View) {
            m_menus[i]->addSeparator();
            m_menus[i]->addMenu(m_themes);
            m_menus[i]->addMenu(m_languages);
        }
    }
    m_presets->setToolTipsVisible(true);
    m_actions.install(*this, *m_timeline);
}

void MainWindow::connectActions()
{
    connectChart(m_actions, *m_timeline);
    new ColorCommands(m_actions, *m_timeline, m_settings, this);
    const auto on = [this](ActionId id, auto&& slot) {
        connect(m_actions[id], &QAction::triggered, this, slot);
    };
    on(ActionId::New, [this] { m_files.createNew(); });
    on(ActionId::Open, [this] { m_files.chooseAndOpen(); });
    on(ActionId::ImportOrder, [this] { m_files.chooseAndImport(); });
    on(ActionId::Save, [this] { m_files.save(); });
    on(ActionId::SaveAs, [this] { m_files.saveAs(); });
    on(ActionId::Export, [this] { exportFigure(); });
    on(ActionId::CopyImage, [this] { copyImage(); });
    on(ActionId::Quit, [this] { close(); });
    on(ActionId::Undo, [this] { m_document.history().undo(); });
    on(ActionId::Redo, [this] { m_document.history().redo(); });
    on(ActionId::EditOrder, [this] { editThisOrder(); });
    on(ActionId::Palette, [this] { openPalette(); });
    on(ActionId::Schedules, [this] { browseSchedules(ScheduleBrowser::Page::List); });
    on(ActionId::Comparison, [this] { browseSchedules(ScheduleBrowser::Page::Table); });
    on(ActionId::FullScreen, [this](bool checked) { switchFullScreen(checked); });
    on(ActionId::NextTheme, [this] {
        const bool dark = themeFor(m_themeChoice).dark;
        m_settings.set(
            setting::kTheme, themeChoiceId(dark ? ThemeChoice::Light : ThemeChoice::Dark));
        setThemeChoice(dark ? ThemeChoice::Light : ThemeChoice::Dark);
    });
    on(ActionId::NextLanguage,
        [this] { setLanguage(m_language.current() == "en"_L1 ? u"zh_CN"_s : u"en"_s); });
    on(ActionId::Shortcuts, [this] { ShortcutSheet(this).exec(); });
    on(ActionId::About, [this] { showAbout(); });

    QUndoStack& history = m_document.history();
    const auto followHistory = [this, &history] {
        m_actions.setAvailable(ActionId::Undo, history.canUndo(),
            QT_TRANSLATE_NOOP("Actions", "Nothing has been changed yet"));
        m_actions.setAvailable(ActionId::Redo, history.canRedo(),
            QT_TRANSLATE_NOOP("Actions", "Nothing has been taken back"));
    };
    connect(&history, &QUndoStack::indexChanged, this, followHistory);
    connect(&history, &QUndoStack::canUndoChanged, this, followHistory);
    connect(&history, &QUndoStack::canRedoChanged, this, followHistory);
    followHistory();
    connect(m_timeline, &TimelineView::playingChanged, this, [this] { applyPlayIcon(); });
}

void MainWindow::connectCompare()
{
    m_compare->canvas()->addActions(m_timeline->actions());
    connect(m_compare, &CompareDesk::said, m_banner, &Banner::say);
    connect(m_compare, &CompareDesk::baselineChanged, m_readouts, &ReadoutBar::setBaseline);
    connect(m_compare, &CompareDesk::tableShown, this, &MainWindow::arrangeLinked);
    connect(m_compare, &CompareDesk::scheduleAsked, this, [this] {
        browseSchedules(ScheduleBrowser::Page::List);
        m_browsesToCompare = true;
    });
    connect(&m_compare->set(), &CompareSet::changed, this, [this] { m_banner->say({}); });
}

void MainWindow::browseSchedules(ScheduleBrowser::Page page)
{
    m_browsesToCompare = false;
    // With a person's own numbers: what a row says is what choosing it gives.
    m_browser->browse(m_topBar->scheduleChooser().origin(), m_document.plan().schedule, page);
}

void MainWindow::chooseSchedule(ScheduleKind kind, Cut cut)
{
    if (std::exchange(m_browsesToCompare, false)) {
        m_compare->add(adapted(m_topBar->scheduleChooser().origin(), kind, cut));
        return;
    }
    if (kind == ScheduleKind::Custom && !m_document.plan().given.schedule) {
        editThisOrder();
        return;
    }
    if (const Result<void> taken = m_topBar->scheduleChooser().choose(kind, cut); !taken)
        m_banner->say(errorText(taken.error()));
}

void MainWindow::exportFigure()
{
    if (!m_run)
        return;
    ExportDialog dialog(m_run, themeFor(m_themeChoice), m_language.current(), this);
    dialog.setFileName(documentName(m_document));
    dialog.exec();
}

void MainWindow::copyImage()
{
    if (!m_run)
        return;
    const FigureChoice choice {
        .dark = themeFor(m_themeChoice).dark, .language = m_language.current()};
    if (const Result<void> copied = copyFigure(*m_run, choice); !copied)
        m_banner->say(errorText(copied.error()));
}

void MainWindow::switchFullScreen(bool on)
{
    setWindowState(windowState().setFlag(Qt::WindowFullScreen, on));
}

void MainWindow::fillRecentFiles()
{
    m_recent->clear();
    const QStringList files = m_settings.recentFiles();
    int number = 0;
    for (const QString& path : files) {
        QAction* action =
            m_recent->addAction(u"&%1  %2"_s.arg(++number).arg(QFileInfo(path).fileName()));
        action->setToolTip(path);
        connect(action, &QAction::triggered, this, [this, path] { m_files.open(path); });
    }
    m_recent->setEnabled(!files.isEmpty());
    m_recent->setToolTipsVisible(true);
}

void MainWindow::fillPresets()
{
    m_presets->clear();
    for (const Preset& preset : presets()) {
        QAction* action = m_presets->addAction(translated("Preset", preset.title));
        action->setToolTip(
            u"<p>%1</p>"_s.arg(translated("Preset", preset.description).toHtmlEscaped()));
        connect(
            action, &QAction::triggered, this, [this, plan = preset.plan] { m_files.begin(plan); });
    }
}

void MainWindow::fillChoices()
{
    m_languages->clear();
    for (const QString& tag : Language::available()) {
        QAction* action = m_languages->addAction(Language::name(tag));
        action->setCheckable(true);
        action->setChecked(tag == m_language.current());
        connect(action, &QAction::triggered, this, [this, tag] {
            setLanguage(tag);
            fillChoices();
        });
    }
    m_topBar->setOtherLanguage(
        Language::name(m_language.current() == "en"_L1 ? u"zh_CN"_s : u"en"_s));

    m_themes->clear();
    const std::array<std::pair<ThemeChoice, QString>, 3> choices {{
        {ThemeChoice::System, tr("As the &system")},
        {ThemeChoice::Light, tr("&Light")},
        {ThemeChoice::Dark, tr("&Dark")},
    }};
    for (const auto& [choice, text] : choices) {
        QAction* action = m_themes->addAction(text);
        action->setCheckable(true);
        action->setChecked(choice == m_themeChoice);
        connect(action, &QAction::triggered, this, [this, chosen = choice] {
            m_settings.set(setting::kTheme, themeChoiceId(chosen));
            setThemeChoice(chosen);
        });
    }
}

void MainWindow::retranslate()
{
    m_actions.retranslate();
    for (std::size_t i = 0; i < kMenuCount; ++i)
        m_menus[i]->setTitle(menuText(actionTables()[i].menu));
    for (const auto& [menu, title] : m_series)
        menu->setTitle(translated("Actions", title));
    m_recent->setTitle(tr("Open &recent"));
    m_presets->setTitle(tr("E&xamples"));
    m_languages->setTitle(tr("Lan&guage"));
    m_themes->setTitle(tr("&Theme"));
    fillRecentFiles();
    fillPresets();
    fillChoices();
    showTitle();
    m_topBar->setRecognized(m_recognition.sentence());
    if (m_refusal)
        m_banner->say(errorText(*m_refusal));
}

void MainWindow::showTitle()
{
    setWindowTitle(documentName(m_document) + u"[*] — PipeGantt"_s);
    setWindowFilePath({});
}

void MainWindow::dressWidgets()
{
    const Theme& theme = themeFor(m_themeChoice);
    m_actions.setTheme(theme);
    applyPlayIcon();
    m_timeline->setTheme(theme);
    m_readouts->setTheme(theme);
    m_bubbleChart->setTheme(theme);
    m_memoryChart->setTheme(theme);
    m_devices->setTheme(theme);
    m_recommendation->setTheme(theme);
    m_browser->setTheme(theme);
    m_palette->setTheme(theme);
    m_compare->setTheme(theme);
}

void MainWindow::applyPlayIcon()
{
    m_actions[ActionId::Play]->setIcon(
        themedIcon(m_timeline->isPlaying() ? u"pause"_s : u"play"_s, themeFor(m_themeChoice)));
}

void MainWindow::showAbout()
{
    QMessageBox about(this);
    about.setWindowTitle(tr("About PipeGantt"));
    about.setIconPixmap(windowIcon().pixmap(64, 64));
    about.setText(u"<b>PipeGantt %1</b>"_s.arg(QString::fromUtf8(kVersion.data())));
    about.setInformativeText(
        tr("<p>Pipeline-parallel training schedules: simulated exactly, drawn truthfully.</p>"
           "<p>Free software under the GNU General Public License, version 3 or later. Uses Qt %1 "
           "and QCustomPlot.</p>")
            .arg(QString::fromLatin1(qVersion())));
    about.setStandardButtons(QMessageBox::Close);
    about.exec();
}

} // namespace pipegantt
