// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>

namespace pipegantt {

/// A fraction of two integers, kept exact: `denominator` is positive. Equality is of values, so
/// 3/12 equals 1/4.
struct Ratio
{
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;

    [[nodiscard]] constexpr double value() const
    {
        return static_cast<double>(numerator) / static_cast<double>(denominator);
    }

    /// Divided through by the greatest common divisor: 3/12 becomes 1/4.
    [[nodiscard]] Ratio reduced() const;

    friend bool operator==(Ratio a, Ratio b);
    /// Exact for ratios of non-negative numbers, which all shares of time and memory are.
    friend bool operator<(Ratio a, Ratio b);
};

/// The ratio as a percentage with `decimals` digits, rounded half up from the exact value: `15.8`.
std::string percentNumber(Ratio ratio, int decimals = 1);

/// The ratio as a decimal number with `decimals` digits, rounded half up from the exact value.
std::string ratioNumber(Ratio ratio, int decimals);

} // namespace pipegantt
