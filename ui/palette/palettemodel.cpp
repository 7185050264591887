// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/palette/palettemodel.h"

#include "ui/palette/fuzzymatch.h"

#include <algorithm>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

// A name counts more than another name, and that more than what is said about the thing.
constexpr int kOtherName = 4;
constexpr int kInWords = 2;
constexpr int kRecentBonus = 1;

void addPlaces(std::vector<qsizetype>& places, const std::vector<qsizetype>& more)
{
    places.insert(places.end(), more.begin(), more.end());
    std::ranges::sort(places);
    places.erase(std::ranges::unique(places).begin(), places.end());
}

} // namespace

void PaletteModel::setCommands(std::vector<PaletteCommand> commands, const QStringList& recent)
{
    m_commands = std::move(commands);
    m_recent = recent;
    search({});
}

int PaletteModel::recency(std::size_t command) const
{
    const qsizetype at = m_recent.indexOf(m_commands[command].id);
    return at < 0 ? 0 : static_cast<int>(m_recent.size() - at);
}

bool PaletteModel::findOtherName(const PaletteCommand& command, const QString& word, Row& row)
{
    std::optional<FuzzyMatch> best;
    QString bestName;
    for (const QString& name : command.also) {
        auto match = fuzzyMatch(word, name);
        if (!match || (best && match->score <= best->score))
            continue;
        best = std::move(match);
        bestName = name;
    }
    if (!best)
        return false;
    row.score += best->score - kOtherName;
    if (row.also != bestName)
        row.alsoPlaces.clear();
    row.also = bestName;
    addPlaces(row.alsoPlaces, best->places);
    return true;
}

std::optional<PaletteModel::Row> PaletteModel::find(
    std::size_t index, const QStringList& words) const
{
    const PaletteCommand& command = m_commands[index];
    Row row {.command = index, .score = 0, .places = {}, .also = {}, .alsoPlaces = {}};
    for (const QString& word : words) {
        if (const auto match = fuzzyMatch(word, command.title)) {
            row.score += match->score;
            addPlaces(row.places, match->places);
            continue;
        }
        if (findOtherName(command, word, row))
            continue;
        const bool said = std::ranges::any_of(command.words + QStringList(command.group),
            [&word](const QString& text) { return foldedWord(text).contains(word); });
        if (!said)
            return std::nullopt;
        row.score += kInWords;
    }
    return row;
}

void PaletteModel::search(const QString& text)
{
    QStringList words;
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts)) {
        const QString folded = foldedWord(word);
        if (!folded.isEmpty())
            words += folded;
    }
    beginResetModel();
    m_rows.clear();
    for (std::size_t i = 0; i < m_commands.size(); ++i) {
        if (auto row = find(i, words)) {
            row->score += recency(i) * kRecentBonus;
            m_rows.push_back(std::move(*row));
        }
    }
    std::ranges::stable_sort(m_rows, [](const Row& a, const Row& b) { return a.score > b.score; });
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

const PaletteCommand& PaletteModel::command(int row) const
{
    return m_commands[m_rows[static_cast<std::size_t>(row)].command];
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const PaletteCommand& there = command(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return there.title;
    // What a screen reader says beside the title.
    case Qt::AccessibleTextRole:
        return (QStringList {there.title, there.group} + there.keys + QStringList(there.reason))
            .join(u", "_s);
    default:
        return {};
    }
}

} // namespace pipegantt
