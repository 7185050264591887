// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/time.h"

#include "core/base/decimal.h"

#include <array>
#include <cstddef>

namespace pipegantt {
namespace {

struct NamedUnit
{
    std::string_view name;
    TimeUnit unit;
};

constexpr std::array kUnits {
    NamedUnit {"slots", TimeUnit::Slots},
    NamedUnit {"us", TimeUnit::Microseconds},
    NamedUnit {"ms", TimeUnit::Milliseconds},
    NamedUnit {"s", TimeUnit::Seconds},
};

} // namespace

std::string_view unitName(TimeUnit unit)
{
    return kUnits[static_cast<std::size_t>(unit)].name;
}

std::string timeNumber(Duration time, TimeUnit unit)
{
    return decimalText(time.count(), unitDuration(unit).count());
}

Result<ParsedTime> parseTime(std::string_view text, std::string_view subject)
{
    const std::size_t numberEnd = text.find_last_of("0123456789.");
    const std::size_t numberLength = numberEnd == std::string_view::npos ? 0 : numberEnd + 1;
    std::string_view suffix = text.substr(numberLength);
    while (suffix.starts_with(' '))
        suffix.remove_prefix(1);

    ParsedTime parsed;
    bool known = suffix.empty() || suffix == "slot";
    for (const NamedUnit& named : kUnits) {
        if (named.name == suffix) {
            parsed.unit = named.unit;
            known = true;
        }
    }
    const auto number =
        parseDecimal(text.substr(0, numberLength), unitDuration(parsed.unit).count());
    if (!number && number.error() == DecimalFault::NotANumber)
        return failure(ErrorCode::NotANumber, {std::string(subject), std::string(text)});
    if (!known) {
        return failure(ErrorCode::UnknownUnit,
            {std::string(subject), std::string(suffix), "slots, us, ms, s"});
    }
    if (!number && number.error() == DecimalFault::TooFine) {
        return failure(
            ErrorCode::TooFine, {std::string(subject), std::string(text), "0.000000000001 s"});
    }
    if (!number) {
        return failure(
            ErrorCode::OutOfRange, {std::string(subject), std::string(text), "0", "9000000 s"});
    }
    parsed.value = Duration(*number);
    parsed.unitless = suffix.empty() && *number == 0;
    return parsed;
}

} // namespace pipegantt
