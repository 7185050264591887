// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/actiontable.h"

namespace pipegantt {

std::span<const ActionRow> rowsActions()
{
    static const auto kRows = std::to_array<ActionRow>({
        {.id = ActionId::RowsByDevice,
            .text = QT_TRANSLATE_NOOP("Actions", "A row per &device"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Let each row be a device"),
            .keys = {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_1)},
            .checkable = true},
        {.id = ActionId::RowsByChunk,
            .text = QT_TRANSLATE_NOOP("Actions", "A row per &chunk"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Let each row be a chunk of a device"),
            .keys = {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_2)},
            .checkable = true},
        {.id = ActionId::RowsByStage,
            .text = QT_TRANSLATE_NOOP("Actions", "A row per &stage"),
            .tip =
                QT_TRANSLATE_NOOP("Actions", "Let each row be a stage, in the order of the model"),
            .keys = {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_3)},
            .checkable = true},
        {.id = ActionId::NextRows,
            .text = QT_TRANSLATE_NOOP("Actions", "&Next kind of row"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Rows by device, by chunk, by stage in turn"),
            .chartKeys = {QKeySequence(Qt::Key_G)}},
        {.id = ActionId::HideRow,
            .text = QT_TRANSLATE_NOOP("Actions", "&Hide row"),
            .tip = QT_TRANSLATE_NOOP(
                "Actions", "Hide the row under the pointer, or of what is selected"),
            .chartKeys = {QKeySequence(Qt::Key_H)},
            .separated = true},
        {.id = ActionId::PinRow,
            .text = QT_TRANSLATE_NOOP("Actions", "&Pin row"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Keep the row at the top, or let it go again"),
            .chartKeys = {QKeySequence(Qt::Key_T)}},
        {.id = ActionId::MoveRowUp,
            .text = QT_TRANSLATE_NOOP("Actions", "Move row &up"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Exchange the row with the one above"),
            .chartKeys = {QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Up)}},
        {.id = ActionId::MoveRowDown,
            .text = QT_TRANSLATE_NOOP("Actions", "Move row do&wn"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Exchange the row with the one below"),
            .chartKeys = {QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Down)}},
        {.id = ActionId::ShowAllRows,
            .text = QT_TRANSLATE_NOOP("Actions", "Show &all rows"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Show hidden rows again, and as many as there are"),
            .chartKeys = {QKeySequence(Qt::SHIFT | Qt::Key_H)}},
        {.id = ActionId::ZoomRowsIn,
            .text = QT_TRANSLATE_NOOP("Actions", "&Fewer rows"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Show fewer rows, higher"),
            .chartKeys = {QKeySequence(Qt::SHIFT | Qt::Key_W)},
            .separated = true},
        {.id = ActionId::ZoomRowsOut,
            .text = QT_TRANSLATE_NOOP("Actions", "&More rows"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Show more rows, lower"),
            .chartKeys = {QKeySequence(Qt::SHIFT | Qt::Key_S)}},
        {.id = ActionId::ScrollRowsUp,
            .text = QT_TRANSLATE_NOOP("Actions", "Rows abov&e"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Scroll to the rows above"),
            .chartKeys = {QKeySequence(Qt::Key_PageUp)}},
        {.id = ActionId::ScrollRowsDown,
            .text = QT_TRANSLATE_NOOP("Actions", "Rows &below"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Scroll to the rows below"),
            .chartKeys = {QKeySequence(Qt::Key_PageDown)}},
        {.id = ActionId::Lanes,
            .text = QT_TRANSLATE_NOOP("Actions", "Messa&ges"),
            .tip = QT_TRANSLATE_NOOP(
                "Actions", "Show the messages under way in a lane under each row"),
            .chartKeys = {QKeySequence(Qt::Key_L)},
            .checkable = true,
            .separated = true},
    });
    return kRows;
}

} // namespace pipegantt
