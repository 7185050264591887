// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/run.h"
#include "core/simulate/idleparts.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>

namespace pipegantt {

/// The idle time of the run on screen by cause: at once for a run of usual size, from the
/// background for a large one.
class IdleSource : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IdleSource)

public:
    explicit IdleSource(QObject* parent = nullptr);
    ~IdleSource() override;

    /// The run, or nothing where causes are not asked for.
    void setRun(std::shared_ptr<const Run> run);
    /// Those of the run, as soon as they are known.
    [[nodiscard]] const IdleParts* parts() const { return m_parts.get(); }

signals:
    void changed();

private:
    using Found = std::shared_ptr<const IdleParts>;

    void start();

    std::shared_ptr<const Run> m_run;
    std::shared_ptr<const Run> m_reading;
    Found m_parts;
    Found m_found; ///< what the background reads
    QFutureWatcher<void> m_watcher;
};

} // namespace pipegantt
