// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/actiontable.h"

namespace pipegantt {

std::span<const ActionRow> fileActions()
{
    static const auto kRows = std::to_array<ActionRow>({
        {.id = ActionId::New,
            .text = QT_TRANSLATE_NOOP("Actions", "&New"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Start a new plan"),
            .keys = {QKeySequence::New}},
        {.id = ActionId::Open,
            .text = QT_TRANSLATE_NOOP("Actions", "&Open…"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Open a plan file"),
            .keys = {QKeySequence::Open}},
        {.id = ActionId::ImportOrder,
            .text = QT_TRANSLATE_NOOP("Actions", "&Import schedule CSV…"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Start from an order in PyTorch's format"),
            .keys = {QKeySequence(Qt::CTRL | Qt::Key_I)}},
        {.id = ActionId::Save,
            .text = QT_TRANSLATE_NOOP("Actions", "&Save"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Save the plan"),
            .keys = {QKeySequence::Save},
            .separated = true},
        {.id = ActionId::SaveAs,
            .text = QT_TRANSLATE_NOOP("Actions", "Save &as…"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Save the plan under another name"),
            .keys = {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)}},
        {.id = ActionId::Export,
            .text = QT_TRANSLATE_NOOP("Actions", "&Export…"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Export the figure as a picture"),
            .keys = {QKeySequence(Qt::CTRL | Qt::Key_E)},
            .separated = true},
        {.id = ActionId::CopyImage,
            .text = QT_TRANSLATE_NOOP("Actions", "&Copy as image"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Copy the figure to the clipboard"),
            .keys = {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)}},
        {.id = ActionId::Quit,
            .text = QT_TRANSLATE_NOOP("Actions", "&Quit"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Close the window and leave"),
            .keys = {QKeySequence(Qt::CTRL | Qt::Key_Q)},
            .separated = true},
    });
    return kRows;
}

} // namespace pipegantt
