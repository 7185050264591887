// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/actiontable.h"

#include <vector>

namespace pipegantt {

namespace {

constexpr int kSavedViews = 9;

ActionId after(ActionId first, int steps)
{
    return static_cast<ActionId>(static_cast<int>(first) + steps);
}

/// A row for each digit.
void addSeries(
    std::vector<ActionRow>& rows, const ActionRow& first, Qt::KeyboardModifiers modifiers)
{
    for (int i = 0; i < kSavedViews; ++i) {
        ActionRow row = first;
        row.id = after(first.id, i);
        row.chartKeys = {QKeySequence(modifiers | static_cast<Qt::Key>(Qt::Key_1 + i))};
        row.number = i + 1;
        row.separated = first.separated && i == 0;
        rows.push_back(row);
    }
}

std::vector<ActionRow> rowsOfMarks()
{
    std::vector<ActionRow> rows {
        {.id = ActionId::SetMark,
            .text = QT_TRANSLATE_NOOP("Actions", "&Set a mark"),
            .tip = QT_TRANSLATE_NOOP("Actions",
                "Mark the instant under the pointer, of what is selected, or of the playhead"),
            .chartKeys = {QKeySequence(Qt::Key_M)}},
        {.id = ActionId::NameMark,
            .text = QT_TRANSLATE_NOOP("Actions", "&Name the mark"),
            .tip = QT_TRANSLATE_NOOP(
                "Actions", "Name the mark at hand; where there is none, set one and name it"),
            .chartKeys = {QKeySequence(Qt::SHIFT | Qt::Key_M)}},
        {.id = ActionId::RemoveMark,
            .text = QT_TRANSLATE_NOOP("Actions", "&Remove the mark"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Remove the mark at hand"),
            .chartKeys = {QKeySequence(Qt::Key_Delete), QKeySequence(Qt::Key_Backspace)}},
        {.id = ActionId::NextMark,
            .text = QT_TRANSLATE_NOOP("Actions", "Ne&xt mark"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Go to the next mark, with the playhead"),
            .chartKeys = {QKeySequence(Qt::Key_N)},
            .separated = true},
        {.id = ActionId::PreviousMark,
            .text = QT_TRANSLATE_NOOP("Actions", "&Previous mark"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Go to the mark before, with the playhead"),
            .chartKeys = {QKeySequence(Qt::SHIFT | Qt::Key_N)}},
    };
    addSeries(rows,
        {.id = ActionId::ShowView1,
            .text = QT_TRANSLATE_NOOP("Actions", "Show view &%1"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Show the view that is kept under the digit"),
            .separated = true,
            .series = QT_TRANSLATE_NOOP("Actions", "S&how view")},
        Qt::NoModifier);
    addSeries(rows,
        {.id = ActionId::KeepView1,
            .text = QT_TRANSLATE_NOOP("Actions", "Keep view &%1"),
            .tip = QT_TRANSLATE_NOOP(
                "Actions", "Keep the window of time, colours and rows under the digit"),
            .series = QT_TRANSLATE_NOOP("Actions", "&Keep view")},
        Qt::ControlModifier);
    return rows;
}

} // namespace

std::span<const ActionRow> markActions()
{
    static const std::vector<ActionRow> kRows = rowsOfMarks();
    return kRows;
}

} // namespace pipegantt
