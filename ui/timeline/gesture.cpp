// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/gesture.h"

namespace pipegantt {

Gesture gestureOf(const Press& press)
{
    if (press.button != Qt::LeftButton && press.button != Qt::MiddleButton)
        return Gesture::None;
    if (press.onOverview)
        return Gesture::MoveWindow;
    if (press.button == Qt::MiddleButton || press.spaceHeld)
        return Gesture::Pan;
    if (!press.onRows)
        return Gesture::None;
    if (press.modifiers.testFlag(Qt::AltModifier))
        return Gesture::Measure;
    if (press.modifiers.testFlag(Qt::ShiftModifier))
        return Gesture::Select;
    if (press.onSelectionEdge)
        return Gesture::ResizeSelection;
    return press.onMovable ? Gesture::MoveOperation : Gesture::Select;
}

} // namespace pipegantt
