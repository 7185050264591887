// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/actiontable.h"

namespace pipegantt {

std::span<const ActionRow> playbackActions()
{
    static const auto kRows = std::to_array<ActionRow>({
        {.id = ActionId::Play,
            .text = QT_TRANSLATE_NOOP("Actions", "&Play or pause"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Play the schedule through time"),
            .chartKeys = {QKeySequence(Qt::Key_Space)},
            .icon = "play"},
        {.id = ActionId::StepForward,
            .text = QT_TRANSLATE_NOOP("Actions", "Step &forward"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Go to the next event"),
            .keys = {QKeySequence(Qt::Key_Right)}},
        {.id = ActionId::StepBack,
            .text = QT_TRANSLATE_NOOP("Actions", "Step &back"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Go to the event before"),
            .keys = {QKeySequence(Qt::Key_Left)}},
        {.id = ActionId::ToStart,
            .text = QT_TRANSLATE_NOOP("Actions", "To the &start"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Go to the start of the iteration"),
            .chartKeys = {QKeySequence(Qt::Key_Home)},
            .separated = true},
        {.id = ActionId::ToEnd,
            .text = QT_TRANSLATE_NOOP("Actions", "To the &end"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Go to the end of the iteration"),
            .chartKeys = {QKeySequence(Qt::Key_End)}},
        {.id = ActionId::Faster,
            .text = QT_TRANSLATE_NOOP("Actions", "Fas&ter"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Play faster"),
            .chartKeys = {QKeySequence(Qt::Key_BracketRight)},
            .separated = true},
        {.id = ActionId::Slower,
            .text = QT_TRANSLATE_NOOP("Actions", "S&lower"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Play slower"),
            .chartKeys = {QKeySequence(Qt::Key_BracketLeft)}},
    });
    return kRows;
}

} // namespace pipegantt
