// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/actiontable.h"

namespace pipegantt {

std::span<const ActionRow> viewActions()
{
    static const auto kRows = std::to_array<ActionRow>({
        {.id = ActionId::Palette,
            .text = QT_TRANSLATE_NOOP("Actions", "Comm&and palette…"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Find anything by a few letters, and do it"),
            .keys = {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)}},
        {.id = ActionId::Schedules,
            .text = QT_TRANSLATE_NOOP("Actions", "&Schedules…"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Browse the schedules and choose another one"),
            .keys = {QKeySequence(Qt::CTRL | Qt::Key_K), QKeySequence(Qt::Key_F4)},
            .separated = true},
        {.id = ActionId::Comparison,
            .text = QT_TRANSLATE_NOOP("Actions", "&Comparison…"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Compare all schedules at this plan in a table"),
            .keys = {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K)}},
        {.id = ActionId::PlanPanel,
            .text = QT_TRANSLATE_NOOP("Actions", "&Plan"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Show or hide the numbers of the plan"),
            .keys = {QKeySequence(Qt::ALT | Qt::Key_5)},
            .checkable = true,
            .separated = true},
        {.id = ActionId::Readouts,
            .text = QT_TRANSLATE_NOOP("Actions", "&Readouts"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Show or hide the readouts"),
            .keys = {QKeySequence(Qt::ALT | Qt::Key_6)},
            .checkable = true},
        {.id = ActionId::BubbleChart,
            .text = QT_TRANSLATE_NOOP("Actions", "&Bubble chart"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Show or hide the chart of the bubble against M"),
            .keys = {QKeySequence(Qt::ALT | Qt::Key_7)},
            .checkable = true},
        {.id = ActionId::MemoryChart,
            .text = QT_TRANSLATE_NOOP("Actions", "&Memory chart"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Show or hide the chart of memory over time"),
            .keys = {QKeySequence(Qt::ALT | Qt::Key_8)},
            .checkable = true},
        {.id = ActionId::DeviceTable,
            .text = QT_TRANSLATE_NOOP("Actions", "De&vices"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Show or hide the table of devices"),
            .keys = {QKeySequence(Qt::ALT | Qt::Key_9)},
            .checkable = true},
        {.id = ActionId::FullScreen,
            .text = QT_TRANSLATE_NOOP("Actions", "F&ull screen"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Fill the whole screen"),
            .keys = {QKeySequence(Qt::Key_F11)},
            .checkable = true,
            .separated = true},
        {.id = ActionId::NextTheme,
            .text = QT_TRANSLATE_NOOP("Actions", "Switch light and &dark"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Switch between light and dark"),
            .keys = {QKeySequence(Qt::CTRL | Qt::Key_T)},
            .icon = "theme"},
        {.id = ActionId::NextLanguage,
            .text = QT_TRANSLATE_NOOP("Actions", "Switch &language"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Switch between English and Chinese"),
            .keys = {QKeySequence(Qt::CTRL | Qt::Key_L)}},
    });
    return kRows;
}

} // namespace pipegantt
