// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/bytes.h"

#include "core/base/decimal.h"
#include "core/base/ratio.h"

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

/// Exact multiple of `unit` bytes, which need not be a power of ten: the number is read to
/// nine decimals, and what remains must come out in whole bytes.
tl::expected<std::int64_t, DecimalFault> parseMultiple(std::string_view number, std::int64_t unit)
{
    constexpr std::int64_t kScale = 1'000'000'000;
    const auto scaled = parseDecimal(number, kScale);
    if (!scaled)
        return scaled;
    // unit * scaled / kScale without leaving 64 bits.
    const std::int64_t whole = *scaled / kScale;
    const std::int64_t part = *scaled % kScale;
    std::int64_t product = 0;
    if (__builtin_mul_overflow(whole, unit, &product))
        return tl::unexpected(DecimalFault::TooLarge);
    std::int64_t partProduct = 0;
    if (__builtin_mul_overflow(part, unit, &partProduct)) {
        // Only units beyond 9 GB get here; their part is a multiple of a kilobyte's thousandth.
        if (unit % 1000 != 0 || __builtin_mul_overflow(part, unit / 1000, &partProduct))
            return tl::unexpected(DecimalFault::TooFine);
        if (partProduct % (kScale / 1000) != 0)
            return tl::unexpected(DecimalFault::TooFine);
        partProduct /= kScale / 1000;
    } else {
        if (partProduct % kScale != 0)
            return tl::unexpected(DecimalFault::TooFine);
        partProduct /= kScale;
    }
    if (__builtin_add_overflow(product, partProduct, &product))
        return tl::unexpected(DecimalFault::TooLarge);
    return product;
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

    std::int64_t unit = 0;
    for (const NamedSize& size : kDecimalSizes) {
        if (size.name == suffix)
            unit = size.bytes;
    }
    for (const NamedSize& size : kBinarySizes) {
        if (size.name == suffix)
            unit = size.bytes;
    }
    const auto bytes = parseMultiple(text.substr(0, numberLength), unit == 0 ? 1 : unit);
    if (!bytes && bytes.error() == DecimalFault::NotANumber)
        return failure(ErrorCode::NotANumber, {std::string(subject), std::string(text)});
    if (unit == 0) {
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
