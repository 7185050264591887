// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/ratio.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace pipegantt {
namespace {

constexpr std::int64_t powerOfTen(int exponent)
{
    std::int64_t power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

/// a * b as an exact 128-bit pair, for magnitudes.
struct Wide
{
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    friend bool operator==(const Wide&, const Wide&) = default;
    friend bool operator<(const Wide& a, const Wide& b)
    {
        return a.high != b.high ? a.high < b.high : a.low < b.low;
    }
};

Wide multiply(std::uint64_t a, std::uint64_t b)
{
    constexpr std::uint64_t kLowMask = 0xffffffffU;
    const std::uint64_t lowLow = (a & kLowMask) * (b & kLowMask);
    const std::uint64_t highLow = (a >> 32U) * (b & kLowMask);
    const std::uint64_t lowHigh = (a & kLowMask) * (b >> 32U);
    const std::uint64_t highHigh = (a >> 32U) * (b >> 32U);
    const std::uint64_t middle = (lowLow >> 32U) + (highLow & kLowMask) + (lowHigh & kLowMask);
    return {highHigh + (highLow >> 32U) + (lowHigh >> 32U) + (middle >> 32U),
        middle << 32U | (lowLow & kLowMask)};
}

std::uint64_t magnitude(std::int64_t value)
{
    const auto bits = static_cast<std::uint64_t>(value);
    return value < 0 ? 0 - bits : bits;
}

} // namespace

Ratio Ratio::reduced() const
{
    const std::int64_t divisor = std::gcd(numerator, denominator);
    return divisor == 0 ? *this : Ratio {numerator / divisor, denominator / divisor};
}

bool operator==(Ratio a, Ratio b)
{
    return (a.numerator < 0) == (b.numerator < 0)
        && multiply(magnitude(a.numerator), magnitude(b.denominator))
        == multiply(magnitude(b.numerator), magnitude(a.denominator));
}

bool operator<(Ratio a, Ratio b)
{
    return multiply(magnitude(a.numerator), magnitude(b.denominator))
        < multiply(magnitude(b.numerator), magnitude(a.denominator));
}

std::string ratioNumber(Ratio ratio, int decimals)
{
    // Long division digit by digit: exact for every ratio, whatever the size of its terms.
    const bool negative = ratio.numerator < 0;
    const std::uint64_t denominator = magnitude(ratio.denominator);
    std::uint64_t whole = magnitude(ratio.numerator) / denominator;
    std::uint64_t rest = magnitude(ratio.numerator) % denominator;
    std::uint64_t fraction = 0;
    for (int i = 0; i < decimals; ++i) {
        // rest < denominator ≤ 2^63, so ten times rest needs care: subtract instead of multiplying.
        std::uint64_t digit = 0;
        std::uint64_t tenfold = 0;
        for (int j = 0; j < 10; ++j) {
            if (tenfold >= denominator - rest) {
                tenfold -= denominator - rest;
                ++digit;
            } else {
                tenfold += rest;
            }
        }
        fraction = fraction * 10 + digit;
        rest = tenfold;
    }
    if (rest >= denominator - rest) {
        ++fraction;
        if (fraction == static_cast<std::uint64_t>(powerOfTen(decimals))) {
            fraction = 0;
            ++whole;
        }
    }
    std::string text = std::to_string(whole);
    if (decimals > 0) {
        std::string digits = std::to_string(fraction);
        digits.insert(0, static_cast<std::size_t>(decimals) - digits.size(), '0');
        text += '.' + digits;
    }
    const bool zero = whole == 0 && fraction == 0;
    return negative && !zero ? "-" + text : text;
}

std::string percentNumber(Ratio ratio, int decimals)
{
    // A hundred times the ratio: with two more decimals, the point moves by two places.
    std::string digits = ratioNumber(ratio, decimals + 2);
    const std::string sign = digits.starts_with('-') ? "-" : "";
    digits.erase(0, sign.size());
    const std::size_t point = digits.find('.');
    std::string whole = digits.substr(0, point) + digits.substr(point + 1, 2);
    whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
    const std::string fraction = digits.substr(point + 3);
    return fraction.empty() ? sign + whole : sign + whole + '.' + fraction;
}

} // namespace pipegantt
