// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/order/action.h"
#include "core/order/schedule.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace pipegantt {

/// The cells of a schedule CSV as they stand, row after row: an order with its idle cells and its
/// communication, about which a `Schedule` knows nothing. Row r is device r.
class ActionSheet
{
public:
    void append(const Action& action) { m_actions.push_back(action); }
    void finishRow() { m_rowEnds.push_back(m_actions.size()); }
    /// Whether lines end in a line feed alone, not as Python's csv.writer ends them.
    void setLineFeeds(bool alone) { m_lineFeeds = alone; }

    [[nodiscard]] bool lineFeeds() const { return m_lineFeeds; }
    [[nodiscard]] int rows() const { return static_cast<int>(m_rowEnds.size()); }
    /// All actions, row after row.
    [[nodiscard]] std::span<const Action> actions() const { return m_actions; }
    [[nodiscard]] std::size_t rowBegin(int row) const
    {
        return row == 0 ? 0 : m_rowEnds[static_cast<std::size_t>(row) - 1];
    }
    [[nodiscard]] std::size_t rowEnd(int row) const
    {
        return m_rowEnds[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] std::span<const Action> row(int row) const
    {
        return actions().subspan(rowBegin(row), rowEnd(row) - rowBegin(row));
    }

    friend bool operator==(const ActionSheet&, const ActionSheet&) = default;

private:
    std::vector<Action> m_actions;
    std::vector<std::size_t> m_rowEnds;
    bool m_lineFeeds = false;
};

/// Where an action stands in the file, as people count: from 1.
struct CellPlace
{
    int row = 1;
    std::size_t column = 1;
};

/// The place of the action at `index` of `sheet.actions()`. O(rows + columns).
CellPlace placeOf(const ActionSheet& sheet, std::size_t index);

bool hasCommunication(const ActionSheet& sheet);
bool hasIdleCells(const ActionSheet& sheet);

/// The sheet without its communication.
ActionSheet computeOnly(const ActionSheet& sheet);

/// The operations of `schedule` as a sheet.
ActionSheet sheetOf(const Schedule& schedule);

/// The text of the cell whose first action stands at `index` of `actions`: an action, a pair
/// `(0F7;7B3)OVERLAP_F_B`, or nothing for an idle one. Moves `index` behind it.
std::string takeCell(std::span<const Action> actions, std::size_t& index);

} // namespace pipegantt
