// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/timeline/chartlayout.h"

#include <QPointF>

#include <optional>

class QWheelEvent;

namespace pipegantt {

class ChartRows;

/// What the mouse does to rows: a drag of a name takes its row along, the wheel scrolls rows over
/// the names, and zooms them with Ctrl there or with Ctrl+Shift anywhere.
class RowGestures
{
public:
    explicit RowGestures(ChartRows& rows)
        : m_rows(rows)
    {
    }

    /// Whether the press, the move, or the release is of a row, and so of nothing else.
    bool press(QPointF position, const ChartLayout& layout);
    bool move(QPointF position, const ChartLayout& layout);
    bool release();
    bool wheel(const QWheelEvent& event, const ChartLayout& layout);

private:
    ChartRows& m_rows;
    std::optional<int> m_dragged; ///< the row at the mouse
};

} // namespace pipegantt
