// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"

#include <span>
#include <string>
#include <string_view>

namespace pipegantt {

ErrorCategory category(ErrorCode code);

/// The English sentence of `code` with %1, %2 … for the facts, marked for translation under the
/// context "Error". It names the value, the rule and what is legal.
std::string_view sentenceTemplate(ErrorCode code);

/// The English sentence of `error`, for the command line.
std::string sentence(const Error& error);

/// Puts `facts[n - 1]` in the place of each %n. A placeholder without a fact stays as it is.
std::string fillPlaceholders(std::string_view text, std::span<const std::string> facts);

} // namespace pipegantt
