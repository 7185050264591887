// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window offers in its command palette: actions, numbers of the plan, schedules, examples
// and files.

#include "core/plan/preset.h"
#include "core/planner/adaptation.h"
#include "core/schedule/catalogue.h"
#include "ui/palette/commandpalette.h"
#include "ui/plan/numberslider.h"
#include "ui/plan/planpanel.h"
#include "ui/plan/schedulechooser.h"
#include "ui/text/quantities.h"
#include "ui/timeline/timelineview.h"
#include "ui/window/mainwindow.h"
#include "ui/window/markcommands.h"
#include "ui/window/topbar.h"

#include <QFileInfo>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

/// The text of an action as a name.
QString nameOf(const QString& text)
{
    return withoutMnemonic(text);
}

QString plain(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// What `text` is called in the languages that are not the window's.
QStringList otherNames(const char* context, std::string_view text, const QString& shown)
{
    QStringList names;
    for (const QString& said : inEveryLanguage(context, text)) {
        const QString name = nameOf(said);
        if (name != nameOf(shown) && !names.contains(name))
            names += name;
    }
    return names;
}

} // namespace

void MainWindow::openPalette()
{
    std::vector<PaletteCommand> commands;
    addActionCommands(commands);
    addPlanCommands(commands);
    addScheduleCommands(commands);
    addFileCommands(commands);
    m_marks->addTo(commands);
    m_palette->offer(std::move(commands), m_settings.value(setting::kRecentCommands));
}

void MainWindow::addActionCommands(std::vector<PaletteCommand>& commands)
{
    for (const ActionTable& table : actionTables()) {
        for (const ActionRow& row : table.rows) {
            if (row.id == ActionId::Palette)
                continue;
            QAction* action = m_actions[row.id];
            QStringList keys;
            for (const QKeySequence& sequence : row.allKeys())
                keys += keyText(sequence);
            // What has keys in the chart alone is about what is selected there.
            const bool ofChart = row.keys.isEmpty();
            QString id = u"action/"_s + QString::fromLatin1(row.text);
            QStringList also = otherNames("Actions", row.text, action->text());
            if (row.series != nullptr) {
                id = id.arg(row.number);
                also.replaceInStrings(u"%1"_s, QString::number(row.number));
            }
            commands.push_back({.id = id,
                .title = nameOf(action->text()),
                .group = nameOf(menuText(table.menu)),
                .also = also,
                .words = inEveryLanguage("Actions", row.tip),
                .keys = keys,
                .reason = m_actions.reason(row.id),
                .run = [this, action, ofChart] {
                    if (ofChart)
                        m_timeline->setFocus();
                    action->trigger();
                }});
        }
    }
}

void MainWindow::addPlanCommands(std::vector<PaletteCommand>& commands)
{
    for (NumberSlider* number : m_panel->numbers()) {
        const ParameterInfo& known = info(number->spec().parameter);
        const QString title = translated("Parameter", known.title);
        QStringList also = otherNames("Parameter", known.title, title);
        also += plain(known.key);
        if (!known.symbol.empty())
            also += plain(known.symbol);
        commands.push_back({.id = u"plan/"_s + plain(known.key),
            .title = title + u"…"_s,
            .group = tr("Plan"),
            .also = also,
            .words = inEveryLanguage("Parameter", known.definition),
            .keys = {},
            .reason = number->reason(),
            .run = [this, number] { m_panel->reveal(number); }});
    }
}

void MainWindow::addScheduleCommands(std::vector<PaletteCommand>& commands)
{
    const Plan origin = m_topBar->scheduleChooser().origin();
    const ScheduleKind current = m_document.plan().schedule;
    for (const CatalogueEntry& known : catalogue()) {
        const ScheduleKind kind = known.kind;
        QString reason;
        if (kind == current)
            reason = tr("in use");
        else if (kind == ScheduleKind::Custom)
            reason = m_actions.reason(ActionId::EditOrder);
        else if (const Result<void> runs = checkRunnable(adapted(origin, kind)); !runs)
            reason = errorText(runs.error());
        commands.push_back({.id = u"schedule/"_s + plain(known.id),
            .title = tr("Switch to %1").arg(plain(known.title)),
            .group = tr("Schedule"),
            .also = {u"Switch to %1"_s.arg(plain(known.title)), plain(known.id)},
            .words = inEveryLanguage("Schedule", known.summary) + QStringList(plain(known.paper)),
            .keys = {},
            .reason = reason,
            .run = [this, kind] { chooseSchedule(kind, {}); }});
    }
}

void MainWindow::addFileCommands(std::vector<PaletteCommand>& commands)
{
    for (const Preset& preset : presets()) {
        const QString title = translated("Preset", preset.title);
        commands.push_back({.id = u"example/"_s + plain(preset.id),
            .title = title,
            .group = tr("Example"),
            .also = otherNames("Preset", preset.title, title),
            .words = inEveryLanguage("Preset", preset.description),
            .keys = {},
            .reason = {},
            .run = [this, plan = preset.plan] { m_files.begin(plan); }});
    }
    for (const QString& path : m_settings.recentFiles()) {
        commands.push_back({.id = u"file/"_s + path,
            .title = tr("Open %1").arg(QFileInfo(path).fileName()),
            .group = QFileInfo(path).path(),
            .also = {},
            .words = {},
            .keys = {},
            .reason = {},
            .run = [this, path] { m_files.open(path); }});
    }
}

} // namespace pipegantt
