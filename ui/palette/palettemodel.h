// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/palette/palettecommand.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace pipegantt {

/// The commands that answer a search, the best first; without a search those used lately first,
/// then all in their order. What cannot be used now stays in the list, for its reason.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaletteModel)

public:
    using QAbstractListModel::QAbstractListModel;

    /// A command that is found, and where its shown name holds the letters of the search.
    struct Row
    {
        std::size_t command = 0;
        int score = 0;
        std::vector<qsizetype> places;
        /// The other name that was found, where the title was not.
        QString also;
        std::vector<qsizetype> alsoPlaces;
    };

    /// `recent` are ids, the latest first.
    void setCommands(std::vector<PaletteCommand> commands, const QStringList& recent);
    void search(const QString& text);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] const PaletteCommand& command(int row) const;
    [[nodiscard]] const Row& row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

private:
    [[nodiscard]] std::optional<Row> find(std::size_t command, const QStringList& words) const;
    static bool findOtherName(const PaletteCommand& command, const QString& word, Row& row);
    /// How late the command was used: 0 never, the most for the latest.
    [[nodiscard]] int recency(std::size_t command) const;

    std::vector<PaletteCommand> m_commands;
    QStringList m_recent;
    std::vector<Row> m_rows;
};

} // namespace pipegantt
