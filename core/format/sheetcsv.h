// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/order/actionsheet.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pipegantt {

/// The largest schedule CSV that is read: the largest plan's with communication.
inline constexpr std::size_t kMaxSheetBytes = std::size_t {1} << 30;

/// Reads the schedule CSV of PyTorch's pipelining: a row a device, cells between commas, empty ones
/// idle, lines ending in CRLF or LF, space around cells passed over. A fault names row and column,
/// from 1, and what is legal. Says nothing about whether the order can run: that is `givenOrder`'s.
Result<ActionSheet> parseSheet(std::string_view csv);

/// The same from rows by themselves, as plan files hold them; a row may keep its line feed.
Result<ActionSheet> parseSheetRows(std::span<const std::string> rows);

/// The sheet as CSV; `parseSheet` reads back an equal one.
std::string sheetCsv(const ActionSheet& sheet);

/// The rows by themselves.
std::vector<std::string> sheetRows(const ActionSheet& sheet);

} // namespace pipegantt
