// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QObject>

#include <array>
#include <span>

namespace pipegantt {

struct Theme;

/// Everything that a person can do from a menu or by a shortcut.
enum class ActionId
{
    New,
    Open,
    ImportOrder,
    Save,
    SaveAs,
    Export,
    CopyImage,
    Quit,
    Undo,
    Redo,
    EditOrder,
    MoveEarlier,
    MoveLater,
    MoveStageUp,
    MoveStageDown,
    Play,
    StepForward,
    StepBack,
    ToStart,
    ToEnd,
    Schedules,
    Comparison,
    Fit,
    ZoomIn,
    ZoomOut,
    FullScreen,
    NextTheme,
    NextLanguage,
    Shortcuts,
    About,
};

inline constexpr std::size_t kActionCount = 30;

enum class ActionMenu
{
    File,
    Edit,
    Playback,
    View,
    Help,
};

inline constexpr std::array kActionMenus {
    ActionMenu::File, ActionMenu::Edit, ActionMenu::Playback, ActionMenu::View, ActionMenu::Help};

/// One row of the table of actions. Menus, tool bar and shortcut sheet all read this row.
struct ActionRow
{
    ActionId id;
    ActionMenu menu;
    /// Translated under the context "Actions".
    const char* text;
    const char* tip;
    /// The first is shown; all of them work.
    QList<QKeySequence> shortcuts;
    const char* icon = "";
    /// Works only while the chart has the focus: its keys mean something else in a field.
    bool inChart = false;
    /// A line above it in the menu.
    bool separated = false;
};

/// The table, in the order of the enumeration and of the menus.
std::span<const ActionRow, kActionCount> actionRows();

/// A key of the chart that has no action of its own.
struct ChartKey
{
    const char* keys;
    /// Translated under the context "Actions".
    const char* text;
};
std::span<const ChartKey> chartKeys();

/// The words of a menu, with its mnemonic.
QString menuText(ActionMenu menu);

/// The actions of the table.
class Actions : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Actions)

public:
    explicit Actions(QObject* parent = nullptr);

    [[nodiscard]] QAction* operator[](ActionId id) const
    {
        return m_actions[static_cast<std::size_t>(id)];
    }
    [[nodiscard]] const std::array<QAction*, kActionCount>& all() const { return m_actions; }

    void retranslate();
    void setTheme(const Theme& theme);

private:
    std::array<QAction*, kActionCount> m_actions;
};

} // namespace pipegantt
