// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/wholenumber.h"

#include "core/base/decimal.h"

namespace pipegantt {

Result<std::int64_t> wholeNumber(
    std::string_view key, std::string_view text, std::int64_t minimum, std::int64_t maximum)
{
    const std::string least = std::to_string(minimum);
    const std::string most = std::to_string(maximum);
    const auto number = parseDecimal(text, 1);
    if (!number && number.error() == DecimalFault::NotANumber)
        return failure(ErrorCode::NotANumber, {std::string(key), std::string(text)});
    if (!number && number.error() == DecimalFault::TooFine)
        return failure(ErrorCode::NotWhole, {std::string(key), std::string(text), least, most});
    if (!number || *number < minimum || *number > maximum)
        return failure(ErrorCode::OutOfRange, {std::string(key), std::string(text), least, most});
    return *number;
}

Result<void> readNumbers(std::string_view key, std::span<const std::string> texts,
    std::int64_t minimum, std::int64_t maximum, std::vector<int>& numbers)
{
    numbers.clear();
    for (const std::string& text : texts) {
        const Result<std::int64_t> number = wholeNumber(key, text, minimum, maximum);
        if (!number)
            return failure(number);
        numbers.push_back(static_cast<int>(*number));
    }
    return {};
}

} // namespace pipegantt
