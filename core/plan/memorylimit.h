// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pipegantt {

/// How much activation memory a device has: so many micro-batches of one stage, or so many bytes.
struct MemoryLimit
{
    enum class Unit : std::uint8_t
    {
        None,
        Microbatches,
        Bytes,
    };

    Unit unit = Unit::None;
    std::int64_t amount = 0;

    /// The limit in bytes for micro-batches of `activation` each; nothing where there is no limit.
    /// Saturates at the largest number of bytes.
    [[nodiscard]] std::optional<Bytes> bytes(Bytes activation) const;

    friend bool operator==(const MemoryLimit&, const MemoryLimit&) = default;
};

/// `40`, `10GB` or `none`, as files and the command line spell it.
std::string memoryLimitText(const MemoryLimit& limit);

/// Reads `40` (micro-batches of activations), `10GB` or `none`.
Result<MemoryLimit> parseMemoryLimit(std::string_view text);

} // namespace pipegantt
