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
            .tip = QT_TRANSLATE_NOOP("Actions", "Go a step on in time"),
            .chartKeys = {QKeySequence(Qt::Key_Right)},
            .icon = "stepforward"},
        {.id = ActionId::StepBack,
            .text = QT_TRANSLATE_NOOP("Actions", "Step &back"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Go a step back in time"),
            .chartKeys = {QKeySequence(Qt::Key_Left)},
            .icon = "stepback"},
        {.id = ActionId::NextMicrobatch,
            .text = QT_TRANSLATE_NOOP("Actions", "Next &micro-batch"),
            .tip = QT_TRANSLATE_NOOP(
                "Actions", "Go to where the next micro-batch enters the pipeline or leaves it"),
            .keys = {QKeySequence(Qt::CTRL | Qt::Key_Right)},
            .separated = true},
        {.id = ActionId::PreviousMicrobatch,
            .text = QT_TRANSLATE_NOOP("Actions", "Previous m&icro-batch"),
            .tip = QT_TRANSLATE_NOOP(
                "Actions", "Go to where the micro-batch before entered the pipeline or left it"),
            .keys = {QKeySequence(Qt::CTRL | Qt::Key_Left)}},
        {.id = ActionId::NextPhase,
            .text = QT_TRANSLATE_NOOP("Actions", "Next p&hase"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Go to where the phase ends"),
            .keys = {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Right)}},
        {.id = ActionId::PreviousPhase,
            .text = QT_TRANSLATE_NOOP("Actions", "Previous ph&ase"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Go to where the phase begins"),
            .keys = {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Left)}},
        {.id = ActionId::ToStart,
            .text = QT_TRANSLATE_NOOP("Actions", "To the &start"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Go to the start of the iteration"),
            .chartKeys = {QKeySequence(Qt::Key_Home)},
            .icon = "tostart",
            .separated = true},
        {.id = ActionId::ToEnd,
            .text = QT_TRANSLATE_NOOP("Actions", "To the &end"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Go to the end of the iteration"),
            .chartKeys = {QKeySequence(Qt::Key_End)},
            .icon = "toend"},
        {.id = ActionId::Faster,
            .text = QT_TRANSLATE_NOOP("Actions", "Fas&ter"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Play faster"),
            .chartKeys = {QKeySequence(Qt::Key_Greater), QKeySequence(Qt::CTRL | Qt::Key_Up)},
            .separated = true},
        {.id = ActionId::Slower,
            .text = QT_TRANSLATE_NOOP("Actions", "S&lower"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Play slower"),
            .chartKeys = {QKeySequence(Qt::Key_Less), QKeySequence(Qt::CTRL | Qt::Key_Down)}},
    });
    return kRows;
}

} // namespace pipegantt
