// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/texttablemodel.h"

#include "ui/text/differencespeech.h"

#include <utility>

namespace pipegantt {

void TextTableModel::setTable(TextTable table)
{
    const bool sameShape =
        table.rows.size() == m_table.rows.size() && table.header.size() == m_table.header.size();
    if (!sameShape)
        beginResetModel();
    m_table = std::move(table);
    if (!sameShape) {
        endResetModel();
        return;
    }
    if (!m_table.rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    if (!m_table.header.empty())
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int TextTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int TextTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.header.size());
}

QVariant TextTableModel::alignment(int column) const
{
    const bool numeric = m_table.numeric[static_cast<std::size_t>(column)];
    return QVariant::fromValue(
        Qt::Alignment((numeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
}

QVariant TextTableModel::data(const QModelIndex& index, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return alignment(index.column());
    if (role != Qt::DisplayRole)
        return {};
    return differenceCell(m_table.rows[static_cast<std::size_t>(index.row())]
                                      [static_cast<std::size_t>(index.column())]);
}

QVariant TextTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section);
    if (role != Qt::DisplayRole)
        return {};
    return QString::fromStdString(m_table.header[static_cast<std::size_t>(section)]);
}

} // namespace pipegantt
