// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"
#include "ui/timeline/hover.h"

#include <QPainter>
#include <QRectF>

namespace pipegantt {

/// What a card has to find its place among.
struct CardSurroundings
{
    QRectF subject; ///< the bar that it speaks of: never covered
    QRectF cause; ///< what that waited for: left free where there is room; may be empty
    QPointF pointer;
    QRectF area; ///< the card stays inside
};

/// Where a card of `size` goes: below the subject if that leaves subject and cause free, else above
/// or to a side of the cause, else wherever the subject at least is free.
QRectF placeCard(QSizeF size, const CardSurroundings& around);

/// Paints what the chart says about the place pointed at.
void paintCard(
    QPainter& painter, const HoverText& text, const CardSurroundings& around, const Theme& theme);

} // namespace pipegantt
