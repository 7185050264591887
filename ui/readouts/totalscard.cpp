// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/readouts/totalscard.h"

#include "core/format/totalscsv.h"
#include "ui/text/quantities.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <array>
#include <utility>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

constexpr int kColumns = 4;

} // namespace

TotalsCard::TotalsCard(QWidget* parent)
    : QFrame(parent)
    , m_title(new QLabel)
    , m_subtitle(new QLabel)
    , m_copy(new QPushButton)
    , m_table(new QTreeWidget)
{
    setProperty("role", u"card"_s);
    setObjectName(u"totals"_s);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_subtitle->setProperty("role", u"muted"_s);
    m_subtitle->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_table->setColumnCount(kColumns);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setRootIsDecorated(false);
    m_table->setIndentation(14);
    m_table->setUniformRowHeights(true);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->header()->setSectionsClickable(false);

    auto* heading = new QHBoxLayout;
    heading->setSpacing(10);
    heading->addWidget(m_title);
    heading->addWidget(m_subtitle, 1);
    heading->addWidget(m_copy);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 10, 10);
    layout->setSpacing(6);
    layout->addLayout(heading);
    layout->addWidget(m_table, 1);
    setMinimumWidth(300);
    connect(m_copy, &QPushButton::clicked, this, &TotalsCard::copy);
    hide();
    retranslate();
}

void TotalsCard::setContent(std::shared_ptr<const Run> run, const std::optional<BoxTotals>& totals,
    std::shared_ptr<const CriticalPath> path)
{
    m_run = std::move(run);
    m_totals = totals;
    m_path = std::move(path);
    refill();
    setVisible(!isEmpty());
}

void TotalsCard::setWholeDevices(bool whole)
{
    if (std::exchange(m_wholeDevices, whole) != whole)
        refill();
}

void TotalsCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void TotalsCard::retranslate()
{
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the table as text, and the selection as CSV"));
    m_table->setHeaderLabels({QString(), tr("count"), tr("time"), tr("share")});
    for (int column = 1; column < kColumns; ++column)
        m_table->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    m_table->setAccessibleName(tr("Totals"));
    refill();
}

void TotalsCard::refill()
{
    m_title->setText(m_totals ? tr("Selection") : tr("Critical path"));
    m_subtitle->clear();
    m_subtitle->setToolTip({});
    if (m_totals && m_run) {
        const auto devices = m_totals->devices.size();
        const QString several = m_wholeDevices ? tr("%1 whole devices") : tr("%1 devices");
        const QString one = m_wholeDevices ? tr("1 whole device") : tr("1 device");
        m_subtitle->setText(
            tr("%1 – %2 · %3")
                .arg(durationText(trueTime(m_run->part(), m_totals->begin), m_run->plan.unit),
                    durationText(trueTime(m_run->part(), m_totals->end), m_run->plan.unit),
                    devices == 1 ? one : several.arg(devices)));
        m_subtitle->setToolTip(m_wholeDevices
                ? tr("Rows are stages; what is added up is all that their devices do in this time")
                : QString());
    }
    m_table->clear();
    QTreeWidgetItem* parent = nullptr;
    for (const Line& line : lines()) {
        const QStringList cells {line.name, line.count, line.time, line.share};
        auto* item = line.level > 0 && parent != nullptr ? new QTreeWidgetItem(parent, cells)
                                                         : new QTreeWidgetItem(m_table, cells);
        for (int column = 1; column < kColumns; ++column)
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        if (line.level > 0)
            continue;
        parent = item;
        QFont bold = m_table->font();
        bold.setBold(true);
        item->setFont(0, bold);
    }
    m_table->expandAll();
}

std::vector<TotalsCard::Line> TotalsCard::lines() const
{
    std::vector<Line> lines;
    if (!m_run)
        return lines;
    if (m_totals)
        addTotals(lines);
    if (m_path)
        addPath(lines);
    return lines;
}

void TotalsCard::addTotals(std::vector<Line>& lines) const
{
    const TimeUnit unit = m_run->plan.unit;
    const WorkTotals& all = m_totals->all;
    const auto add = [&](const QString& name, std::optional<std::int64_t> count, Duration time,
                         int level) {
        lines.push_back({name, count ? QString::number(*count) : QString(),
            durationText(time, unit), percentText(m_totals->share(time)), level});
    };
    lines.push_back({tr("Duration, of the makespan"), {}, durationText(m_totals->length(), unit),
        percentText({m_totals->length().count(), m_run->timeline.makespan.count()}), 0});
    add(tr("Busy"), all.operationCount(), all.busy(), 0);
    for (std::size_t kind = 0; kind < kOperationKindCount; ++kind) {
        if (all.operations[kind] > 0)
            add(operationKindText(static_cast<OperationKind>(kind)), all.operations[kind],
                all.time[kind], 1);
    }
    add(tr("Idle"), std::nullopt, all.idle.total(), 0);
    const std::array<std::pair<QString, Duration>, 5> causes {{
        {tr("warm-up"), all.idle.warmUp},
        {tr("drain"), all.idle.drain},
        {tr("waiting for a message"), all.idle.message},
        {tr("waiting for a dependency"), all.idle.dependency},
        {tr("imbalance"), all.idle.imbalance},
    }};
    for (const auto& [name, time] : causes) {
        if (time > Duration::zero())
            add(name, std::nullopt, time, 1);
    }
    lines.push_back({tr("Messages sent"), QString::number(all.messages),
        all.bytes.value > 0 ? memoryText(all.bytes) : QString(), {}, 0});
    lines.push_back({tr("Busy, device by device"), {}, {}, {}, 0});
    const Ratio whole {1, std::max<std::int64_t>(1, m_totals->length().count())};
    for (const BoxTotals::Device& device : m_totals->devices) {
        lines.push_back({tr("device %1").arg(device.device),
            QString::number(device.work.operationCount()), durationText(device.work.busy(), unit),
            percentText({device.work.busy().count(), whole.denominator}), 1});
    }
}

void TotalsCard::addPath(std::vector<Line>& lines) const
{
    std::array<Duration, kOperationKindCount> time {};
    std::array<std::int64_t, kOperationKindCount> count {};
    std::int64_t operations = 0;
    std::int64_t messages = 0;
    for (const CausalStep& step : m_path->steps) {
        if (step.kind == CausalStep::Kind::Message) {
            ++messages;
            continue;
        }
        const PackedOperation operation = m_run->schedule.operations()[step.operation];
        // The second half of a pair has no length of its own.
        if (operation.kind() == OperationKind::PairedBackward)
            continue;
        const auto kind = static_cast<std::size_t>(operation.kind());
        time[kind] += step.end - step.begin;
        ++count[kind];
        ++operations;
    }
    const auto share = [&](Duration part) {
        return percentText(
            {part.count(), std::max<std::int64_t>(1, m_run->timeline.makespan.count())});
    };
    const TimeUnit unit = m_run->plan.unit;
    const Duration whole = m_path->work + m_path->travel;
    lines.push_back({tr("Critical path"), QString::number(operations + messages),
        durationText(whole, unit), share(whole), 0});
    for (std::size_t kind = 0; kind < kOperationKindCount; ++kind) {
        if (count[kind] > 0) {
            lines.push_back(
                {operationKindText(static_cast<OperationKind>(kind)), QString::number(count[kind]),
                    durationText(time[kind], unit), share(time[kind]), 1});
        }
    }
    lines.push_back({tr("waiting for a message"), QString::number(messages),
        durationText(m_path->travel, unit), share(m_path->travel), 1});
}

QString TotalsCard::text() const
{
    QString text = m_title->text() + u'\t' + m_subtitle->text() + u'\n';
    for (const Line& line : lines()) {
        text += QString(2 * line.level, u' ') + line.name + u'\t' + line.count + u'\t' + line.time
            + u'\t' + line.share + u'\n';
    }
    return text;
}

void TotalsCard::copy() const
{
    if (isEmpty())
        return;
    auto* mime = new QMimeData;
    mime->setText(text());
    if (m_totals) {
        mime->setData(
            u"text/csv"_s, QByteArray::fromStdString(totalsCsv(*m_totals, m_run->plan.unit)));
    }
    QApplication::clipboard()->setMimeData(mime);
}

} // namespace pipegantt
