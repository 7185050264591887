// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/run.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <vector>

namespace pipegantt {

/// Runs plans in the background. The latest request wins: while one runs, only the newest request
/// waits, and results that a newer request has overtaken are dropped. Buffers of runs that no view
/// holds any more are reused.
class Simulation : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Simulation)

public:
    explicit Simulation(QObject* parent = nullptr);
    ~Simulation() override;

    void request(const Plan& plan);
    /// Whether a request has not been answered yet.
    [[nodiscard]] bool isBusy() const { return m_busy; }

signals:
    void finished(std::shared_ptr<const pipegantt::Run> run);
    void failed(const pipegantt::Plan& plan, const pipegantt::Error& error);

private:
    struct Outcome;
    void start(const Plan& plan);
    void deliver();

    QFutureWatcher<std::shared_ptr<Outcome>> m_watcher;
    std::vector<std::shared_ptr<Run>> m_pool;
    std::shared_ptr<SimulationScratch> m_scratch;
    std::unique_ptr<Plan> m_next;
    bool m_busy = false;
};

} // namespace pipegantt
