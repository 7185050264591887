// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/decimal.h"

#include <limits>

namespace pipegantt {
namespace {

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Appends one decimal digit to a non-negative number; false where it would overflow.
bool appendDigit(std::int64_t& number, int digit)
{
    constexpr std::int64_t kMaximum = std::numeric_limits<std::int64_t>::max();
    if (number > (kMaximum - digit) / 10)
        return false;
    number = number * 10 + digit;
    return true;
}

} // namespace

std::string decimalText(std::int64_t value, std::int64_t scale)
{
    // Negation in unsigned arithmetic, so that the least value has a magnitude too.
    const auto bits = static_cast<std::uint64_t>(value);
    const std::uint64_t magnitude = value < 0 ? 0 - bits : bits;
    const auto unsignedScale = static_cast<std::uint64_t>(scale);
    std::string text = value < 0 ? "-" : "";
    text += std::to_string(magnitude / unsignedScale);
    std::uint64_t rest = magnitude % unsignedScale;
    if (rest == 0)
        return text;
    text += '.';
    for (std::uint64_t place = unsignedScale / 10; rest > 0; place /= 10) {
        text += static_cast<char>('0' + rest / place);
        rest %= place;
    }
    return text;
}

tl::expected<std::int64_t, DecimalFault> parseDecimal(std::string_view text, std::int64_t scale)
{
    const bool negative = text.starts_with('-');
    if (negative)
        text.remove_prefix(1);

    std::int64_t number = 0;
    std::int64_t place = scale;
    bool seenPoint = false;
    bool seenDigit = false;
    bool tooLarge = false;
    bool tooFine = false;
    for (const char c : text) {
        if (c == '.' && !seenPoint) {
            seenPoint = true;
            continue;
        }
        if (!isDigit(c))
            return tl::unexpected(DecimalFault::NotANumber);
        seenDigit = true;
        if (!seenPoint) {
            tooLarge = tooLarge || !appendDigit(number, c - '0');
        } else if (place > 1) {
            place /= 10;
            tooLarge = tooLarge || !appendDigit(number, c - '0');
        } else if (c != '0') {
            tooFine = true;
        }
    }
    if (!seenDigit)
        return tl::unexpected(DecimalFault::NotANumber);
    for (; place > 1 && !tooLarge; place /= 10)
        tooLarge = !appendDigit(number, 0);
    if (tooLarge)
        return tl::unexpected(DecimalFault::TooLarge);
    if (tooFine)
        return tl::unexpected(DecimalFault::TooFine);
    return negative ? -number : number;
}

} // namespace pipegantt
