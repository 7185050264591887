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
        {.id = ActionId::Clear,
            .text = QT_TRANSLATE_NOOP("Actions", "&Clear"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Take playhead and card away"),
            .chartKeys = {QKeySequence(Qt::Key_Escape)},
            .separated = true},
    });
    return kRows;
}

} // namespace pipegantt
