// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/order/placement.h"

#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <vector>

namespace pipegantt {

/// What a row of the chart is.
enum class RowsBy : std::uint8_t
{
    Device,
    Chunk, ///< a chunk of a device; those of a device below each other
    Stage, ///< the same rows in the order of the model
};

/// A row of the chart: a device, or those of its operations that are of one chunk.
struct ChartRow
{
    static constexpr int kWholeDevice = -1;

    int device = 0;
    int chunk = kWholeDevice;
    /// The device, or the stage: the row is remembered by it.
    int key = 0;

    friend bool operator==(const ChartRow&, const ChartRow&) = default;
};

/// Which rows the chart shows, from top to bottom: of devices, chunks or stages, in an order of
/// one's own, some pinned to the top, some hidden, and of the others as many as are zoomed to.
/// Indices are of the rows shown. A change of the number of stages keeps what it can.
class RowOrder
{
public:
    RowOrder();

    void setPlacement(const Placement& placement);
    [[nodiscard]] RowsBy by() const { return m_by; }
    /// Another kind of row, in its natural order; those that are hidden or pinned stay so from
    /// chunks to stages and back.
    void setBy(RowsBy by);

    [[nodiscard]] std::span<const ChartRow> shown() const { return m_shown; }
    [[nodiscard]] int size() const { return static_cast<int>(m_shown.size()); }
    [[nodiscard]] const ChartRow& at(int row) const
    {
        return m_shown[static_cast<std::size_t>(row)];
    }
    /// Where an operation of `chunk` on `device` is shown; -1 where it is not. Of a whole device
    /// the first of its rows.
    [[nodiscard]] int find(int device, int chunk) const;
    /// Whether rows are devices, all of them, in their order.
    [[nodiscard]] bool isPlain() const { return m_plain; }

    [[nodiscard]] int hidden() const { return static_cast<int>(m_hidden.size()); }
    /// How many rows at the top are pinned.
    [[nodiscard]] int pinned() const { return m_pinnedShown; }

    /// Hides a row; the last one stays.
    void hide(int row);
    void showAll();
    /// Pins a row below those that are pinned, or lets it go to its place.
    void togglePin(int row);
    /// Puts a row where `place` is, between the rows shown; pinned rows stay above the others.
    void move(int row, int place);

    /// How many rows that are not pinned there are, and which of them are shown: [first, last).
    struct Window
    {
        int first = 0;
        int last = 0;
        int of = 0;

        [[nodiscard]] bool isWhole() const { return last - first == of; }
    };
    [[nodiscard]] Window window() const { return m_window; }
    /// Shows `factor` times as few rows, that at `row` where it is.
    void zoom(int row, double factor);
    void scroll(int rows);
    /// Scrolls as little as brings the row of `chunk` on `device` in sight; shows it again if it is
    /// hidden.
    void reveal(int device, int chunk);

private:
    void layRows();
    void arrange();
    [[nodiscard]] std::vector<int> orderedKeys() const;
    [[nodiscard]] int keyOf(int device, int chunk) const;

    Placement m_placement;
    RowsBy m_by = RowsBy::Device;
    std::vector<ChartRow> m_rows; ///< all, in their natural order
    std::vector<int> m_order; ///< keys, as somebody moved them; empty for the natural order
    std::vector<int> m_pinned; ///< keys
    std::set<int> m_hidden; ///< keys
    std::vector<int> m_rest; ///< keys of what is neither
    double m_wanted = 0; ///< rows to show; 0 for all
    Window m_window;
    std::vector<ChartRow> m_shown;
    int m_pinnedShown = 0;
    bool m_plain = true;
};

} // namespace pipegantt
