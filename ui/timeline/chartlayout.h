// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/timeline/rows.h"

#include <QRectF>
#include <QSize>

namespace pipegantt {

/// Where the parts of the chart lie in the widget, in device-independent pixels. Edges of the rows
/// lie on whole device pixels, so that the raster is drawn one to one.
struct ChartLayout
{
    QRectF braces; ///< empty where there is no room or nothing to show
    QRectF labels; ///< left of the rows
    QRectF bars; ///< the rows
    QRectF axis; ///< line, marks, numbers
    QRectF legend; ///< words below the axis, and the unit at its right
    QRectF overview;
    Rows rows;
    double devicePixelRatio = 1;

    [[nodiscard]] QRectF row(int device) const;
    /// The device whose row, with the gap below it, is at `y`; -1 outside.
    [[nodiscard]] int deviceAt(double y) const;
    /// The same where there are more devices than pixels: all whose rows are in the line at `y`,
    /// which is one of the rows'.
    [[nodiscard]] Rows::Range devicesAt(double y) const;
};

/// What the layout depends on besides the size.
struct ChartNeeds
{
    int devices = 1;
    bool braces = false;
    double labelWidth = 60;
    double lineHeight = 16;
    double devicePixelRatio = 1;
};

ChartLayout layOut(QSizeF size, const ChartNeeds& needs);

} // namespace pipegantt
