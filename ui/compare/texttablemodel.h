// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/format/comparisontable.h"

#include <QAbstractTableModel>

namespace pipegantt {

/// A table of words for a view.
class TextTableModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextTableModel)

public:
    explicit TextTableModel(QObject* parent = nullptr)
        : QAbstractTableModel(parent)
    {
    }

    /// Replaces everything; a view keeps its place where the shape is the same.
    void setTable(TextTable table);
    [[nodiscard]] const TextTable& table() const { return m_table; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QVariant alignment(int column) const;

    TextTable m_table;
};

} // namespace pipegantt
