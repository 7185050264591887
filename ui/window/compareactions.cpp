// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/actiontable.h"

namespace pipegantt {

std::span<const ActionRow> compareActions()
{
    static const auto kRows = std::to_array<ActionRow>({
        {.id = ActionId::PinBaseline,
            .text = QT_TRANSLATE_NOOP("Actions", "&Pin as baseline"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Keep this plan beside the one that you change"),
            .keys = {QKeySequence(Qt::CTRL | Qt::Key_B)},
            .icon = "pin"},
        {.id = ActionId::CompareFiles,
            .text = QT_TRANSLATE_NOOP("Actions", "Add &files to compare…"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Pin plans from files beside this one"),
            .keys = {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)}},
        {.id = ActionId::CompareSchedule,
            .text = QT_TRANSLATE_NOOP("Actions", "Add a &schedule to compare…"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Pin another schedule of this plan beside it"),
            .keys = {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_K)}},
        {.id = ActionId::SwapBaseline,
            .text = QT_TRANSLATE_NOOP("Actions", "S&wap with the baseline"),
            .tip = QT_TRANSLATE_NOOP(
                "Actions", "Make the baseline the current plan, and this one the baseline"),
            .keys = {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B)},
            .icon = "exchange"},
        {.id = ActionId::UnpinAll,
            .text = QT_TRANSLATE_NOOP("Actions", "&Unpin all"),
            .tip = QT_TRANSLATE_NOOP("Actions", "End the comparison"),
            .keys = {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_B)}},
        {.id = ActionId::ShowStacked,
            .text = QT_TRANSLATE_NOOP("Actions", "S&tacked"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Show the plans one over the other"),
            .keys = {QKeySequence(Qt::ALT | Qt::Key_1)},
            .icon = "stacked",
            .checkable = true,
            .separated = true},
        {.id = ActionId::ShowOverlaid,
            .text = QT_TRANSLATE_NOOP("Actions", "&Overlaid"),
            .tip = QT_TRANSLATE_NOOP("Actions",
                "Show the rows of each device under each other, a thin one for each plan"),
            .keys = {QKeySequence(Qt::ALT | Qt::Key_2)},
            .icon = "overlaid",
            .checkable = true},
        {.id = ActionId::ShowWipe,
            .text = QT_TRANSLATE_NOOP("Actions", "&Wipe"),
            .tip = QT_TRANSLATE_NOOP(
                "Actions", "Show the baseline left of a line and this plan right of it"),
            .keys = {QKeySequence(Qt::ALT | Qt::Key_3)},
            .icon = "wipe",
            .checkable = true},
        {.id = ActionId::WipeLeft,
            .text = QT_TRANSLATE_NOOP("Actions", "Wipe &left"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Move the line of the wipe to the left"),
            .keys = {QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Left)}},
        {.id = ActionId::WipeRight,
            .text = QT_TRANSLATE_NOOP("Actions", "Wipe &right"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Move the line of the wipe to the right"),
            .keys = {QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Right)}},
        {.id = ActionId::Differences,
            .text = QT_TRANSLATE_NOOP("Actions", "&Differences"),
            .tip = QT_TRANSLATE_NOOP(
                "Actions", "Show the differences from the baseline, also device by device"),
            .keys = {QKeySequence(Qt::CTRL | Qt::Key_D)},
            .icon = "differences",
            .checkable = true,
            .separated = true},
        {.id = ActionId::CopyDifferences,
            .text = QT_TRANSLATE_NOOP("Actions", "&Copy the differences"),
            .tip = QT_TRANSLATE_NOOP(
                "Actions", "Copy the differences from the baseline as Markdown and CSV"),
            .keys = {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C)}},
    });
    return kRows;
}

} // namespace pipegantt
