// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/memorylimit.h"

#include "core/base/decimal.h"
#include "core/plan/parameter.h"

#include <limits>

namespace pipegantt {

std::optional<Bytes> MemoryLimit::bytes(Bytes activation) const
{
    if (unit == Unit::None)
        return std::nullopt;
    if (unit == Unit::Bytes)
        return Bytes {amount};
    std::int64_t product = 0;
    if (__builtin_mul_overflow(amount, activation.value, &product))
        product = std::numeric_limits<std::int64_t>::max();
    return Bytes {product};
}

std::string memoryLimitText(const MemoryLimit& limit)
{
    switch (limit.unit) {
    case MemoryLimit::Unit::Microbatches:
        return std::to_string(limit.amount);
    case MemoryLimit::Unit::Bytes:
        return bytesExact(Bytes {limit.amount});
    case MemoryLimit::Unit::None:
        break;
    }
    return "none";
}

Result<MemoryLimit> parseMemoryLimit(std::string_view text)
{
    if (text == "none")
        return MemoryLimit {};
    const std::string_view key = info(Parameter::MemoryLimit).key;
    const bool plainNumber = text.find_first_not_of("0123456789.-") == std::string_view::npos;
    if (!plainNumber) {
        const Result<Bytes> bytes = parseBytes(text, key);
        if (!bytes)
            return failure(bytes);
        return MemoryLimit {MemoryLimit::Unit::Bytes, bytes->value};
    }
    const auto microbatches = parseDecimal(text, 1);
    if (microbatches)
        return MemoryLimit {MemoryLimit::Unit::Microbatches, *microbatches};
    if (microbatches.error() == DecimalFault::NotANumber)
        return failure(ErrorCode::NotANumber, {std::string(key), std::string(text)});
    return failure(ErrorCode::NotWhole,
        {std::string(key), std::string(text), "1",
            std::to_string(info(Parameter::Microbatches).maximum) + " micro-batches"});
}

} // namespace pipegantt
