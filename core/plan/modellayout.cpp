// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/modellayout.h"

#include <algorithm>
#include <cstddef>

namespace pipegantt {
namespace {

constexpr std::string_view kLetters = "EtmL|";
constexpr std::string_view kIgnored = ", ";
constexpr int kMostRepeats = 10'000;

/// A letter or bar of the unrolled layout, and where it stands in the text.
struct Symbol
{
    char letter = '|';
    std::size_t at = 0;
};

tl::unexpected<Error> wrongAt(std::string_view text, std::size_t at, std::string_view legal)
{
    // A character of several bytes is quoted whole, so that the sentence stays UTF-8.
    std::size_t length = 1;
    while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) >> 6U) == 2)
        ++length;
    const std::string found(at < text.size() ? text.substr(at, length) : std::string_view("end"));
    return failure(ErrorCode::LayoutSyntax, {std::to_string(at + 1), found, std::string(legal)});
}

/// Writes products out.
class Unroller
{
public:
    explicit Unroller(std::string_view text)
        : m_text(text)
    {
    }

    Result<std::vector<Symbol>> unrolled()
    {
        std::vector<Symbol> symbols;
        for (skip(); m_at < m_text.size(); skip()) {
            const bool group = m_text[m_at] == '(';
            const Result<std::vector<Symbol>> part = group ? readGroup() : readProduct();
            if (!part)
                return failure(part);
            symbols.insert(symbols.end(), part->begin(), part->end());
            if (symbols.size() > kMostLayoutSymbols)
                return tooLong();
        }
        return symbols;
    }

private:
    static tl::unexpected<Error> tooLong()
    {
        return failure(ErrorCode::OutOfRange,
            {"layout", "more than " + std::to_string(kMostLayoutSymbols) + " symbols", "1 symbol",
                std::to_string(kMostLayoutSymbols) + " symbols"});
    }

    void skip()
    {
        while (m_at < m_text.size() && kIgnored.find(m_text[m_at]) != std::string_view::npos)
            ++m_at;
    }

    /// `(…)*n`, from the opening parenthesis on.
    Result<std::vector<Symbol>> readGroup()
    {
        ++m_at;
        std::vector<Symbol> inside;
        for (skip(); m_at < m_text.size() && m_text[m_at] != ')'; skip()) {
            Result<std::vector<Symbol>> part = readProduct();
            if (!part)
                return part;
            inside.insert(inside.end(), part->begin(), part->end());
        }
        if (m_at == m_text.size())
            return wrongAt(m_text, m_at, "E t m L | )");
        if (inside.empty())
            return wrongAt(m_text, m_at, "E t m L |");
        ++m_at;
        skip();
        if (m_at == m_text.size() || m_text[m_at] != '*')
            return wrongAt(m_text, m_at, "*");
        return repeated(inside);
    }

    /// `x` or `x*n`.
    Result<std::vector<Symbol>> readProduct()
    {
        if (kLetters.find(m_text[m_at]) == std::string_view::npos)
            return wrongAt(m_text, m_at, "E t m L | (");
        const std::vector<Symbol> one {{m_text[m_at], m_at}};
        ++m_at;
        skip();
        if (m_at == m_text.size() || m_text[m_at] != '*')
            return one;
        return repeated(one);
    }

    /// `symbols` as often as the `*n` at the cursor says.
    Result<std::vector<Symbol>> repeated(const std::vector<Symbol>& symbols)
    {
        ++m_at;
        skip();
        const std::size_t first = m_at;
        int times = 0;
        for (; m_at < m_text.size() && m_text[m_at] >= '0' && m_text[m_at] <= '9'; ++m_at)
            times = std::min(kMostRepeats + 1, 10 * times + (m_text[m_at] - '0'));
        if (times < 1 || times > kMostRepeats)
            return wrongAt(m_text, first, "1 … " + std::to_string(kMostRepeats));
        if (symbols.size() * static_cast<std::size_t>(times) > kMostLayoutSymbols)
            return tooLong();
        std::vector<Symbol> all;
        for (int i = 0; i < times; ++i)
            all.insert(all.end(), symbols.begin(), symbols.end());
        return all;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

/// Collects symbols into stages and knows which may come next.
class Stages
{
public:
    /// The symbols that may stand next.
    [[nodiscard]] std::string_view legal() const
    {
        if (m_layout.size() == 1 && !m_layout.back().embedding)
            return "E";
        if (m_layout.back().loss)
            return "end";
        if (m_predictors == 0)
            return "t m L |";
        return m_layout.back().predictors > 0 ? "m L |" : "L |";
    }

    void add(char letter)
    {
        StageContents& stage = m_layout.back();
        switch (letter) {
        case 'E':
            stage.embedding = true;
            break;
        case 't':
            ++stage.layers;
            break;
        case 'm':
            ++stage.predictors;
            ++m_predictors;
            break;
        case 'L':
            stage.loss = true;
            break;
        default:
            m_layout.emplace_back();
            break;
        }
    }

    [[nodiscard]] bool ended() const { return m_layout.back().loss; }
    [[nodiscard]] const ModelLayout& layout() const { return m_layout; }

private:
    ModelLayout m_layout {StageContents {}};
    int m_predictors = 0;
};

/// Three and more as a product.
void appendTimes(std::string& text, std::string_view what, int times)
{
    if (times > 2) {
        text += what;
        text += '*' + std::to_string(times);
        return;
    }
    for (int i = 0; i < times; ++i)
        text += what;
}

/// A number and a letter behind it read better apart.
void separate(std::string& text)
{
    if (!text.empty() && text.back() >= '0' && text.back() <= '9')
        text += ',';
}

std::string stageText(const StageContents& stage)
{
    std::string text;
    if (stage.embedding)
        text += 'E';
    appendTimes(text, "t", stage.layers);
    if (stage.predictors > 0)
        separate(text);
    appendTimes(text, "m", stage.predictors);
    if (stage.loss) {
        separate(text);
        text += 'L';
    }
    return text;
}

} // namespace

Result<ModelLayout> parseLayout(std::string_view text)
{
    const Result<std::vector<Symbol>> symbols = Unroller(text).unrolled();
    if (!symbols)
        return failure(symbols);
    Stages stages;
    for (const Symbol& symbol : *symbols) {
        if (stages.legal().find(symbol.letter) == std::string_view::npos || stages.ended())
            return wrongAt(text, symbol.at, stages.legal());
        stages.add(symbol.letter);
    }
    if (!stages.ended())
        return wrongAt(text, text.size(), stages.legal());
    return stages.layout();
}

std::string layoutText(const ModelLayout& layout)
{
    std::string text;
    for (std::size_t stage = 0; stage < layout.size();) {
        const std::string one = stageText(layout[stage]);
        if (stage + 1 == layout.size()) {
            if (!one.empty())
                separate(text);
            return text + one;
        }
        std::size_t next = stage + 1;
        while (next + 1 < layout.size() && layout[next] == layout[stage])
            ++next;
        const auto times = static_cast<int>(next - stage);
        separate(text);
        if (times > 2) {
            text += '(' + one + "|)*" + std::to_string(times);
        } else {
            for (int i = 0; i < times; ++i)
                text += one + '|';
        }
        stage = next;
    }
    return text;
}

} // namespace pipegantt
