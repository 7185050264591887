// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/window/actionid.h"

#include <QKeySequence>
#include <QList>
#include <QtGlobal>

#include <array>
#include <span>

namespace pipegantt {

/// The menus, from left to right.
enum class ActionMenu
{
    File,
    Edit,
    View,
    Chart,
    Rows,
    Select,
    Marks,
    Playback,
    Compare,
    Help,
};

/// One row of the tables of actions. Menus, tool bar, command palette and shortcut sheet all read
/// this row.
struct ActionRow
{
    ActionId id;
    /// Translated under the context "Actions".
    const char* text;
    const char* tip;
    /// Work in the whole window. The first of all keys is shown.
    QList<QKeySequence> keys = {};
    /// Work only while the chart has the focus: they mean something else in a field.
    QList<QKeySequence> chartKeys = {};
    const char* icon = "";
    bool checkable = false;
    /// A line above it in the menu.
    bool separated = false;
    /// The submenu in which rows stand that differ only by a number: the %1 of their text.
    const char* series = nullptr;
    int number = 0;

    [[nodiscard]] QList<QKeySequence> allKeys() const { return keys + chartKeys; }
};

/// The rows of a menu, in its order. Each menu's table is a file of its own.
struct ActionTable
{
    ActionMenu menu;
    std::span<const ActionRow> rows;
};

std::span<const ActionRow> fileActions();
std::span<const ActionRow> editActions();
std::span<const ActionRow> viewActions();
std::span<const ActionRow> chartActions();
std::span<const ActionRow> rowsActions();
std::span<const ActionRow> selectActions();
std::span<const ActionRow> markActions();
std::span<const ActionRow> playbackActions();
std::span<const ActionRow> compareActions();
std::span<const ActionRow> helpActions();

} // namespace pipegantt
