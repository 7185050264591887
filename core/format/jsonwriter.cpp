// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/jsonwriter.h"

#include <nlohmann/json.hpp>

#include <array>
#include <charconv>

namespace pipegantt {

void JsonWriter::breakLine()
{
    m_text += '\n';
    m_text.append(2 * m_open.size(), ' ');
}

/// Puts what stands between the value to come and what was before.
void JsonWriter::beginValue()
{
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (m_open.empty())
        return;
    Container& container = m_open.back();
    if (!container.empty)
        m_text += container.oneLine ? ", " : ",";
    container.empty = false;
    if (!container.oneLine)
        breakLine();
}

void JsonWriter::begin(char bracket, Layout layout)
{
    beginValue();
    const bool within = !m_open.empty() && m_open.back().oneLine;
    m_text += bracket;
    m_open.push_back({within || layout == Layout::OneLine, true});
}

void JsonWriter::end(char bracket)
{
    const Container container = m_open.back();
    m_open.pop_back();
    if (!container.oneLine && !container.empty)
        breakLine();
    m_text += bracket;
}

void JsonWriter::key(std::string_view name)
{
    string(name);
    m_text += ": ";
    m_afterKey = true;
}

void JsonWriter::raw(std::string_view json)
{
    beginValue();
    m_text += json;
}

std::string JsonWriter::quoted(std::string_view text)
{
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string JsonWriter::ratioText(Ratio ratio)
{
    std::array<char, 32> digits {};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), ratio.value());
    return {digits.data(), static_cast<std::size_t>(written.ptr - digits.data())};
}

} // namespace pipegantt
