// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/query/query.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

namespace pipegantt {
namespace {

constexpr std::string_view kLetters = "FBIWRO";
constexpr std::string_view kCauses = "warm-up, drain, message, dependency, imbalance";
constexpr int kMostDigits = 9;

constexpr std::string_view kSearch = PIPEGANTT_TEXT("Error", "The search");
constexpr std::string_view kLegal =
    "F12, 0F3, F3.1, stage 3, device 2, mb 5, chunk 1, slice 0, length > 2; or bubble, bubble > 5, "
    "bubble > 10%, wait message, device 2";

tl::unexpected<Error> noSearch(const std::string& text)
{
    return failure(ErrorCode::UnknownChoice, {std::string(kSearch), text, std::string(kLegal)});
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

std::string lowered(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

/// Words and comparisons: `bubble>=5` is three of them.
std::vector<std::string> tokensOf(std::string_view text)
{
    std::vector<std::string> tokens;
    bool begun = false;
    for (const char c : text) {
        if (c == ' ' || c == '\t') {
            begun = false;
            continue;
        }
        const bool compares = c == '<' || c == '>' || c == '=';
        const bool compared =
            begun && std::string_view("<>=").find(tokens.back().back()) != std::string_view::npos;
        if (!begun || compares != compared)
            tokens.emplace_back();
        tokens.back() += c;
        begun = true;
    }
    return tokens;
}

/// Takes a whole number from the front of `text`.
std::optional<int> takeNumber(std::string_view& text)
{
    std::size_t digits = 0;
    while (digits < text.size() && isDigit(text[digits]))
        ++digits;
    if (digits == 0 || digits > kMostDigits)
        return std::nullopt;
    int value = 0;
    std::from_chars(text.data(), text.data() + digits, value);
    text.remove_prefix(digits);
    return value;
}

class QueryParser
{
public:
    QueryParser(std::string_view text, TimeUnit unit)
        : m_tokens(tokensOf(text))
        , m_unit(unit)
    {
    }

    Result<Query> parse()
    {
        if (m_tokens.empty())
            return noSearch("");
        while (m_at < m_tokens.size()) {
            if (const Result<void> taken = takeTerm(); !taken)
                return failure(taken);
        }
        if (m_query.subject == Query::Subject::Bubbles && !m_pass.empty())
            return noSearch(m_pass + " " + m_bubble);
        return m_query;
    }

private:
    Result<void> takeTerm()
    {
        const std::string word = m_tokens[m_at++];
        const std::string lower = lowered(word);
        const std::array<std::pair<std::string_view, std::optional<int>*>, 6> numbers {{
            {"stage", &m_query.stage},
            {"mb", &m_query.microbatch},
            {"microbatch", &m_query.microbatch},
            {"chunk", &m_query.chunk},
            {"slice", &m_query.slice},
            {"device", &m_query.device},
        }};
        for (const auto& [name, value] : numbers) {
            if (lower == name) {
                if (value != &m_query.device)
                    m_pass = word;
                return takeNumberInto(*value, word);
            }
        }
        if (lower == "bubble" || lower == "idle") {
            startBubbles(word);
            return atComparison() ? takeLength(word) : Result<void> {};
        }
        if (lower == "length")
            return takeLength(word);
        if (lower == "wait")
            return takeCause(word);
        return takePass(word);
    }

    void startBubbles(const std::string& word)
    {
        m_query.subject = Query::Subject::Bubbles;
        m_bubble = word;
    }

    /// `0F3`, `F3.1`, `F`
    Result<void> takePass(const std::string& word)
    {
        std::string_view rest = word;
        const auto wrong = noSearch(word);
        std::optional<int> stage;
        if (isDigit(rest.front())) {
            stage = takeNumber(rest);
            if (!stage || rest.empty())
                return wrong;
        }
        const char letter = upper(rest.front());
        if (kLetters.find(letter) == std::string_view::npos)
            return wrong;
        rest.remove_prefix(1);
        if (m_query.letter != 0)
            return noSearch(m_letterWord + " " + word);
        m_query.letter = letter;
        m_letterWord = word;
        m_pass = word;
        // One place each: what is said twice would contradict itself.
        if (stage && m_query.stage)
            return noSearch("stage " + std::to_string(*m_query.stage) + " " + word);
        if (stage)
            m_query.stage = stage;
        if (rest.empty())
            return {};
        if (m_query.microbatch)
            return noSearch("mb " + std::to_string(*m_query.microbatch) + " " + word);
        m_query.microbatch = takeNumber(rest);
        if (!m_query.microbatch)
            return wrong;
        if (rest.empty())
            return {};
        if (rest.front() != '.')
            return wrong;
        rest.remove_prefix(1);
        if (m_query.slice)
            return noSearch("slice " + std::to_string(*m_query.slice) + " " + word);
        m_query.slice = takeNumber(rest);
        return m_query.slice && rest.empty() ? Result<void> {} : wrong;
    }

    Result<void> takeNumberInto(std::optional<int>& value, const std::string& word)
    {
        if (value)
            return noSearch(word + " " + std::to_string(*value) + " " + word);
        if (m_at == m_tokens.size())
            return failure(ErrorCode::NotANumber, {word, ""});
        const std::string& token = m_tokens[m_at++];
        std::string_view rest = token;
        value = takeNumber(rest);
        if (!value || !rest.empty())
            return failure(ErrorCode::NotANumber, {word, token});
        return {};
    }

    [[nodiscard]] bool atComparison() const
    {
        return m_at < m_tokens.size()
            && std::string_view("<>=").find(m_tokens[m_at].front()) != std::string_view::npos;
    }

    Result<void> takeLength(const std::string& word)
    {
        constexpr std::array<std::pair<std::string_view, Query::Comparison>, 6> comparisons {{
            {">", Query::Comparison::More},
            {">=", Query::Comparison::AtLeast},
            {"<", Query::Comparison::Less},
            {"<=", Query::Comparison::AtMost},
            {"=", Query::Comparison::Equal},
            {"==", Query::Comparison::Equal},
        }};
        if (m_query.length)
            return noSearch(word + " " + word);
        if (m_at + 1 >= m_tokens.size())
            return failure(ErrorCode::UnknownChoice,
                {word, m_at < m_tokens.size() ? m_tokens[m_at] : "", word + " > 5"});
        const std::string& sign = m_tokens[m_at++];
        const auto found = std::ranges::find(comparisons, std::string_view(sign),
            &std::pair<std::string_view, Query::Comparison>::first);
        if (found == comparisons.end())
            return failure(ErrorCode::UnknownChoice, {word, sign, ">, >=, <, <=, ="});
        Query::Length length;
        length.comparison = found->second;
        std::string value = m_tokens[m_at++];
        // `10 %` and `5 ms` are two words.
        if (m_at < m_tokens.size() && isDigit(value.back()) && isUnit(m_tokens[m_at]))
            value += m_tokens[m_at++];
        if (value.ends_with('%'))
            return takeShare(word, value, length);
        const bool bare = std::ranges::all_of(value, [](char c) { return isDigit(c) || c == '.'; });
        if (bare && m_unit != TimeUnit::Slots)
            value += unitName(m_unit);
        const Result<ParsedTime> time = parseTime(value, word);
        if (!time)
            return failure(time);
        if (!time->unitless && (time->unit == TimeUnit::Slots) != (m_unit == TimeUnit::Slots)) {
            return failure(ErrorCode::MixedTimeUnits,
                {word, std::string(unitName(time->unit)), "unit", std::string(unitName(m_unit))});
        }
        length.time = time->value;
        m_query.length = length;
        return {};
    }

    static bool isUnit(std::string_view token)
    {
        return token == "%" || token == "us" || token == "ms" || token == "s";
    }

    /// A share in tenths of a percent at the finest.
    Result<void> takeShare(const std::string& word, const std::string& value, Query::Length length)
    {
        std::string_view rest(value.data(), value.size() - 1);
        const std::optional<int> whole = takeNumber(rest);
        int tenths = 0;
        if (rest.size() == 2 && rest.front() == '.' && isDigit(rest.back())) {
            tenths = rest.back() - '0';
            rest = {};
        }
        if (!whole || !rest.empty())
            return failure(ErrorCode::NotANumber, {word, value});
        if (*whole > 100 || (*whole == 100 && tenths > 0))
            return failure(ErrorCode::OutOfRange, {word, value, "0%", "100%"});
        length.share = Ratio {*whole * 10 + tenths, 1000};
        m_query.length = length;
        return {};
    }

    Result<void> takeCause(const std::string& word)
    {
        constexpr std::array<std::pair<std::string_view, Query::Cause>, 6> causes {{
            {"warm-up", Query::Cause::WarmUp},
            {"warmup", Query::Cause::WarmUp},
            {"drain", Query::Cause::Drain},
            {"message", Query::Cause::Message},
            {"dependency", Query::Cause::Dependency},
            {"imbalance", Query::Cause::Imbalance},
        }};
        if (m_query.cause)
            return noSearch(word + " " + word);
        if (m_at == m_tokens.size())
            return failure(ErrorCode::UnknownChoice, {word, "", std::string(kCauses)});
        const std::string& token = m_tokens[m_at++];
        const auto found = std::ranges::find(causes, std::string_view(lowered(token)),
            &std::pair<std::string_view, Query::Cause>::first);
        if (found == causes.end())
            return failure(ErrorCode::UnknownChoice, {word, token, std::string(kCauses)});
        startBubbles(word);
        m_query.cause = found->second;
        return {};
    }

    std::vector<std::string> m_tokens;
    std::size_t m_at = 0;
    TimeUnit m_unit;
    Query m_query;
    /// The words that made it one about passes, and about bubbles.
    std::string m_pass;
    std::string m_bubble;
    std::string m_letterWord;
};

} // namespace

bool Query::Length::holds(Duration asked, Duration makespan) const
{
    // Compared exactly: a share is a fraction of whole numbers.
    const Ratio part {asked.count(), std::max<std::int64_t>(1, makespan.count())};
    const bool less = share ? part < *share : asked < time;
    const bool equal = share ? part == *share : asked == time;
    switch (comparison) {
    case Comparison::More:
        return !less && !equal;
    case Comparison::AtLeast:
        return !less;
    case Comparison::Less:
        return less;
    case Comparison::AtMost:
        return less || equal;
    case Comparison::Equal:
        break;
    }
    return equal;
}

Result<Query> parseQuery(std::string_view text, TimeUnit unit)
{
    return QueryParser(text, unit).parse();
}

} // namespace pipegantt
