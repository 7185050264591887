// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/actions.h"

#include "ui/theme/icon.h"

#include <QCoreApplication>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("Actions", text);
}

} // namespace

std::span<const ActionRow, kActionCount> actionRows()
{
    using enum ActionMenu;
    static const std::array<ActionRow, kActionCount> kRows {{
        {ActionId::New, File, QT_TRANSLATE_NOOP("Actions", "&New"),
            QT_TRANSLATE_NOOP("Actions", "Start a new plan"), {QKeySequence::New}},
        {ActionId::Open, File, QT_TRANSLATE_NOOP("Actions", "&Open…"),
            QT_TRANSLATE_NOOP("Actions", "Open a plan file"), {QKeySequence::Open}},
        {ActionId::ImportOrder, File, QT_TRANSLATE_NOOP("Actions", "&Import schedule CSV…"),
            QT_TRANSLATE_NOOP("Actions", "Start from an order in PyTorch's format"),
            {QKeySequence(Qt::CTRL | Qt::Key_I)}},
        {ActionId::Save, File, QT_TRANSLATE_NOOP("Actions", "&Save"),
            QT_TRANSLATE_NOOP("Actions", "Save the plan"), {QKeySequence::Save}, "", false, true},
        {ActionId::SaveAs, File, QT_TRANSLATE_NOOP("Actions", "Save &as…"),
            QT_TRANSLATE_NOOP("Actions", "Save the plan under another name"),
            {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)}},
        {ActionId::Export, File, QT_TRANSLATE_NOOP("Actions", "&Export…"),
            QT_TRANSLATE_NOOP("Actions", "Export the figure as a picture"),
            {QKeySequence(Qt::CTRL | Qt::Key_E)}, "", false, true},
        {ActionId::CopyImage, File, QT_TRANSLATE_NOOP("Actions", "&Copy as image"),
            QT_TRANSLATE_NOOP("Actions", "Copy the figure to the clipboard"),
            {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)}},
        {ActionId::Quit, File, QT_TRANSLATE_NOOP("Actions", "&Quit"),
            QT_TRANSLATE_NOOP("Actions", "Close the window and leave"),
            {QKeySequence(Qt::CTRL | Qt::Key_Q)}, "", false, true},
        {ActionId::Undo, Edit, QT_TRANSLATE_NOOP("Actions", "&Undo"),
            QT_TRANSLATE_NOOP("Actions", "Take the last change back"), {QKeySequence::Undo},
            "undo"},
        {ActionId::Redo, Edit, QT_TRANSLATE_NOOP("Actions", "&Redo"),
            QT_TRANSLATE_NOOP("Actions", "Make the change again"),
            {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)},
            "redo"},
        {ActionId::EditOrder, Edit, QT_TRANSLATE_NOOP("Actions", "&Edit this order"),
            QT_TRANSLATE_NOOP(
                "Actions", "Make the order on screen one of your own, whose passes can be dragged"),
            {QKeySequence(Qt::CTRL | Qt::Key_R)}, "", false, true},
        {ActionId::MoveEarlier, Edit, QT_TRANSLATE_NOOP("Actions", "Move pass ea&rlier"),
            QT_TRANSLATE_NOOP("Actions", "Move the selected pass before the one before it"),
            {QKeySequence(Qt::ALT | Qt::Key_Left)}, "", true},
        {ActionId::MoveLater, Edit, QT_TRANSLATE_NOOP("Actions", "Move pass &later"),
            QT_TRANSLATE_NOOP("Actions", "Move the selected pass behind the one after it"),
            {QKeySequence(Qt::ALT | Qt::Key_Right)}, "", true},
        {ActionId::MoveStageUp, Edit, QT_TRANSLATE_NOOP("Actions", "Move stage u&p"),
            QT_TRANSLATE_NOOP(
                "Actions", "Move the selected pass to the device above, with its stage"),
            {QKeySequence(Qt::ALT | Qt::Key_Up)}, "", true},
        {ActionId::MoveStageDown, Edit, QT_TRANSLATE_NOOP("Actions", "Move stage &down"),
            QT_TRANSLATE_NOOP(
                "Actions", "Move the selected pass to the device below, with its stage"),
            {QKeySequence(Qt::ALT | Qt::Key_Down)}, "", true},
        {ActionId::Play, Playback, QT_TRANSLATE_NOOP("Actions", "&Play or pause"),
            QT_TRANSLATE_NOOP("Actions", "Play the schedule through time"),
            {QKeySequence(Qt::Key_Space)}, "play", true},
        {ActionId::StepForward, Playback, QT_TRANSLATE_NOOP("Actions", "Step &forward"),
            QT_TRANSLATE_NOOP("Actions", "Go to the next event"), {QKeySequence(Qt::Key_Right)},
            "stepforward", true},
        {ActionId::StepBack, Playback, QT_TRANSLATE_NOOP("Actions", "Step &back"),
            QT_TRANSLATE_NOOP("Actions", "Go to the event before"), {QKeySequence(Qt::Key_Left)},
            "stepback", true},
        {ActionId::ToStart, Playback, QT_TRANSLATE_NOOP("Actions", "To the &start"),
            QT_TRANSLATE_NOOP("Actions", "Go to the start of the iteration"),
            {QKeySequence(Qt::Key_Home)}, "", true, true},
        {ActionId::ToEnd, Playback, QT_TRANSLATE_NOOP("Actions", "To the &end"),
            QT_TRANSLATE_NOOP("Actions", "Go to the end of the iteration"),
            {QKeySequence(Qt::Key_End)}, "", true},
        {ActionId::Schedules, View, QT_TRANSLATE_NOOP("Actions", "&Schedules…"),
            QT_TRANSLATE_NOOP("Actions", "Browse the schedules and choose another one"),
            {QKeySequence(Qt::CTRL | Qt::Key_K), QKeySequence(Qt::Key_F4)}},
        {ActionId::Comparison, View, QT_TRANSLATE_NOOP("Actions", "&Comparison…"),
            QT_TRANSLATE_NOOP("Actions", "Compare all schedules at this plan in a table"),
            {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K)}},
        {ActionId::Fit, View, QT_TRANSLATE_NOOP("Actions", "&Fit the chart"),
            QT_TRANSLATE_NOOP("Actions", "Show the whole iteration"),
            {QKeySequence(Qt::CTRL | Qt::Key_0)}, "fit", false, true},
        {ActionId::ZoomIn, View, QT_TRANSLATE_NOOP("Actions", "Zoom &in"),
            QT_TRANSLATE_NOOP("Actions", "Show less time, larger"),
            {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)}},
        {ActionId::ZoomOut, View, QT_TRANSLATE_NOOP("Actions", "Zoom &out"),
            QT_TRANSLATE_NOOP("Actions", "Show more time, smaller"),
            {QKeySequence(Qt::CTRL | Qt::Key_Minus)}},
        {ActionId::FullScreen, View, QT_TRANSLATE_NOOP("Actions", "F&ull screen"),
            QT_TRANSLATE_NOOP("Actions", "Fill the whole screen"), {QKeySequence(Qt::Key_F11)}, "",
            false, true},
        {ActionId::NextTheme, View, QT_TRANSLATE_NOOP("Actions", "Switch light and &dark"),
            QT_TRANSLATE_NOOP("Actions", "Switch between light and dark"),
            {QKeySequence(Qt::CTRL | Qt::Key_T)}, "theme"},
        {ActionId::NextLanguage, View, QT_TRANSLATE_NOOP("Actions", "Switch &language"),
            QT_TRANSLATE_NOOP("Actions", "Switch between English and Chinese"),
            {QKeySequence(Qt::CTRL | Qt::Key_L)}},
        {ActionId::Shortcuts, Help, QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"),
            QT_TRANSLATE_NOOP("Actions", "Show every shortcut"), {QKeySequence(Qt::Key_F1)}},
        {ActionId::About, Help, QT_TRANSLATE_NOOP("Actions", "&About PipeGantt"),
            QT_TRANSLATE_NOOP("Actions", "Version, licence and sources"),
            {QKeySequence(Qt::SHIFT | Qt::Key_F1)}},
    }};
    return kRows;
}

std::span<const ChartKey> chartKeys()
{
    static constexpr std::array kKeys {
        ChartKey {"F  0", QT_TRANSLATE_NOOP("Actions", "Show the whole iteration")},
        ChartKey {"W  S", QT_TRANSLATE_NOOP("Actions", "Zoom in, zoom out")},
        ChartKey {"A  D", QT_TRANSLATE_NOOP("Actions", "Move left, move right")},
        ChartKey {",  .", QT_TRANSLATE_NOOP("Actions", "Explain the pass before, the next pass")},
        ChartKey {"↑  ↓", QT_TRANSLATE_NOOP("Actions", "Explain the device above, below")},
        ChartKey {"[  ]", QT_TRANSLATE_NOOP("Actions", "Play slower, faster")},
        ChartKey {"Esc", QT_TRANSLATE_NOOP("Actions", "Take playhead and card away")},
    };
    return kKeys;
}

QString menuText(ActionMenu menu)
{
    switch (menu) {
    case ActionMenu::File:
        return QCoreApplication::translate("Actions", "&File");
    case ActionMenu::Edit:
        return QCoreApplication::translate("Actions", "&Edit");
    case ActionMenu::Playback:
        return QCoreApplication::translate("Actions", "&Playback");
    case ActionMenu::View:
        return QCoreApplication::translate("Actions", "&View");
    case ActionMenu::Help:
        return QCoreApplication::translate("Actions", "&Help");
    }
    return {};
}

Actions::Actions(QObject* parent)
    : QObject(parent)
{
    for (std::size_t i = 0; i < kActionCount; ++i) {
        const ActionRow& row = actionRows()[i];
        auto* action = new QAction(this);
        action->setShortcuts(row.shortcuts);
        if (row.inChart)
            action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_actions[i] = action;
    }
    (*this)[ActionId::FullScreen]->setCheckable(true);
    retranslate();
}

void Actions::retranslate()
{
    for (std::size_t i = 0; i < kActionCount; ++i) {
        const ActionRow& row = actionRows()[i];
        m_actions[i]->setText(say(row.text));
        m_actions[i]->setToolTip(u"%1 (%2)"_s.arg(
            say(row.tip), row.shortcuts.front().toString(QKeySequence::NativeText)));
        m_actions[i]->setStatusTip(say(row.tip));
    }
}

void Actions::setTheme(const Theme& theme)
{
    for (std::size_t i = 0; i < kActionCount; ++i) {
        const QString icon = QString::fromLatin1(actionRows()[i].icon);
        if (!icon.isEmpty())
            m_actions[i]->setIcon(themedIcon(icon, theme));
    }
}

} // namespace pipegantt
