// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/run.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <stop_token>
#include <vector>

namespace pipegantt {

/// Runs plans in the background. The latest request wins: while one runs, only the newest request
/// waits, and results that a newer request has overtaken are dropped. Buffers of runs that no view
/// holds any more are reused.
///
/// A plan whose order is searched is answered twice: quickly, so that sliders stay live, and, where
/// that is not proven to be the best, again when the search is through.
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
    /// Whether a better answer than the one given is being searched.
    [[nodiscard]] bool isSearching() const { return m_searching; }
    /// Ends the search with what it has found.
    void stopSearching();

signals:
    void finished(std::shared_ptr<const pipegantt::Run> run);
    void failed(const pipegantt::Plan& plan, const pipegantt::Error& error);
    /// The search goes on; `plan` is what it is for.
    void progressed(const pipegantt::Plan& plan, const pipegantt::SearchState& state);
    void searchEnded();

private:
    struct Outcome;
    enum class Phase : bool
    {
        Quick,
        Thorough,
    };
    void start(const Plan& plan, Phase phase);
    void deliver();
    void deliverQuick(const Outcome& outcome, const std::shared_ptr<const Run>& done);
    void deliverThorough(const Outcome& outcome, const std::shared_ptr<const Run>& done);
    [[nodiscard]] std::shared_ptr<Run> freeBuffer();

    QFutureWatcher<std::shared_ptr<Outcome>> m_watcher;
    std::vector<std::shared_ptr<Run>> m_pool;
    std::shared_ptr<SimulationScratch> m_scratch;
    std::unique_ptr<Plan> m_next;
    std::stop_source m_stop;
    Duration m_answered {};
    bool m_busy = false;
    bool m_searching = false;
};

} // namespace pipegantt
