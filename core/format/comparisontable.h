// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/planner/comparison.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pipegantt {

/// A table as people read it: words, in rows of as many cells as the header has.
struct TextTable
{
    std::vector<std::string> header;
    /// Whether a column holds numbers, which stand at the right.
    std::vector<bool> numeric;
    std::vector<std::vector<std::string>> rows;
};

/// The comparison in English words: percentages to one decimal, memory to three digits, exact
/// times, and what is particular to a row, or why it cannot run, in the last column.
TextTable comparisonTable(std::span<const ComparedPlan> rows);

/// What a table says of a row in its last column: `V = 2`, `forward only`; the reason where it
/// cannot run.
std::string comparisonNote(const ComparedPlan& row);

/// A table in GitHub's Markdown, columns aligned. What would end a cell is escaped.
std::string markdownTable(const TextTable& table);

/// A cell of CSV, in quotes where it needs them.
std::string csvCell(std::string_view text);

/// The comparison as CSV (RFC 4180, line ends `\n`): exact numbers under the keys of the JSON,
/// empty where a row has not been measured.
std::string comparisonCsv(std::span<const ComparedPlan> rows);

/// The comparison as JSON: `{"plans": [...]}`; measures are null where a row has none.
std::string comparisonJson(std::span<const ComparedPlan> rows);

} // namespace pipegantt
