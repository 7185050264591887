// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/sheetcsv.h"

#include "core/format/actioncell.h"
#include "core/format/quotable.h"

namespace pipegantt {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

std::string_view trimmed(std::string_view cell)
{
    constexpr std::string_view kSpace = " \t";
    const std::size_t begin = cell.find_first_not_of(kSpace);
    if (begin == std::string_view::npos)
        return {};
    return cell.substr(begin, cell.find_last_not_of(kSpace) - begin + 1);
}

Result<void> readRow(std::string_view line, ActionSheet& sheet)
{
    for (std::size_t column = 1; !line.empty() || column > 1; ++column) {
        const std::size_t comma = line.find(',');
        const std::string_view cell = trimmed(line.substr(0, comma));
        if (const auto read = readCell(cell, sheet); !read) {
            return failure(read.error().code,
                {std::to_string(sheet.rows() + 1), std::to_string(column), quotable(cell),
                    std::string(read.error().legal)});
        }
        if (comma == std::string_view::npos)
            break;
        line.remove_prefix(comma + 1);
    }
    sheet.finishRow();
    return {};
}

std::string rowText(std::span<const Action> row)
{
    std::string text;
    for (std::size_t i = 0; i < row.size();) {
        if (i > 0)
            text += ',';
        text += takeCell(row, i);
    }
    return text;
}

} // namespace

Result<ActionSheet> parseSheet(std::string_view csv)
{
    if (csv.starts_with(kByteOrderMark))
        csv.remove_prefix(kByteOrderMark.size());
    ActionSheet sheet;
    bool returns = false;
    bool feeds = false;
    while (!csv.empty()) {
        const std::size_t end = csv.find('\n');
        std::string_view line = csv.substr(0, end);
        csv.remove_prefix(end == std::string_view::npos ? csv.size() : end + 1);
        feeds = feeds || end != std::string_view::npos;
        if (line.ends_with('\r')) {
            returns = true;
            line.remove_suffix(1);
        }
        if (const Result<void> read = readRow(line, sheet); !read)
            return failure(read);
    }
    sheet.setLineFeeds(feeds && !returns);
    return sheet;
}

Result<ActionSheet> parseSheetRows(std::span<const std::string> rows)
{
    ActionSheet sheet;
    for (std::string_view row : rows) {
        if (row.ends_with('\n')) {
            sheet.setLineFeeds(true);
            row.remove_suffix(1);
        }
        if (const Result<void> read = readRow(row, sheet); !read)
            return failure(read);
    }
    return sheet;
}

std::string sheetCsv(const ActionSheet& sheet)
{
    std::string csv;
    for (int row = 0; row < sheet.rows(); ++row) {
        csv += rowText(sheet.row(row));
        csv += sheet.lineFeeds() ? "\n" : "\r\n";
    }
    return csv;
}

std::vector<std::string> sheetRows(const ActionSheet& sheet)
{
    std::vector<std::string> rows;
    rows.reserve(static_cast<std::size_t>(sheet.rows()));
    for (int row = 0; row < sheet.rows(); ++row)
        rows.push_back(rowText(sheet.row(row)) + (sheet.lineFeeds() ? "\n" : ""));
    return rows;
}

} // namespace pipegantt
