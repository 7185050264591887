// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/timeline/canvas.h"

#include <QImage>
#include <QPainter>

#include <optional>

namespace pipegantt {

/// Moves the origin of `painter` onto a whole device pixel, where a fractional scale factor had put
/// a widget between two: what is painted there lies on pixels as the widget's layout meant it.
void alignToPixels(QPainter& painter);

/// Paints `image` with its corner at the device pixel next to `corner`, one pixel of it for each.
void drawAligned(QPainter& painter, QPointF corner, const QImage& image);

/// The pixels under `place` of what `painter` paints on, `size` of them, if they are an image's
/// that can be written to directly.
std::optional<Canvas> canvasUnder(const QPainter& painter, const QRectF& place, QSize size);

} // namespace pipegantt
