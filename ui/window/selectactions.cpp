// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/actiontable.h"

namespace pipegantt {

std::span<const ActionRow> selectActions()
{
    static const auto kRows = std::to_array<ActionRow>({
        {.id = ActionId::NextOperation,
            .text = QT_TRANSLATE_NOOP("Actions", "&Next operation"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Explain the next operation of the device"),
            .chartKeys = {QKeySequence(Qt::Key_Period)}},
        {.id = ActionId::PreviousOperation,
            .text = QT_TRANSLATE_NOOP("Actions", "&Previous operation"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Explain the operation before on the device"),
            .chartKeys = {QKeySequence(Qt::Key_Comma)}},
        {.id = ActionId::DeviceAbove,
            .text = QT_TRANSLATE_NOOP("Actions", "Device &above"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Explain what the device above does then"),
            .chartKeys = {QKeySequence(Qt::Key_Up)}},
        {.id = ActionId::DeviceBelow,
            .text = QT_TRANSLATE_NOOP("Actions", "Device &below"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Explain what the device below does then"),
            .chartKeys = {QKeySequence(Qt::Key_Down)}},
        {.id = ActionId::Predecessor,
            .text = QT_TRANSLATE_NOOP("Actions", "What it &waits for"),
            .tip = QT_TRANSLATE_NOOP(
                "Actions", "Go to the operation whose result the selected one waits for longest"),
            .chartKeys = {QKeySequence(Qt::Key_BracketLeft)},
            .separated = true},
        {.id = ActionId::Successor,
            .text = QT_TRANSLATE_NOOP("Actions", "What waits for &it"),
            .tip = QT_TRANSLATE_NOOP(
                "Actions", "Go to the first operation that needs the result of the selected one"),
            .chartKeys = {QKeySequence(Qt::Key_BracketRight)}},
        {.id = ActionId::Dependencies,
            .text = QT_TRANSLATE_NOOP("Actions", "Depen&dencies"),
            .tip = QT_TRANSLATE_NOOP(
                "Actions", "Draw no dependencies, those of one step, or the whole chain"),
            .chartKeys = {QKeySequence(Qt::Key_E)}},
        {.id = ActionId::CriticalPath,
            .text = QT_TRANSLATE_NOOP("Actions", "Critical pat&h"),
            .tip = QT_TRANSLATE_NOOP(
                "Actions", "Outline the operations and messages that the makespan is made of"),
            .chartKeys = {QKeySequence(Qt::Key_K)},
            .checkable = true},
        {.id = ActionId::Find,
            .text = QT_TRANSLATE_NOOP("Actions", "&Find…"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Search for passes, stages and bubbles"),
            .keys = {QKeySequence::Find},
            .chartKeys = {QKeySequence(Qt::Key_Slash)},
            .separated = true},
        {.id = ActionId::FindNext,
            .text = QT_TRANSLATE_NOOP("Actions", "Find ne&xt"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Go to the next hit"),
            .keys = {QKeySequence(Qt::Key_F3)}},
        {.id = ActionId::FindPrevious,
            .text = QT_TRANSLATE_NOOP("Actions", "Find pre&vious"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Go to the hit before"),
            .keys = {QKeySequence(Qt::SHIFT | Qt::Key_F3)}},
        {.id = ActionId::SelectAll,
            .text = QT_TRANSLATE_NOOP("Actions", "A&ll"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Select all time and all rows"),
            .chartKeys = {QKeySequence(Qt::CTRL | Qt::Key_A)},
            .separated = true},
        {.id = ActionId::ExtendLater,
            .text = QT_TRANSLATE_NOOP("Actions", "Extend to &later"),
            .tip =
                QT_TRANSLATE_NOOP("Actions", "Extend the selected box to the next edge of a bar"),
            .chartKeys = {QKeySequence(Qt::SHIFT | Qt::Key_Right)}},
        {.id = ActionId::ExtendEarlier,
            .text = QT_TRANSLATE_NOOP("Actions", "Extend to &earlier"),
            .tip =
                QT_TRANSLATE_NOOP("Actions", "Extend the selected box to the edge of a bar before"),
            .chartKeys = {QKeySequence(Qt::SHIFT | Qt::Key_Left)}},
        {.id = ActionId::ExtendUp,
            .text = QT_TRANSLATE_NOOP("Actions", "Extend &up"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Extend the selected box to the row above"),
            .chartKeys = {QKeySequence(Qt::SHIFT | Qt::Key_Up)}},
        {.id = ActionId::ExtendDown,
            .text = QT_TRANSLATE_NOOP("Actions", "Extend &down"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Extend the selected box to the row below"),
            .chartKeys = {QKeySequence(Qt::SHIFT | Qt::Key_Down)}},
        {.id = ActionId::CopyTotals,
            .text = QT_TRANSLATE_NOOP("Actions", "&Copy totals"),
            .tip =
                QT_TRANSLATE_NOOP("Actions", "Copy the totals of the selected box as text and CSV"),
            .chartKeys = {QKeySequence(Qt::CTRL | Qt::Key_C)}},
        {.id = ActionId::MeasureHere,
            .text = QT_TRANSLATE_NOOP("Actions", "&Measure from here"),
            .tip = QT_TRANSLATE_NOOP("Actions",
                "Set a cursor at the edge of a bar, then another; what lies between them is said"),
            .chartKeys = {QKeySequence(Qt::Key_X)},
            .separated = true},
        {.id = ActionId::Clear,
            .text = QT_TRANSLATE_NOOP("Actions", "&Clear"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Take playhead and card away"),
            .chartKeys = {QKeySequence(Qt::Key_Escape)},
            .separated = true},
    });
    return kRows;
}

} // namespace pipegantt
