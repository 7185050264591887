// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pipegantt {

/// One value of a JSON text with its numbers kept as they are written, so that none is rounded on
/// its way to exact time.
struct JsonValue
{
    enum class Type : std::uint8_t
    {
        Null,
        Boolean,
        Number,
        String,
        List,
        Object,
    };

    Type type = Type::Null;
    /// The key in the object that holds it.
    std::string key;
    /// A string's characters, or a number as a plain decimal: `1e3` becomes `1000`.
    std::string text;
    /// The elements of a list, or the members of an object in the order of the text.
    std::vector<JsonValue> children;
};

/// Reads `json` without recursion. Refuses what is not JSON in UTF-8, naming line and column, what
/// is nested deeper than `maxDepth`, and an object that names a key twice. A number beyond the
/// range of double is OutOfRange with its key and itself, and the caller adds what is legal. A byte
/// order mark at the start is skipped.
Result<JsonValue> parseJson(std::string_view json, std::size_t maxDepth);

/// `a string`, `a list`: how a sentence names a type.
std::string_view typeWords(JsonValue::Type type);

} // namespace pipegantt
