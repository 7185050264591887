// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"
#include "ui/timeline/hover.h"

#include <QPainter>
#include <QRectF>

namespace pipegantt {

/// Paints what the chart says about the place pointed at, beside and never over `subject`, the bar
/// that it speaks of.
void paintCard(QPainter& painter, const HoverText& text, const QRectF& subject, QPointF pointer,
    const QRectF& area, const Theme& theme);

/// Where a card of `size` goes: below the subject if there is room in `area`, else above, else at a
/// side; within `area` as far as that leaves the subject free.
QRectF placeCard(QSizeF size, const QRectF& subject, QPointF pointer, const QRectF& area);

} // namespace pipegantt
