// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/bytes.h"

#include "core/base/decimal.h"
#include "core/base/ratio.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace pipegantt {
namespace {

struct NamedSize
{
    std::string_view name;
    std::int64_t bytes;
};

constexpr std::array kDecimalSizes {
    NamedSize {"PB", 1'000'000'000'000'000},
    NamedSize {"TB", 1'000'000'000'000},
    NamedSize {"GB", 1'000'000'000},
    NamedSize {"MB", 1'000'000},
    NamedSize {"kB", 1'000},
    NamedSize {"B", 1},
};

constexpr std::array kBinarySizes {
    NamedSize {"TiB", std::int64_t {1} << 40},
    NamedSize {"GiB", std::int64_t {1} << 30},
    NamedSize {"MiB", std::int64_t {1} << 20},
    NamedSize {"KiB", std::int64_t {1} << 10},
};

constexpr std::string_view kLegalUnits = "B, kB, MB, GB, TB, PB, KiB, MiB, GiB, TiB";

const NamedSize& largestUnit(Bytes amount)
{
    for (const NamedSize& size : kDecimalSizes) {
        if (amount.value >= size.bytes)
            return size;
    }
    return kDecimalSizes.back();
}

/// `number` times a power of two of at least 1024 bytes, exactly. Nine decimals are read; a decimal
/// fraction is whole in binary units only where the fives of 10^9 cancel.
tl::expected<std::int64_t, DecimalFault> parseBinary(std::string_view number, std::int64_t unit)
{
    constexpr std::int64_t kScale = 1'000'000'000;
    constexpr std::int64_t kFives = 1'953'125;
    const auto scaled = parseDecimal(number, kScale);
    if (!scaled)
        return scaled;
    const std::int64_t part = *scaled % kScale;
    if (part % kFives != 0)
        return tl::unexpected(DecimalFault::TooFine);
    std::int64_t bytes = 0;
    if (__builtin_mul_overflow(*scaled / kScale, unit, &bytes)
        || __builtin_add_overflow(bytes, part / kFives * (unit / (kScale / kFives)), &bytes))
        return tl::unexpected(DecimalFault::TooLarge);
    return bytes;
}

} // namespace

std::string bytesText(Bytes amount)
{
    const NamedSize& unit = largestUnit(amount);
    const std::int64_t whole = amount.value / unit.bytes;
    int decimals = 0;
    if (unit.bytes > 1 && whole < 10)
        decimals = 2;
    else if (unit.bytes > 1 && whole < 100)
        decimals = 1;
    std::string text = ratioNumber({amount.value, unit.bytes}, decimals);
    if (decimals > 0) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.ends_with('.'))
            text.pop_back();
    }
    return text + ' ' + std::string(unit.name);
}

std::string bytesExact(Bytes amount)
{
    // More than three decimals read worse than the plain number of bytes.
    const NamedSize& unit = largestUnit(amount);
    if (amount.value % (unit.bytes >= 1000 ? unit.bytes / 1000 : 1) == 0)
        return decimalText(amount.value, unit.bytes) + std::string(unit.name);
    return std::to_string(amount.value) + "B";
}

Result<Bytes> parseBytes(std::string_view text, std::string_view subject)
{
    const std::size_t numberEnd = text.find_last_of("0123456789.");
    const std::size_t numberLength = numberEnd == std::string_view::npos ? 0 : numberEnd + 1;
    std::string_view suffix = text.substr(numberLength);
    while (suffix.starts_with(' '))
        suffix.remove_prefix(1);

    const std::string_view number = text.substr(0, numberLength);
    const auto named = [suffix](const NamedSize& size) { return size.name == suffix; };
    const auto decimal = std::ranges::find_if(kDecimalSizes, named);
    const auto binary = std::ranges::find_if(kBinarySizes, named);
    const bool known = decimal != kDecimalSizes.end() || binary != kBinarySizes.end();
    const auto bytes = binary != kBinarySizes.end()
        ? parseBinary(number, binary->bytes)
        : parseDecimal(number, decimal != kDecimalSizes.end() ? decimal->bytes : 1);
    if (!bytes && bytes.error() == DecimalFault::NotANumber)
        return failure(ErrorCode::NotANumber, {std::string(subject), std::string(text)});
    if (!known) {
        return failure(ErrorCode::UnknownUnit,
            {std::string(subject), std::string(suffix), std::string(kLegalUnits)});
    }
    if (!bytes && bytes.error() == DecimalFault::TooFine)
        return failure(ErrorCode::TooFine, {std::string(subject), std::string(text), "1 B"});
    if (!bytes) {
        return failure(
            ErrorCode::OutOfRange, {std::string(subject), std::string(text), "0 B", "9000 PB"});
    }
    return Bytes {*bytes};
}

} // namespace pipegantt
