// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/browser/comparisontext.h"

#include "core/format/comparisontable.h"

#include <QMimeData>

#include <numeric>

namespace pipegantt {

using namespace Qt::StringLiterals;

ShownRows allRows(const CatalogueFilter& shown)
{
    ShownRows rows(static_cast<std::size_t>(shown.rowCount()));
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

QString markdownText(
    const CatalogueModel& model, const CatalogueFilter& shown, const ShownRows& rows)
{
    TextTable table;
    for (int column = 0; column < shown.columnCount(); ++column) {
        table.header.push_back(
            model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().toStdString());
        const auto alignment = model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole);
        table.numeric.push_back(alignment.value<Qt::Alignment>().testFlag(Qt::AlignRight));
    }
    for (const int row : rows) {
        std::vector<std::string> cells;
        for (int column = 0; column < shown.columnCount(); ++column)
            cells.push_back(shown.index(row, column).data().toString().toStdString());
        table.rows.push_back(std::move(cells));
    }
    return QString::fromStdString(markdownTable(table));
}

QString csvText(const CatalogueModel& model, const CatalogueFilter& shown, const ShownRows& rows)
{
    std::vector<ComparedPlan> compared;
    for (const int row : rows)
        compared.push_back(model.compared(shown.mapToSource(shown.index(row, 0)).row()));
    return QString::fromStdString(comparisonCsv(compared));
}

std::unique_ptr<QMimeData> comparisonMime(
    const CatalogueModel& model, const CatalogueFilter& shown, const ShownRows& rows)
{
    auto mime = std::make_unique<QMimeData>();
    mime->setText(markdownText(model, shown, rows));
    mime->setData(u"text/csv"_s, csvText(model, shown, rows).toUtf8());
    return mime;
}

} // namespace pipegantt
