// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/actiontable.h"

namespace pipegantt {

std::span<const ActionRow> editActions()
{
    static const auto kRows = std::to_array<ActionRow>({
        {.id = ActionId::Undo,
            .text = QT_TRANSLATE_NOOP("Actions", "&Undo"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Take the last change back"),
            .keys = {QKeySequence::Undo},
            .icon = "undo"},
        {.id = ActionId::Redo,
            .text = QT_TRANSLATE_NOOP("Actions", "&Redo"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Make the change again"),
            .keys = {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z),
                QKeySequence(Qt::CTRL | Qt::Key_Y)},
            .icon = "redo"},
        {.id = ActionId::EditOrder,
            .text = QT_TRANSLATE_NOOP("Actions", "&Edit this order"),
            .tip = QT_TRANSLATE_NOOP(
                "Actions", "Make the order on screen one of your own, whose passes can be dragged"),
            .keys = {QKeySequence(Qt::CTRL | Qt::Key_R)},
            .separated = true},
        {.id = ActionId::MoveEarlier,
            .text = QT_TRANSLATE_NOOP("Actions", "Move pass ea&rlier"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Move the selected pass before the one before it"),
            .chartKeys = {QKeySequence(Qt::ALT | Qt::Key_Left)}},
        {.id = ActionId::MoveLater,
            .text = QT_TRANSLATE_NOOP("Actions", "Move pass &later"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Move the selected pass behind the one after it"),
            .chartKeys = {QKeySequence(Qt::ALT | Qt::Key_Right)}},
        {.id = ActionId::MoveStageUp,
            .text = QT_TRANSLATE_NOOP("Actions", "Move stage u&p"),
            .tip = QT_TRANSLATE_NOOP(
                "Actions", "Move the selected pass to the device above, with its stage"),
            .chartKeys = {QKeySequence(Qt::ALT | Qt::Key_Up)}},
        {.id = ActionId::MoveStageDown,
            .text = QT_TRANSLATE_NOOP("Actions", "Move stage &down"),
            .tip = QT_TRANSLATE_NOOP(
                "Actions", "Move the selected pass to the device below, with its stage"),
            .chartKeys = {QKeySequence(Qt::ALT | Qt::Key_Down)}},
    });
    return kRows;
}

} // namespace pipegantt
