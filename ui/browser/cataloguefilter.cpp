// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/browser/cataloguefilter.h"

#include "core/schedule/catalogue.h"
#include "ui/text/language.h"

#include <algorithm>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

/// `zb-v`, `ZB V` and `ZBV` are one.
QString folded(QString text)
{
    return text.remove(u'-').toCaseFolded();
}

QString searchedText(const CatalogueEntry& known)
{
    QStringList parts;
    for (const std::string_view text : {known.id, known.title, known.paper})
        parts += QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    parts += QString::number(known.year);
    for (const std::string_view text : {known.summary, known.constraints})
        parts += inEveryLanguage("Schedule", text);
    return folded(parts.join(u'\n'));
}

} // namespace

CatalogueFilter::CatalogueFilter(CatalogueModel& model, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    for (const CatalogueEntry& known : catalogue())
        m_texts.push_back(searchedText(known));
    setSourceModel(&model);
    sort(static_cast<int>(CatalogueColumn::Schedule));
}

void CatalogueFilter::search(const QString& text)
{
    m_words.clear();
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts))
        m_words += folded(word);
    invalidateFilter();
}

QVariant CatalogueFilter::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QVariant words = m_model.headerData(section, orientation, role);
    if (role != Qt::DisplayRole || section != sortColumn())
        return words;
    return QString(words.toString() + (sortOrder() == Qt::AscendingOrder ? u" ▴"_s : u" ▾"_s));
}

bool CatalogueFilter::filterAcceptsRow(int row, const QModelIndex& /*parent*/) const
{
    const QString& text = m_texts[static_cast<std::size_t>(row)];
    return std::ranges::all_of(
        m_words, [&text](const QString& word) { return text.contains(word); });
}

bool CatalogueFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const ComparisonOrder order = orderOf(static_cast<CatalogueColumn>(left.column()));
    const ComparedPlan& a = m_model.compared(left.row());
    const ComparedPlan& b = m_model.compared(right.row());
    const bool byMeasure = order != ComparisonOrder::Catalogue && order != ComparisonOrder::Year;
    if (byMeasure && a.isMeasured() != b.isMeasured())
        return (sortOrder() == Qt::AscendingOrder ? a : b).isMeasured();
    return comesBefore(a, b, order);
}

} // namespace pipegantt
