// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/time.h"
#include "core/figure/timescale.h"
#include "ui/timeline/chartlayout.h"

#include <QObject>

#include <optional>

namespace pipegantt {

/// A stretch of time over rows that lie together: [begin, end), first to last.
struct ChartBox
{
    Duration begin {};
    Duration end {};
    int firstRow = 0;
    int lastRow = 0;

    friend bool operator==(const ChartBox&, const ChartBox&) = default;
};

/// The box of time and rows that a person chose, by mouse or by keys. Never empty: a box has a
/// length and a row, or there is none.
class Selection : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Selection)

public:
    enum class Edge
    {
        None,
        Left,
        Right,
        Top,
        Bottom,
    };

    explicit Selection(QObject* parent = nullptr);
    ~Selection() override = default;

    [[nodiscard]] const std::optional<ChartBox>& box() const { return m_box; }
    /// Whether the mouse is still at it.
    [[nodiscard]] bool isDragged() const { return m_dragged; }

    /// Another run: the box is cut to what there is of it.
    void setLimits(Duration makespan, int rows);
    void select(const ChartBox& box);
    void clear();

    /// A drag from here; nothing is selected until it moves.
    void begin(Duration time, int row);
    /// Takes the edge at hand.
    void grab(Edge edge);
    void dragTo(Duration time, int row);
    /// The mouse lets go.
    void drop();

    /// Moves the end that the keys are at: to `time`, or by rows. They start from `from` where
    /// nothing was selected or a mouse was at it.
    void extendTo(Duration time, const ChartBox& from);
    void extendRows(int step, const ChartBox& from);
    /// Where a step of the keys to the right (1) or to the left (-1) starts, and in which row.
    [[nodiscard]] Duration headFor(int step, const ChartBox& from) const;
    [[nodiscard]] int headRow(const ChartBox& from) const;

    /// Where the box is in the widget, and the edge of it within reach of `position`.
    [[nodiscard]] QRectF place(const ChartLayout& layout, const TimeScale& scale) const;
    [[nodiscard]] Edge edgeAt(
        QPointF position, const ChartLayout& layout, const TimeScale& scale) const;

signals:
    void changed();
    /// A drag ends, or the box is another one without a drag.
    void settled();

private:
    void set(const std::optional<ChartBox>& box);
    void startKeys(const ChartBox& from);
    void followKeys();

    std::optional<ChartBox> m_box;
    Duration m_makespan {1};
    int m_rows = 1;
    bool m_dragged = false;
    /// The corner that a drag leaves where it is, and the edges that follow the mouse.
    Duration m_anchorTime {};
    int m_anchorRow = 0;
    Edge m_edge = Edge::None;
    /// What the keys started from, and where their end is.
    bool m_keys = false;
    ChartBox m_origin;
    Duration m_head {};
    int m_headRow = 0;
};

} // namespace pipegantt
