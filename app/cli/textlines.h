// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pipegantt {

/// `text` in lines, broken at spaces, for CLI11's help, which indents lines but does not break
/// them.
std::string wrapped(std::string_view text);

/// The parts of `text` between commas, empty ones too.
std::vector<std::string> splitAtCommas(const std::string& text);

/// Lines of cells for a terminal, each column as wide as its widest cell. Cells are ASCII, but for
/// those of the last column, which is as long as it is.
class TextLines
{
public:
    void add(std::vector<std::string> row) { m_rows.push_back(std::move(row)); }
    /// Sets the columns that stand at the right: all others stand at the left.
    void alignRight(std::vector<bool> columns) { m_right = std::move(columns); }

    [[nodiscard]] std::string text() const;

private:
    std::vector<std::vector<std::string>> m_rows;
    std::vector<bool> m_right;
};

} // namespace pipegantt
