// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pipegantt {

/// `text` as a sentence can quote it: without control characters, which could forge lines or drive
/// a terminal, and cut off where it is longer than any legal value.
std::string quotable(std::string_view text, std::size_t longest = 80);

} // namespace pipegantt
