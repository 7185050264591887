// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace pipegantt {

/// An amount of memory. Shown in decimal gigabytes (1 GB = 10^9 B) and their like.
struct Bytes
{
    std::int64_t value = 0;

    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes the zero of a rewritten < for one
    friend constexpr auto operator<=>(Bytes, Bytes) = default;
};

/// `1.6 GB`, `640 MB`, `12 B`: the largest decimal unit that leaves at least one whole, exactly or
/// rounded to three significant digits.
std::string bytesText(Bytes amount);

/// The shortest exact spelling that `parseBytes` reads back: `1.6GB`, `1283457024B`.
std::string bytesExact(Bytes amount);

/// Reads `1.6GB`, `512 MiB`, `80e9` is refused. `subject` names the value in the error.
Result<Bytes> parseBytes(std::string_view text, std::string_view subject);

} // namespace pipegantt
