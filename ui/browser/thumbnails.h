// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/look.h"
#include "core/run/run.h"

#include <QFutureWatcher>
#include <QImage>
#include <QObject>

#include <map>
#include <memory>

namespace pipegantt {

/// A small picture of each schedule: its exact chart on four stages with eight micro-batches, each
/// pixel the mix of what runs in it. Simulated once, in the background.
class Thumbnails : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Thumbnails)

public:
    explicit Thumbnails(QObject* parent = nullptr);
    ~Thumbnails() override;

    /// Begins to simulate; does nothing where it has begun before.
    void prepare();
    /// Shows the order that `plan` gives, if it is not too long, as the custom schedule.
    void setGiven(const Plan& plan);
    /// The picture of `kind` with `size` in device pixels, transparent between the rows; null
    /// before it has been simulated, or where the schedule cannot run.
    [[nodiscard]] QImage of(ScheduleKind kind, const Look& look, QSize size) const;

signals:
    void changed();

private:
    using Runs = std::map<ScheduleKind, std::shared_ptr<const Run>>;
    QFutureWatcher<Runs> m_watcher;
    Runs m_runs;
    std::shared_ptr<const Run> m_given;
};

/// The picture of `run` with `size` in pixels: a row for each device, transparent between them.
QImage thumbnailOf(const Run& run, const Look& look, QSize size);

} // namespace pipegantt
