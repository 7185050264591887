// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace pipegantt {

/// How a word is found in a text: as letters in their order, with gaps between.
struct FuzzyMatch
{
    /// The more the better: beginnings of words and letters side by side count, gaps cost.
    int score = 0;
    /// Where in the text the letters are, ascending.
    std::vector<qsizetype> places;
};

/// `zbv` and `ZB-V` are one: letters and digits alone, in lower case.
QString foldedWord(const QString& word);

/// The best way to find `word`, which is folded and not empty, in `text`; nothing where its letters
/// are not there in that order. Every Chinese character begins a word. O(word * text²) at the worst
/// and O(text) where the letters are not there.
std::optional<FuzzyMatch> fuzzyMatch(const QString& word, const QString& text);

} // namespace pipegantt
