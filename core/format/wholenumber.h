// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pipegantt {

/// Reads a whole number from `minimum` to `maximum`. `key` names the value in the error.
Result<std::int64_t> wholeNumber(
    std::string_view key, std::string_view text, std::int64_t minimum, std::int64_t maximum);

/// Reads a list of them; an empty one stands for none.
Result<void> readNumbers(std::string_view key, std::span<const std::string> texts,
    std::int64_t minimum, std::int64_t maximum, std::vector<int>& numbers);

} // namespace pipegantt
