// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/planner/comparison.h"

#include <QFutureWatcher>
#include <QObject>

namespace pipegantt {

/// Compares the schedules of the catalogue at a plan in the background, and tells each row as soon
/// as it is known. The latest request wins: rows of an older one are dropped.
class BackgroundComparison : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BackgroundComparison)

public:
    explicit BackgroundComparison(QObject* parent = nullptr);
    ~BackgroundComparison() override;

    void request(const Plan& plan);
    /// Gives up what has not been answered.
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_watcher.isRunning(); }

signals:
    /// Row `index` of the catalogue is known.
    void rowFinished(int index, const pipegantt::ComparedPlan& row);
    void finished();

private:
    QFutureWatcher<ComparedPlan> m_watcher;
};

} // namespace pipegantt
