// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/palette/fuzzymatch.h"

#include <algorithm>

namespace pipegantt {

namespace {

constexpr int kLetter = 1;
constexpr int kBeginsWord = 8;
constexpr int kSideBySide = 7;
constexpr int kMostGap = 6;
constexpr int kUnreachable = -1'000'000;

bool counts(QChar letter)
{
    return letter.isLetterOrNumber();
}

bool beginsWord(const QString& text, qsizetype at)
{
    return at == 0 || !counts(text[at - 1]) || text[at].script() == QChar::Script_Han
        || (text[at].isUpper() && text[at - 1].isLower());
}

bool holdsInOrder(const QString& word, const QString& text)
{
    qsizetype found = 0;
    for (const QChar letter : text) {
        if (found < word.size() && letter.toCaseFolded() == word[found])
            ++found;
    }
    return found == word.size();
}

/// What leaving `gap` letters out costs.
int costOf(qsizetype gap)
{
    return static_cast<int>(std::min<qsizetype>(gap, kMostGap));
}

} // namespace

QString foldedWord(const QString& word)
{
    QString folded;
    for (const QChar letter : word) {
        if (counts(letter))
            folded += letter.toCaseFolded();
    }
    return folded;
}

std::optional<FuzzyMatch> fuzzyMatch(const QString& word, const QString& text)
{
    if (!holdsInOrder(word, text))
        return std::nullopt;
    // best[j]: the most that word[0 … i] can score with its last letter at text[j].
    const auto length = static_cast<std::size_t>(text.size());
    std::vector<int> best(length, kUnreachable);
    std::vector<std::vector<qsizetype>> came;
    for (qsizetype i = 0; i < word.size(); ++i) {
        std::vector<int> next(length, kUnreachable);
        std::vector<qsizetype> from(length, -1);
        for (qsizetype j = i; j < text.size(); ++j) {
            if (text[j].toCaseFolded() != word[i])
                continue;
            const int letter = kLetter + (beginsWord(text, j) ? kBeginsWord : 0);
            int& score = next[static_cast<std::size_t>(j)];
            if (i == 0)
                score = letter - costOf(j) / 2;
            for (qsizetype k = i - 1; i > 0 && k < j; ++k) {
                const int before = best[static_cast<std::size_t>(k)];
                const int joined =
                    before + letter + (k + 1 == j ? kSideBySide : -costOf(j - k - 1));
                if (before > kUnreachable && joined > score) {
                    score = joined;
                    from[static_cast<std::size_t>(j)] = k;
                }
            }
        }
        best = std::move(next);
        came.push_back(std::move(from));
    }
    const auto last = std::ranges::max_element(best);
    // Letters far apart within words are there by chance.
    if (*last < kLetter * word.size())
        return std::nullopt;
    FuzzyMatch match {*last, {}};
    qsizetype place = last - best.begin();
    for (auto row = came.rbegin(); row != came.rend(); ++row) {
        match.places.push_back(place);
        place = (*row)[static_cast<std::size_t>(place)];
    }
    std::ranges::reverse(match.places);
    return match;
}

} // namespace pipegantt
