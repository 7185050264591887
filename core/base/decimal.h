// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace pipegantt {

/// Why a text is not a decimal number that can be kept.
enum class DecimalFault : std::uint8_t
{
    NotANumber,
    TooFine,
    TooLarge,
};

/// The exact decimal text of `value / scale`, without trailing zeros. `scale` is a power of ten.
std::string decimalText(std::int64_t value, std::int64_t scale);

/// Reads a plain decimal number (`12`, `-0.5`, `1e3` is refused) as an integer multiple of
/// `1 / scale`, exactly; never rounds. `scale` is a power of ten.
tl::expected<std::int64_t, DecimalFault> parseDecimal(std::string_view text, std::int64_t scale);

} // namespace pipegantt
