// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/expression.h"

#include "core/schedule/catalogue.h"
#include "core/schedule/group.h"

#include <cctype>
#include <cstdlib>

namespace pipegantt {
namespace {

bool isLetter(char character)
{
    return std::isalpha(static_cast<unsigned char>(character)) != 0;
}

bool isDigit(char character)
{
    return std::isdigit(static_cast<unsigned char>(character)) != 0;
}

/// Reads a formula as it runs along it. After the first thing that it does not know, it stands.
class Evaluator
{
public:
    Evaluator(std::string_view text, const Plan& plan, NamedValue named)
        : m_text(text)
        , m_plan(plan)
        , m_named(named)
    {
    }

    std::optional<Ratio> value()
    {
        const Ratio result = sum();
        skipSpaces();
        return m_failed || !m_text.empty() ? std::nullopt : std::optional(result.reduced());
    }

private:
    void skipSpaces()
    {
        while (m_text.starts_with(' '))
            m_text.remove_prefix(1);
    }

    bool take(std::string_view token)
    {
        skipSpaces();
        if (!m_text.starts_with(token))
            return false;
        m_text.remove_prefix(token.size());
        return true;
    }

    void expect(std::string_view token) { m_failed = !take(token) || m_failed; }

    Ratio failed()
    {
        m_failed = true;
        return {};
    }

    Ratio times(Ratio a, Ratio b)
    {
        // Crosswise first: what can be divided out never overflows.
        const Ratio c = Ratio {a.numerator, b.denominator}.reduced();
        const Ratio d = Ratio {b.numerator, a.denominator}.reduced();
        Ratio product;
        if (__builtin_mul_overflow(c.numerator, d.numerator, &product.numerator)
            || __builtin_mul_overflow(c.denominator, d.denominator, &product.denominator))
            return failed();
        return product;
    }

    Ratio over(Ratio a, Ratio b)
    {
        if (b.numerator == 0)
            return failed();
        const std::int64_t sign = b.numerator < 0 ? -1 : 1;
        return times(a, {sign * b.denominator, sign * b.numerator});
    }

    Ratio plus(Ratio a, Ratio b)
    {
        std::int64_t left = 0;
        std::int64_t right = 0;
        Ratio total;
        if (__builtin_mul_overflow(a.numerator, b.denominator, &left)
            || __builtin_mul_overflow(b.numerator, a.denominator, &right)
            || __builtin_add_overflow(left, right, &total.numerator)
            || __builtin_mul_overflow(a.denominator, b.denominator, &total.denominator))
            return failed();
        return total.reduced();
    }

    Ratio minus(Ratio a, Ratio b) { return plus(a, {-b.numerator, b.denominator}); }

    Ratio sum()
    {
        Ratio total = product();
        while (!m_failed) {
            if (take("+"))
                total = plus(total, product());
            else if (take("-"))
                total = minus(total, product());
            else
                break;
        }
        return total;
    }

    Ratio product()
    {
        Ratio total = factor();
        while (!m_failed) {
            if (take("/"))
                total = over(total, factor());
            else if (factorFollows())
                total = times(total, factor());
            else
                break;
        }
        return total;
    }

    bool factorFollows()
    {
        skipSpaces();
        if (m_text.empty())
            return false;
        const char next = m_text.front();
        return isLetter(next) || isDigit(next) || next == '(' || (next == '|' && !m_inMagnitude)
            || m_text.starts_with("⌊") || m_text.starts_with("⌈");
    }

    Ratio factor()
    {
        if (take("("))
            return closed(")");
        if (take("⌊"))
            return floor(closed("⌋"));
        if (take("⌈"))
            return minus({0, 1}, floor(minus({0, 1}, closed("⌉"))));
        if (take("|")) {
            m_inMagnitude = true;
            Ratio inside = sum();
            m_inMagnitude = false;
            expect("|");
            inside.numerator = std::abs(inside.numerator);
            return inside;
        }
        if (take("min("))
            return least();
        if (take("max("))
            return most();
        return m_text.empty() ? failed() : (isDigit(m_text.front()) ? number() : letter());
    }

    Ratio closed(std::string_view end)
    {
        const bool inMagnitude = m_inMagnitude;
        m_inMagnitude = false;
        const Ratio inside = sum();
        m_inMagnitude = inMagnitude;
        expect(end);
        return inside;
    }

    static Ratio floor(Ratio value)
    {
        const std::int64_t whole = value.numerator / value.denominator;
        return {whole - (value.numerator < whole * value.denominator ? 1 : 0), 1};
    }

    Ratio least()
    {
        Ratio found = sum();
        while (!m_failed && take(",")) {
            const Ratio other = sum();
            found = minus(other, found).numerator < 0 ? other : found;
        }
        expect(")");
        return found;
    }

    Ratio most()
    {
        Ratio found = sum();
        while (!m_failed && take(",")) {
            const Ratio other = sum();
            found = minus(other, found).numerator > 0 ? other : found;
        }
        expect(")");
        return found;
    }

    Ratio number()
    {
        std::int64_t value = 0;
        while (!m_text.empty() && isDigit(m_text.front())) {
            value = 10 * value + (m_text.front() - '0');
            m_text.remove_prefix(1);
            if (value > 1'000'000)
                return failed();
        }
        return {value, 1};
    }

    Ratio letter()
    {
        if (take("F&B"))
            return {pairTime().count(), 1};
        const char name = m_text.front();
        m_text.remove_prefix(1);
        // A word is no formula.
        if (!m_text.empty() && isLetter(m_text.front()) && std::islower(m_text.front()) != 0)
            return failed();
        if (name == m_named.name)
            return m_named.value;
        const StageTime& time = m_plan.timeOf(0);
        switch (name) {
        case 'P':
            return {m_plan.stages, 1};
        case 'M':
            return {m_plan.microbatches, 1};
        case 'V':
            return {m_plan.chunks, 1};
        case 'N':
            return {groupSize(m_plan), 1};
        case 'S':
            return {m_plan.units() / m_plan.microbatches, 1};
        case 'R':
            return {
                (m_plan.recompute > Duration::zero() ? m_plan.recompute : time.forward).count(), 1};
        case 'F':
            return {time.forward.count(), 1};
        case 'B':
            return {time.backward().count(), 1};
        case 'I':
            return {time.inputGrad.count(), 1};
        case 'W':
            return {time.weightGrad.count(), 1};
        default:
            return failed();
        }
    }

    [[nodiscard]] Duration pairTime() const
    {
        const StageTime& time = m_plan.timeOf(0);
        return m_plan.pair > Duration::zero() ? m_plan.pair : time.forward + time.backward();
    }

    std::string_view m_text;
    const Plan& m_plan;
    NamedValue m_named;
    bool m_inMagnitude = false;
    bool m_failed = false;
};

} // namespace

std::optional<Ratio> expressionValue(std::string_view text, const Plan& plan, NamedValue named)
{
    return Evaluator(text, plan, named).value();
}

} // namespace pipegantt
