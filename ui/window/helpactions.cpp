// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/actiontable.h"

namespace pipegantt {

std::span<const ActionRow> helpActions()
{
    static const auto kRows = std::to_array<ActionRow>({
        {.id = ActionId::Shortcuts,
            .text = QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Show every shortcut"),
            .keys = {QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question)}},
        {.id = ActionId::About,
            .text = QT_TRANSLATE_NOOP("Actions", "&About PipeGantt"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Version, licence and sources"),
            .keys = {QKeySequence(Qt::SHIFT | Qt::Key_F1)}},
    });
    return kRows;
}

} // namespace pipegantt
