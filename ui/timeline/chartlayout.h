// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/timeline/roworder.h"
#include "ui/timeline/rows.h"

#include <QRectF>
#include <QSize>

namespace pipegantt {

/// Where the parts of the chart lie in the widget, in device-independent pixels. Edges of the rows
/// lie on whole device pixels, so that the raster is drawn one to one.
struct ChartLayout
{
    QRectF flags; ///< of marks, at the top; empty where there are none or there is no room
    QRectF braces; ///< empty where there is no room or nothing to show
    QRectF labels; ///< left of the rows
    QRectF bars; ///< the rows
    QRectF axis; ///< line, marks, numbers
    QRectF legend; ///< words below the axis, and the unit at its right
    QRectF overview;
    Rows rows;
    double devicePixelRatio = 1;
    /// Which rows there are; devices in their order where it is null. Not owned.
    const RowOrder* order = nullptr;

    /// The row that shows `chunk` of `device`; -1 where none does.
    [[nodiscard]] int find(int device, int chunk) const
    {
        return order == nullptr ? device : order->find(device, chunk);
    }
    /// The bars of a row, counted from the top.
    [[nodiscard]] QRectF band(int row) const;
    /// The lane below them; empty where rows have none.
    [[nodiscard]] QRectF lane(int row) const;
    /// The bars of the row that shows `chunk` of `device`, or the first of the device; empty and
    /// far away where none is shown.
    [[nodiscard]] QRectF row(int device, int chunk = ChartRow::kWholeDevice) const;
    /// The row that is, with the gap below it, at `y`; -1 outside.
    [[nodiscard]] int rowAt(double y) const;
    /// The device of that row; -1 outside.
    [[nodiscard]] int deviceAt(double y) const;
    /// Where there are more rows than pixels, all that are in the line at `y`, which is one of the
    /// rows'.
    [[nodiscard]] Rows::Range rowsAt(double y) const;
};

/// What the layout depends on besides the size.
struct ChartNeeds
{
    int devices = 1;
    bool flags = false;
    bool braces = false;
    bool lanes = false;
    double labelWidth = 60;
    double lineHeight = 16;
    double devicePixelRatio = 1;
};

ChartLayout layOut(QSizeF size, const ChartNeeds& needs);

} // namespace pipegantt
