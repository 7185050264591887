// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/formula.h"

#include "core/schedule/expression.h"

#include <algorithm>

namespace pipegantt {
namespace {

std::string_view trimmed(std::string_view text)
{
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return text;
}

/// Where `sought` first stands in `text` outside of parentheses; npos if nowhere.
std::size_t findOutside(std::string_view text, std::string_view sought)
{
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (depth == 0 && text.substr(i).starts_with(sought))
            return i;
        depth += text[i] == '(' ? 1 : (text[i] == ')' ? -1 : 0);
    }
    return std::string_view::npos;
}

/// What is inside the parentheses that enclose all of `text`; all of it where none do.
std::string_view unwrapped(std::string_view text)
{
    if (!text.starts_with('(') || !text.ends_with(')'))
        return text;
    const std::string_view inside = text.substr(1, text.size() - 2);
    int depth = 0;
    for (const char character : inside) {
        depth += character == '(' ? 1 : (character == ')' ? -1 : 0);
        if (depth < 0)
            return text;
    }
    return inside;
}

} // namespace

std::string printedFormula(std::string_view formula, int chunks)
{
    std::string text;
    while (!formula.empty()) {
        constexpr std::string_view chunkFactor = "V ";
        if (chunks == 1 && formula.starts_with(chunkFactor)) {
            formula.remove_prefix(chunkFactor.size());
            continue;
        }
        text += formula.front() == '-' ? std::string("−") : std::string(1, formula.front());
        formula.remove_prefix(1);
    }
    return text;
}

FormulaParts formulaParts(std::string_view formula)
{
    const std::size_t comma = std::min(findOutside(formula, ", "), formula.size());
    return {trimmed(formula.substr(0, comma)),
        trimmed(formula.substr(std::min(comma + 1, formula.size())))};
}

std::optional<ShareFormula> shareFormula(std::string_view formula, int chunks)
{
    const std::string printed = printedFormula(formula, chunks);
    const auto [share, where] = formulaParts(printed);
    const std::size_t slash = findOutside(share, "/");
    if (slash == std::string_view::npos)
        return std::nullopt;
    const std::string_view idle = unwrapped(trimmed(share.substr(0, slash)));
    const std::string_view whole = trimmed(share.substr(slash + 1));
    std::string_view rest = unwrapped(whole);
    if (rest.size() == whole.size() || !rest.starts_with(idle))
        return std::nullopt;
    rest = trimmed(rest.substr(idle.size()));
    if (!rest.starts_with('+'))
        return std::nullopt;
    return ShareFormula {
        std::string(idle), std::string(trimmed(rest.substr(1))), std::string(where)};
}

std::optional<Ratio> formulaValue(std::string_view formula, const Plan& plan)
{
    const auto [main, where] = formulaParts(formula);
    if (where.empty())
        return expressionValue(main, plan);
    constexpr std::string_view equals = " = ";
    if (!where.substr(1).starts_with(equals))
        return std::nullopt;
    const std::optional<Ratio> value = expressionValue(where.substr(1 + equals.size()), plan);
    return value ? expressionValue(main, plan, {where.front(), *value}) : std::nullopt;
}

} // namespace pipegantt
