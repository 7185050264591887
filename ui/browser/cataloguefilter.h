// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/browser/cataloguemodel.h"

#include <QSortFilterProxyModel>
#include <QStringList>

#include <vector>

namespace pipegantt {

/// The rows of the catalogue that hold every word of a search, in the order of a column. Rows
/// without numbers stand behind the others, whichever way the order runs.
class CatalogueFilter : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CatalogueFilter)

public:
    explicit CatalogueFilter(CatalogueModel& model, QObject* parent = nullptr);

    /// Words, with spaces between, that may stand in id, title, paper, year, summary or
    /// constraints, in any language of the window. Case and hyphens do not matter.
    void search(const QString& text);

    /// The words of the model, and at the column that orders the rows which way it does.
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    CatalogueModel& m_model;
    QStringList m_words;
    std::vector<QString> m_texts; ///< what is searched, a row each
};

} // namespace pipegantt
