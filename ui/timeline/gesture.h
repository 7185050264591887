// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <Qt>

namespace pipegantt {

/// What dragging the mouse over the chart does.
enum class Gesture
{
    None,
    Pan,
    MoveWindow, ///< in the overview
    MoveOperation, ///< of a custom order
    Select, ///< a box of time and rows
    ResizeSelection,
    Measure, ///< from one cursor to the other
};

/// Where and how a button of the mouse goes down.
struct Press
{
    Qt::MouseButton button = Qt::LeftButton;
    Qt::KeyboardModifiers modifiers = Qt::NoModifier;
    bool spaceHeld = false;
    bool onOverview = false;
    bool onRows = false; ///< between the first and the last row, names of devices included
    bool onSelectionEdge = false;
    bool onMovable = false; ///< an operation that may be moved
};

/// The gesture that begins with `press`.
Gesture gestureOf(const Press& press);

} // namespace pipegantt
