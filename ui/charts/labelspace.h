// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPolygonF>
#include <QRectF>
#include <QSizeF>

#include <cstddef>
#include <optional>
#include <vector>

namespace pipegantt {

/// Finds free places for the labels of a chart's lines: remembers, on a coarse grid, what is drawn
/// where. All in pixels.
class LabelSpace
{
public:
    explicit LabelSpace(const QRectF& area);

    /// A drawn line; labels keep off it where they can.
    void addLine(const QPolygonF& line);
    /// Something that no label may touch.
    void addBox(const QRectF& box);

    /// The freest place for a label of `size` beside the line `along`, or nothing where each would
    /// touch a box, leave the area or cover more than `mostLines` cells of lines. The place is then
    /// taken. Earlier points of `along` are preferred.
    std::optional<QRectF> place(const QSizeF& size, const QPolygonF& along, int mostLines);

private:
    [[nodiscard]] bool touchesBox(const QRectF& rect) const;
    [[nodiscard]] int linesUnder(const QRectF& rect) const;
    [[nodiscard]] std::size_t cell(double x, double y) const;

    QRectF m_area;
    std::size_t m_columns;
    std::size_t m_rows;
    std::vector<char> m_cells;
    std::vector<QRectF> m_boxes;
};

} // namespace pipegantt
