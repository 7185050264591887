// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/ratio.h"
#include "core/base/time.h"
#include "core/format/jsonwriter.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pipegantt {

/// Writes members of JSON objects whose times are all in one unit.
class MemberWriter
{
public:
    MemberWriter(JsonWriter& json, TimeUnit unit)
        : m_json(json)
        , m_unit(unit)
    {
    }

    void time(std::string_view key, Duration value)
    {
        m_json.key(key);
        m_json.raw(timeNumber(value, m_unit));
    }
    void number(std::string_view key, std::int64_t value)
    {
        m_json.key(key);
        m_json.number(value);
    }
    void numberOrNull(std::string_view key, std::optional<std::int64_t> value)
    {
        m_json.key(key);
        m_json.raw(value ? std::to_string(*value) : "null");
    }
    void ratio(std::string_view key, Ratio value)
    {
        m_json.key(key);
        m_json.ratio(value);
    }
    void string(std::string_view key, std::string_view value)
    {
        m_json.key(key);
        m_json.string(value);
    }
    void boolean(std::string_view key, bool value)
    {
        m_json.key(key);
        m_json.boolean(value);
    }
    void null(std::string_view key)
    {
        m_json.key(key);
        m_json.null();
    }

private:
    JsonWriter& m_json;
    TimeUnit m_unit;
};

} // namespace pipegantt
