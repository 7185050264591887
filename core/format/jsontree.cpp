// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/jsontree.h"

#include "core/base/text.h"
#include "core/format/quotable.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>

namespace pipegantt {
namespace {

/// Where the byte at `offset` stands, both from 1. Columns count characters, not bytes.
Error syntaxErrorAt(std::string_view json, std::size_t offset)
{
    const std::string_view before = json.substr(0, std::min(offset, json.size()));
    const auto line = 1 + std::ranges::count(before, '\n');
    const std::size_t lineBegin = before.rfind('\n') + 1;
    const auto column = 1 + std::ranges::count_if(before.substr(lineBegin), [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
    });
    return {ErrorCode::JsonSyntax, {std::to_string(line), std::to_string(column)}};
}

/// `1.5e3` as `1500`. Exponents end at a thousand, which is far beyond any legal value.
std::string plainDecimal(std::string_view number)
{
    constexpr int kLargestExponent = 1000;
    const std::size_t mark = number.find_first_of("eE");
    if (mark == std::string_view::npos)
        return std::string(number);
    std::string_view exponentText = number.substr(mark + 1);
    if (exponentText.starts_with('+'))
        exponentText.remove_prefix(1);
    int exponent = 0;
    const auto [end, fault] =
        std::from_chars(exponentText.data(), exponentText.data() + exponentText.size(), exponent);
    if (fault != std::errc {})
        exponent = exponentText.starts_with('-') ? -kLargestExponent : kLargestExponent;
    exponent = std::clamp(exponent, -kLargestExponent, kLargestExponent);

    std::string digits(number.substr(0, mark));
    std::string sign;
    if (digits.starts_with('-')) {
        sign = "-";
        digits.erase(0, 1);
    }
    const std::size_t point = std::min(digits.find('.'), digits.size());
    if (point < digits.size())
        digits.erase(point, 1);
    std::ptrdiff_t place = static_cast<std::ptrdiff_t>(point) + exponent;
    if (place <= 0) {
        digits.insert(0, static_cast<std::size_t>(1 - place), '0');
        place = 1;
    }
    const auto whole = static_cast<std::size_t>(place);
    if (whole > digits.size())
        digits.append(whole - digits.size(), '0');
    else if (whole < digits.size())
        digits.insert(whole, 1, '.');
    return sign + digits;
}

/// Builds the tree from nlohmann's events. Returning false from one ends the parse.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json>
{
public:
    TreeBuilder(std::string_view json, std::size_t maxDepth)
        : m_json(json)
        , m_maxDepth(maxDepth)
    {
    }

    bool null() override { return add(JsonValue::Type::Null, {}); }
    bool boolean(bool) override { return add(JsonValue::Type::Boolean, {}); }
    bool number_integer(number_integer_t value) override
    {
        return add(JsonValue::Type::Number, std::to_string(value));
    }
    bool number_unsigned(number_unsigned_t value) override
    {
        return add(JsonValue::Type::Number, std::to_string(value));
    }
    bool number_float(number_float_t, const string_t& text) override
    {
        return add(JsonValue::Type::Number, plainDecimal(text));
    }
    bool string(string_t& text) override { return add(JsonValue::Type::String, std::move(text)); }
    bool binary(binary_t&) override { return false; }

    bool start_object(std::size_t) override { return open(JsonValue::Type::Object); }
    bool start_array(std::size_t) override { return open(JsonValue::Type::List); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& key) override
    {
        if (!m_open.back().keys.insert(key).second) {
            m_error = Error(ErrorCode::DuplicateKey, {quotable(key)});
            return false;
        }
        m_lastKey = key;
        m_key = std::move(key);
        return true;
    }

    bool parse_error(std::size_t position, const std::string& token,
        const nlohmann::json::exception& fault) override
    {
        // The only such fault is a number beyond the range of double.
        if (dynamic_cast<const nlohmann::json::out_of_range*>(&fault) != nullptr) {
            m_error = Error(ErrorCode::OutOfRange, {m_lastKey, plainDecimal(token)});
            return false;
        }
        m_error = syntaxErrorAt(m_json, position == 0 ? 0 : position - 1);
        return false;
    }

    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    JsonValue takeRoot() { return std::move(m_root); }

private:
    struct Open
    {
        JsonValue value;
        std::set<std::string> keys;
    };

    bool add(JsonValue::Type type, std::string text)
    {
        return place({type, std::move(m_key), std::move(text), {}});
    }

    bool place(JsonValue value)
    {
        m_key.clear();
        if (m_open.empty())
            m_root = std::move(value);
        else
            m_open.back().value.children.push_back(std::move(value));
        return true;
    }

    bool open(JsonValue::Type type)
    {
        if (m_open.size() == m_maxDepth) {
            m_error = Error(ErrorCode::NestedTooDeep,
                {std::to_string(m_maxDepth + 1), std::to_string(m_maxDepth)});
            return false;
        }
        m_open.push_back({{type, std::move(m_key), {}, {}}, {}});
        m_key.clear();
        return true;
    }

    bool close()
    {
        JsonValue closed = std::move(m_open.back().value);
        m_open.pop_back();
        return place(std::move(closed));
    }

    std::string_view m_json;
    std::size_t m_maxDepth;
    std::vector<Open> m_open;
    /// The key of the value to come, empty in a list; and the last one seen.
    std::string m_key;
    std::string m_lastKey;
    JsonValue m_root;
    std::optional<Error> m_error;
};

} // namespace

Result<JsonValue> parseJson(std::string_view json, std::size_t maxDepth)
{
    // nlohmann takes a zero byte for the end of the text and would not look behind it.
    if (const std::size_t zero = json.find('\0'); zero != std::string_view::npos)
        return tl::unexpected<Error>(syntaxErrorAt(json, zero));
    TreeBuilder builder(json, maxDepth);
    if (!nlohmann::json::sax_parse(json, &builder)) {
        return tl::unexpected<Error>(
            builder.error() ? *builder.error() : syntaxErrorAt(json, json.size()));
    }
    return builder.takeRoot();
}

std::string_view typeWords(JsonValue::Type type)
{
    constexpr std::array<std::string_view, 6> kWords {
        PIPEGANTT_TEXT("Error", "empty (null)"),
        PIPEGANTT_TEXT("Error", "true or false"),
        PIPEGANTT_TEXT("Error", "a number"),
        PIPEGANTT_TEXT("Error", "a text"),
        PIPEGANTT_TEXT("Error", "a list"),
        PIPEGANTT_TEXT("Error", "an object"),
    };
    return kWords[static_cast<std::size_t>(type)];
}

} // namespace pipegantt
