// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/run.h"
#include "core/simulate/idlecauses.h"

#include <QAbstractTableModel>
#include <QFutureWatcher>

#include <memory>
#include <optional>
#include <vector>

namespace pipegantt {

enum class DeviceColumn
{
    Device,
    Busy,
    Idle,
    Bubble,
    Span,
    PeakChunks,
    PeakMemory,
    WarmUp,
    Message,
    Dependency,
    Imbalance,
    Drain,
};

inline constexpr int kDeviceColumnCount = static_cast<int>(DeviceColumn::Drain) + 1;

/// What each device of a run does with its time and memory, a row each; the causes of its idle time
/// are found in the background.
class DeviceModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeviceModel)

public:
    /// What a column is sorted by, as an exact number; none where it is not known.
    static constexpr int kNumberRole = Qt::UserRole;

    explicit DeviceModel(QObject* parent = nullptr);
    ~DeviceModel() override;

    void setRun(std::shared_ptr<const Run> run);
    [[nodiscard]] const std::shared_ptr<const Run>& run() const { return m_run; }
    /// Whether causes are still to come.
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    /// Says every word anew, in the window's language.
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

    /// The key of a column in a CSV: `busy_ps`, `peak_memory_bytes`.
    static QString key(DeviceColumn column);

private:
    struct Outcome
    {
        std::shared_ptr<const Run> run;
        std::optional<std::vector<IdleCauses>> causes;
    };

    [[nodiscard]] qint64 number(int device, DeviceColumn column) const;
    [[nodiscard]] QString text(int device, DeviceColumn column) const;
    [[nodiscard]] bool isUnknown(DeviceColumn column) const;

    std::shared_ptr<const Run> m_run;
    std::vector<IdleCauses> m_causes; ///< empty where they are not known, or not yet
    bool m_isBusy = false;
    QFutureWatcher<std::shared_ptr<Outcome>> m_watcher;
};

} // namespace pipegantt
