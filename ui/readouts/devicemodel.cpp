// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/readouts/devicemodel.h"

#include "core/run/beyond.h"
#include "ui/text/quantities.h"

#include <QtConcurrentRun>

#include <array>
#include <utility>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

bool isCause(DeviceColumn column)
{
    return column >= DeviceColumn::WarmUp;
}

Duration causeOf(const IdleCauses& causes, DeviceColumn column)
{
    switch (column) {
    case DeviceColumn::WarmUp:
        return causes.warmUp;
    case DeviceColumn::Message:
        return causes.message;
    case DeviceColumn::Dependency:
        return causes.dependency;
    case DeviceColumn::Imbalance:
        return causes.imbalance;
    default:
        return causes.drain;
    }
}

} // namespace

DeviceModel::DeviceModel(QObject* parent)
    : QAbstractTableModel(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        const std::shared_ptr<Outcome> outcome = m_watcher.result();
        if (outcome->run != m_run)
            return;
        m_isBusy = false;
        m_causes = std::move(outcome->causes).value_or(std::vector<IdleCauses>());
        if (rowCount() > 0)
            emit dataChanged(index(0, static_cast<int>(DeviceColumn::WarmUp)),
                index(rowCount() - 1, kDeviceColumnCount - 1));
    });
}

DeviceModel::~DeviceModel()
{
    m_watcher.waitForFinished();
}

void DeviceModel::setRun(std::shared_ptr<const Run> run)
{
    if (run == m_run)
        return;
    const bool sameShape =
        run && m_run && run->metrics.devices.size() == m_run->metrics.devices.size();
    // Rows that stay keep what is selected of them.
    if (!sameShape)
        beginResetModel();
    m_run = std::move(run);
    m_causes.clear();
    m_isBusy = m_run != nullptr;
    if (!sameShape)
        endResetModel();
    else if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, kDeviceColumnCount - 1));
    if (!m_run)
        return;
    m_watcher.setFuture(QtConcurrent::run([shown = m_run] {
        return std::make_shared<Outcome>(Outcome {shown, wholeIdleCauses(*shown)});
    }));
}

void DeviceModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, kDeviceColumnCount - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, kDeviceColumnCount - 1));
}

int DeviceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_run ? 0 : static_cast<int>(m_run->metrics.devices.size());
}

int DeviceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kDeviceColumnCount;
}

QVariant DeviceModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !m_run)
        return {};
    const auto column = static_cast<DeviceColumn>(index.column());
    if (role == Qt::DisplayRole)
        return text(index.row(), column);
    if (role == kNumberRole)
        return isUnknown(column) ? QVariant() : QVariant(number(index.row(), column));
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment(column == DeviceColumn::Device ? Qt::AlignLeft : Qt::AlignRight)
            | Qt::AlignVCenter);
    return {};
}

qint64 DeviceModel::number(int device, DeviceColumn column) const
{
    const DeviceMetrics& metrics = m_run->metrics.devices[static_cast<std::size_t>(device)];
    switch (column) {
    case DeviceColumn::Device:
        return device;
    case DeviceColumn::Busy:
        return metrics.busy.count();
    case DeviceColumn::Idle:
    case DeviceColumn::Bubble: // of the same makespan
        return metrics.idle.count();
    case DeviceColumn::Span:
        return metrics.span.count();
    case DeviceColumn::PeakChunks:
        return metrics.peakHeldChunks;
    case DeviceColumn::PeakMemory:
        return metrics.peakMemory.value;
    default:
        break;
    }
    return causeOf(m_causes[static_cast<std::size_t>(device)], column).count();
}

bool DeviceModel::isUnknown(DeviceColumn column) const
{
    return isCause(column) && m_causes.empty();
}

QString DeviceModel::text(int device, DeviceColumn column) const
{
    if (isUnknown(column))
        return m_isBusy ? u"…"_s : u"–"_s;
    const qint64 value = number(device, column);
    switch (column) {
    case DeviceColumn::Device:
        return tr("device %1").arg(device);
    case DeviceColumn::Bubble:
        return percentText(Ratio {value, m_run->metrics.makespan.count()});
    case DeviceColumn::PeakChunks:
        return QString::number(value);
    case DeviceColumn::PeakMemory:
        return memoryText(Bytes {value});
    default:
        return durationText(Duration(value), m_run->plan.unit);
    }
}

QVariant DeviceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return data(index(0, section), role);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const std::array<std::pair<QString, QString>, kDeviceColumnCount> words {{
        {tr("Device"), tr("The device")},
        {tr("Busy"), tr("How long it works")},
        {tr("Idle"), tr("The makespan without that")},
        {tr("Bubble"), tr("Idle time over the makespan")},
        {tr("Span"), tr("From the start of its first operation to the end of its last")},
        {tr("Peak chunks"), tr("The most activations of a chunk that it has to hold at a time")},
        {tr("Peak memory"), tr("The most memory that it holds at a time")},
        {tr("Warm-up"), tr("Idle before its first operation")},
        {tr("Message"), tr("Idle while a message that it needs is on its way")},
        {tr("Dependency"),
            tr("Idle while an operation elsewhere runs that it needs, as far as that "
               "takes no longer than in its own stage")},
        {tr("Imbalance"), tr("Idle because an operation elsewhere takes longer than its own")},
        {tr("Drain"), tr("Idle after its last operation")},
    }};
    const auto& [title, tip] = words[static_cast<std::size_t>(section)];
    return role == Qt::DisplayRole ? title : tip;
}

QString DeviceModel::key(DeviceColumn column)
{
    static constexpr std::array kKeys {"device", "busy_ps", "idle_ps", "bubble_ratio", "span_ps",
        "peak_chunks", "peak_memory_bytes", "warm_up_ps", "message_ps", "dependency_ps",
        "imbalance_ps", "drain_ps"};
    return QString::fromLatin1(kKeys[static_cast<std::size_t>(column)]);
}

} // namespace pipegantt
