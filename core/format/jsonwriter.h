// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/ratio.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pipegantt {

/// Writes a JSON document, the same bytes for the same calls: members one a line, or a container as
/// a whole on one line. Numbers go in as text and are never rounded. Calls must nest.
class JsonWriter
{
public:
    enum class Layout : std::uint8_t
    {
        Lines,
        OneLine, ///< with everything inside it
    };

    void beginObject(Layout layout = Layout::Lines) { begin('{', layout); }
    void endObject() { end('}'); }
    void beginList(Layout layout = Layout::Lines) { begin('[', layout); }
    void endList() { end(']'); }

    /// The name of the member to come.
    void key(std::string_view name);

    /// A value that is JSON already: an exact decimal number, `true` or `null`.
    void raw(std::string_view json);
    /// Text in UTF-8; what is not UTF-8 in it becomes U+FFFD.
    void string(std::string_view text) { raw(quoted(text)); }
    static std::string quoted(std::string_view text);
    void number(std::int64_t value) { raw(std::to_string(value)); }
    void boolean(bool value) { raw(value ? "true" : "false"); }
    void null() { raw("null"); }
    /// The double nearest to the ratio, in the fewest digits that read back as the same double.
    void ratio(Ratio ratio) { raw(ratioText(ratio)); }
    static std::string ratioText(Ratio ratio);

    /// The document, which ends in a line end.
    [[nodiscard]] std::string finish() { return std::move(m_text) + '\n'; }

private:
    struct Container
    {
        bool oneLine = false;
        bool empty = true;
    };

    void begin(char bracket, Layout layout);
    void end(char bracket);
    void beginValue();
    void breakLine();

    std::string m_text;
    std::vector<Container> m_open;
    bool m_afterKey = false;
};

} // namespace pipegantt
