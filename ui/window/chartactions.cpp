// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/actiontable.h"

namespace pipegantt {

std::span<const ActionRow> chartActions()
{
    static const auto kRows = std::to_array<ActionRow>({
        {.id = ActionId::Fit,
            .text = QT_TRANSLATE_NOOP("Actions", "&Fit the chart"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Show the whole iteration"),
            .keys = {QKeySequence(Qt::CTRL | Qt::Key_0)},
            .chartKeys = {QKeySequence(Qt::Key_F), QKeySequence(Qt::Key_0)},
            .icon = "fit"},
        {.id = ActionId::ZoomIn,
            .text = QT_TRANSLATE_NOOP("Actions", "Zoom &in"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Show less time, larger"),
            .keys = {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)},
            .chartKeys = {QKeySequence(Qt::Key_W), QKeySequence(Qt::Key_Plus),
                QKeySequence(Qt::Key_Equal)}},
        {.id = ActionId::ZoomOut,
            .text = QT_TRANSLATE_NOOP("Actions", "Zoom &out"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Show more time, smaller"),
            .keys = {QKeySequence(Qt::CTRL | Qt::Key_Minus)},
            .chartKeys = {QKeySequence(Qt::Key_S), QKeySequence(Qt::Key_Minus)}},
        {.id = ActionId::PanLeft,
            .text = QT_TRANSLATE_NOOP("Actions", "Move &left"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Show earlier time"),
            .chartKeys = {QKeySequence(Qt::Key_A)},
            .separated = true},
        {.id = ActionId::PanRight,
            .text = QT_TRANSLATE_NOOP("Actions", "Move &right"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Show later time"),
            .chartKeys = {QKeySequence(Qt::Key_D)}},
        {.id = ActionId::ZoomToSelection,
            .text = QT_TRANSLATE_NOOP("Actions", "Zoom to &selection"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Show what is selected as large as it can be"),
            .chartKeys = {QKeySequence(Qt::Key_Z)}},
        {.id = ActionId::ColorByKind,
            .text = QT_TRANSLATE_NOOP("Actions", "Colour by &kind of work"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Forwards and backwards in colours of their own"),
            .keys = {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_1)},
            .checkable = true,
            .separated = true},
        {.id = ActionId::ColorByMicrobatch,
            .text = QT_TRANSLATE_NOOP("Actions", "Colour by &micro-batch"),
            .tip = QT_TRANSLATE_NOOP(
                "Actions", "Each micro-batch in a colour of its own, twelve of them in turn"),
            .keys = {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_2)},
            .checkable = true},
        {.id = ActionId::ColorByChunk,
            .text = QT_TRANSLATE_NOOP("Actions", "Colour by &chunk"),
            .tip = QT_TRANSLATE_NOOP("Actions", "The chunks of a device from dark to light"),
            .keys = {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_3)},
            .checkable = true},
        {.id = ActionId::ColorByStage,
            .text = QT_TRANSLATE_NOOP("Actions", "Colour by &stage"),
            .tip = QT_TRANSLATE_NOOP("Actions", "The stages of the model from dark to light"),
            .keys = {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_4)},
            .checkable = true},
        {.id = ActionId::ColorByIdleCause,
            .text = QT_TRANSLATE_NOOP("Actions", "Colour by cause of i&dle time"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Bubbles by what they wait for, all work alike"),
            .keys = {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_5)},
            .checkable = true},
        {.id = ActionId::NextColors,
            .text = QT_TRANSLATE_NOOP("Actions", "&Next colours"),
            .tip = QT_TRANSLATE_NOOP("Actions", "Let the colours tell something else apart"),
            .chartKeys = {QKeySequence(Qt::Key_C)}},
    });
    return kRows;
}

} // namespace pipegantt
