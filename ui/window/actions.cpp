// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/actions.h"

#include "ui/theme/icon.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QWidget>

#include <utility>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

std::size_t at(ActionId id)
{
    return static_cast<std::size_t>(id);
}

QString say(const char* text)
{
    return QCoreApplication::translate("Actions", text);
}

std::array<const ActionRow*, kActionCount> rowsById()
{
    std::array<const ActionRow*, kActionCount> rows {};
    for (const ActionTable& table : actionTables()) {
        for (const ActionRow& row : table.rows) {
            Q_ASSERT(rows[at(row.id)] == nullptr);
            rows[at(row.id)] = &row;
        }
    }
    return rows;
}

} // namespace

const std::array<ActionTable, kMenuCount>& actionTables()
{
    static const std::array<ActionTable, kMenuCount> kTables {{
        {ActionMenu::File, fileActions()},
        {ActionMenu::Edit, editActions()},
        {ActionMenu::View, viewActions()},
        {ActionMenu::Chart, chartActions()},
        {ActionMenu::Rows, rowsActions()},
        {ActionMenu::Select, selectActions()},
        {ActionMenu::Marks, markActions()},
        {ActionMenu::Playback, playbackActions()},
        {ActionMenu::Compare, compareActions()},
        {ActionMenu::Help, helpActions()},
    }};
    return kTables;
}

const ActionRow& actionRow(ActionId id)
{
    static const auto kRows = rowsById();
    const ActionRow* row = kRows[at(id)];
    Q_ASSERT(row != nullptr);
    return *row;
}

QString actionText(const ActionRow& row)
{
    const QString text = say(row.text);
    return row.series == nullptr ? text : text.arg(row.number);
}

QString menuText(ActionMenu menu)
{
    switch (menu) {
    case ActionMenu::File:
        return QCoreApplication::translate("Actions", "&File");
    case ActionMenu::Edit:
        return QCoreApplication::translate("Actions", "&Edit");
    case ActionMenu::View:
        return QCoreApplication::translate("Actions", "&View");
    case ActionMenu::Chart:
        return QCoreApplication::translate("Actions", "&Chart");
    case ActionMenu::Rows:
        return QCoreApplication::translate("Actions", "&Rows");
    case ActionMenu::Select:
        return QCoreApplication::translate("Actions", "&Select");
    case ActionMenu::Marks:
        return QCoreApplication::translate("Actions", "&Marks");
    case ActionMenu::Playback:
        return QCoreApplication::translate("Actions", "&Playback");
    case ActionMenu::Compare:
        return QCoreApplication::translate("Actions", "C&ompare");
    case ActionMenu::Help:
        return QCoreApplication::translate("Actions", "&Help");
    }
    return {};
}

QString withoutMnemonic(QString text)
{
    static const QRegularExpression kBracketed(u"\\(&.\\)"_s);
    return text.remove(kBracketed).remove(u'&');
}

QString keyText(const QKeySequence& keys)
{
    QString text = keys.toString(QKeySequence::NativeText);
    static constexpr std::array<std::pair<Qt::Key, QChar>, 4> kArrows {
        {{Qt::Key_Left, u'←'}, {Qt::Key_Right, u'→'}, {Qt::Key_Up, u'↑'}, {Qt::Key_Down, u'↓'}}};
    for (const auto& [key, arrow] : kArrows) {
        const QString name = QKeySequence(key).toString(QKeySequence::NativeText);
        if (text.endsWith(name))
            text.replace(text.size() - name.size(), name.size(), arrow);
    }
    return text;
}

Actions::Actions(QObject* parent)
    : QObject(parent)
{
    for (std::size_t i = 0; i < kActionCount; ++i) {
        const ActionRow& row = actionRow(static_cast<ActionId>(i));
        auto* action = new QAction(this);
        m_actions[i] = action;
        action->setCheckable(row.checkable);
        action->setShortcuts(row.keys.isEmpty() ? row.chartKeys : row.keys);
        if (row.keys.isEmpty()) {
            action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        } else if (!row.chartKeys.isEmpty()) {
            auto* twin = new QAction(this);
            m_twins[i] = twin;
            twin->setShortcuts(row.chartKeys);
            twin->setShortcutContext(Qt::WidgetWithChildrenShortcut);
            connect(twin, &QAction::triggered, action, &QAction::trigger);
        }
    }
    retranslate();
}

void Actions::install(QWidget& window, QWidget& chart) const
{
    for (std::size_t i = 0; i < kActionCount; ++i) {
        const bool everywhere = !actionRow(static_cast<ActionId>(i)).keys.isEmpty();
        (everywhere ? window : chart).addAction(m_actions[i]);
        if (m_twins[i] != nullptr)
            chart.addAction(m_twins[i]);
    }
}

void Actions::setAvailable(ActionId id, bool available, const char* reason)
{
    m_reasons[at(id)] = available ? nullptr : reason;
    m_actions[at(id)]->setEnabled(available);
}

QString Actions::reason(ActionId id) const
{
    const char* reason = m_reasons[at(id)];
    return reason == nullptr ? QString() : say(reason);
}

void Actions::retranslate()
{
    for (std::size_t i = 0; i < kActionCount; ++i) {
        const ActionRow& row = actionRow(static_cast<ActionId>(i));
        m_actions[i]->setText(actionText(row));
        m_actions[i]->setToolTip(
            u"%1 (%2)"_s.arg(say(row.tip), keyText(row.allKeys().constFirst())));
        m_actions[i]->setStatusTip(say(row.tip));
    }
}

void Actions::setTheme(const Theme& theme)
{
    for (std::size_t i = 0; i < kActionCount; ++i) {
        const QString icon = QString::fromLatin1(actionRow(static_cast<ActionId>(i)).icon);
        if (!icon.isEmpty())
            m_actions[i]->setIcon(themedIcon(icon, theme));
    }
}

} // namespace pipegantt
