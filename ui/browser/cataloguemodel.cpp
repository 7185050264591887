// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/browser/cataloguemodel.h"

#include "core/schedule/catalogue.h"
#include "ui/text/quantities.h"

#include <algorithm>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

QString plain(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

const CatalogueEntry& entryAt(int index)
{
    return catalogue()[static_cast<std::size_t>(index)];
}

/// `8`, or `4.25` where a device holds parts of a micro-batch.
QString microbatchesText(Ratio ratio)
{
    QString text = plain(ratioNumber(ratio, 2));
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

} // namespace

ComparisonOrder orderOf(CatalogueColumn column)
{
    switch (column) {
    case CatalogueColumn::Year:
        return ComparisonOrder::Year;
    case CatalogueColumn::Bubble:
        return ComparisonOrder::Bubble;
    case CatalogueColumn::SpanBubble:
        return ComparisonOrder::SpanBubble;
    case CatalogueColumn::Makespan:
        return ComparisonOrder::Makespan;
    case CatalogueColumn::PeakMemory:
        return ComparisonOrder::Memory;
    case CatalogueColumn::Held:
        return ComparisonOrder::Activations;
    case CatalogueColumn::Messages:
        return ComparisonOrder::Messages;
    case CatalogueColumn::WeightCopies:
        return ComparisonOrder::WeightCopies;
    case CatalogueColumn::Schedule:
    case CatalogueColumn::Notes:
        break;
    }
    return ComparisonOrder::Catalogue;
}

CatalogueModel::CatalogueModel(QObject* parent)
    : QAbstractTableModel(parent)
    , m_rows(catalogue().size())
    , m_known(catalogue().size())
{
    expect({}, Plan().schedule);
}

void CatalogueModel::expect(const Plan& plan, ScheduleKind current)
{
    m_plan = plan;
    m_current = current;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i] = {};
        m_rows[i].plan.schedule = catalogue()[i].kind;
        m_rows[i].tooLarge = true; // not measured
        m_known[i] = false;
    }
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void CatalogueModel::setRow(int index, const ComparedPlan& row)
{
    m_rows[static_cast<std::size_t>(index)] = row;
    m_known[static_cast<std::size_t>(index)] = true;
    emit dataChanged(this->index(index, 0), this->index(index, columnCount() - 1));
}

const ComparedPlan& CatalogueModel::compared(int index) const
{
    return m_rows[static_cast<std::size_t>(index)];
}

bool CatalogueModel::isKnown(int index) const
{
    return m_known[static_cast<std::size_t>(index)];
}

ScheduleKind CatalogueModel::kindOf(int index) const
{
    return entryAt(index).kind;
}

int CatalogueModel::indexOf(ScheduleKind kind) const
{
    return static_cast<int>(&entry(kind) - catalogue().data());
}

int CatalogueModel::runnable() const
{
    int count = 0;
    for (int i = 0; i < rowCount(); ++i)
        count += isKnown(i) && !compared(i).refusal ? 1 : 0;
    return count;
}

Bytes CatalogueModel::mostMemory() const
{
    Bytes most;
    for (const ComparedPlan& row : m_rows)
        most = std::max(most, row.peakMemory);
    return most;
}

void CatalogueModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int CatalogueModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CatalogueModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kCatalogueColumnCount;
}

QVariant CatalogueModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const auto column = static_cast<CatalogueColumn>(index.column());
    const bool words = column == CatalogueColumn::Schedule || column == CatalogueColumn::Notes;
    switch (role) {
    case Qt::DisplayRole:
        return cellText(index.row(), column);
    case Qt::ToolTipRole:
        return tip(index.row());
    case Qt::AccessibleTextRole:
        return column == CatalogueColumn::Schedule ? spoken(index.row())
                                                   : cellText(index.row(), column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((words ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    default:
        return {};
    }
}

QVariant CatalogueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<CatalogueColumn>(section);
    if (role == Qt::TextAlignmentRole) {
        const bool words = column == CatalogueColumn::Schedule || column == CatalogueColumn::Notes;
        return QVariant::fromValue(
            Qt::Alignment((words ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    }
    if (role == Qt::ToolTipRole)
        return headerTip(column);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (column) {
    case CatalogueColumn::Schedule:
        return tr("Schedule");
    case CatalogueColumn::Year:
        return tr("Year");
    case CatalogueColumn::Bubble:
        return tr("Bubble");
    case CatalogueColumn::SpanBubble:
        return tr("Span bubble");
    case CatalogueColumn::Makespan:
        return tr("Makespan");
    case CatalogueColumn::PeakMemory:
        return tr("Peak memory");
    case CatalogueColumn::Held:
        return tr("Activations");
    case CatalogueColumn::Messages:
        return tr("Messages");
    case CatalogueColumn::WeightCopies:
        return tr("Weight copies");
    case CatalogueColumn::Notes:
        return tr("Notes");
    }
    return {};
}

QString CatalogueModel::headerTip(CatalogueColumn column)
{
    switch (column) {
    case CatalogueColumn::Bubble:
        return tr("Idle time of all devices over all device time");
    case CatalogueColumn::SpanBubble:
        return tr("The same over the longest span of a device, as the Zero Bubble paper counts");
    case CatalogueColumn::PeakMemory:
        return tr("Memory of the device that holds most");
    case CatalogueColumn::Held:
        return tr("Activations that the device holds at its peak, in micro-batches");
    case CatalogueColumn::Messages:
        return tr("Messages between two devices in an iteration: activations and gradients");
    case CatalogueColumn::WeightCopies:
        return tr("Copies of the weights on each device");
    default:
        return {};
    }
}

Qt::ItemFlags CatalogueModel::flags(const QModelIndex& index) const
{
    // An order that is not there yet is begun when it is chosen.
    const bool refused = index.isValid() && compared(index.row()).refusal
        && compared(index.row()).refusal->code != ErrorCode::NoGivenOrder;
    if (refused)
        return Qt::ItemNeverHasChildren;
    return QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
}

QString CatalogueModel::cellText(int index, CatalogueColumn column) const
{
    const CatalogueEntry& known = entryAt(index);
    const ComparedPlan& row = compared(index);
    switch (column) {
    case CatalogueColumn::Schedule:
        return plain(known.title);
    case CatalogueColumn::Year:
        return QString::number(known.year);
    case CatalogueColumn::Notes:
        return note(index);
    default:
        break;
    }
    if (!row.isMeasured())
        return isKnown(index) ? u"–"_s : u"…"_s;
    switch (column) {
    case CatalogueColumn::Bubble:
        return percentText(row.bubbleRatio);
    case CatalogueColumn::SpanBubble:
        return percentText(row.spanBubbleRatio);
    case CatalogueColumn::Makespan:
        return durationText(row.makespan, row.plan.unit);
    case CatalogueColumn::PeakMemory:
        return memoryText(row.peakMemory);
    case CatalogueColumn::Held:
        return microbatchesText(row.peakActivations);
    case CatalogueColumn::Messages:
        return QString::number(row.messages);
    case CatalogueColumn::WeightCopies:
        return QString::number(row.weightCopies);
    default:
        return {};
    }
}

QString CatalogueModel::note(int index) const
{
    const ComparedPlan& row = compared(index);
    if (!isKnown(index))
        return {};
    if (row.refusal)
        return errorText(*row.refusal);
    const Plan& plan = row.plan;
    QStringList notes;
    if (!entryAt(index).hasBackward)
        notes += tr("forward only");
    // A given order is of its own P and M.
    if (plan.stages != m_plan.stages)
        notes += u"P = %1"_s.arg(plan.stages);
    if (plan.microbatches != m_plan.microbatches)
        notes += u"M = %1"_s.arg(plan.microbatches);
    if (plan.chunks > 1)
        notes += u"V = %1"_s.arg(plan.chunks);
    if (plan.slicesInUse() > 1)
        notes += u"S = %1"_s.arg(plan.slices);
    if (reads(plan.schedule, Parameter::Group) && plan.group != 0)
        notes += u"N = %1"_s.arg(plan.group);
    if (row.tooLarge)
        notes += tr("too large to compare; choose it to see its numbers");
    else if (!row.fits)
        notes += tr("over the memory limit");
    return notes.join(tr(", ", "between notes"));
}

QString CatalogueModel::tip(int index) const
{
    const CatalogueEntry& known = entryAt(index);
    QString text = u"<p><b>%1</b> · %2 · %3</p><p>%4</p><p>%5</p><p>%6</p>"_s.arg(
        plain(known.title).toHtmlEscaped(), plain(known.id), QString::number(known.year),
        translated("Schedule", known.summary).toHtmlEscaped(),
        tr("Runs with %1.").arg(translated("Schedule", known.constraints)).toHtmlEscaped(),
        plain(known.paper).toHtmlEscaped());
    if (const QString said = note(index); !said.isEmpty())
        text += u"<p><i>%1</i></p>"_s.arg(said.toHtmlEscaped());
    return text;
}

/// The row as a screen reader says it.
QString CatalogueModel::spoken(int index) const
{
    const CatalogueEntry& known = entryAt(index);
    QStringList parts {plain(known.title), QString::number(known.year)};
    if (compared(index).isMeasured()) {
        parts += tr("bubble %1").arg(cellText(index, CatalogueColumn::Bubble));
        parts += tr("peak memory %1").arg(cellText(index, CatalogueColumn::PeakMemory));
    }
    parts += note(index);
    parts += translated("Schedule", known.summary);
    parts.removeAll(QString());
    return parts.join(tr(", ", "between notes"));
}

} // namespace pipegantt
