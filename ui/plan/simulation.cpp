// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plan/simulation.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <atomic>
#include <optional>
#include <utility>

namespace pipegantt {

struct Simulation::Outcome
{
    Plan plan;
    std::shared_ptr<Run> run;
    std::optional<Error> error;
};

Simulation::Simulation(QObject* parent)
    : QObject(parent)
    , m_scratch(std::make_shared<SimulationScratch>())
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &Simulation::deliver);
}

Simulation::~Simulation()
{
    m_stop.request_stop();
    m_watcher.waitForFinished();
}

void Simulation::request(const Plan& plan)
{
    const bool running = m_busy || m_searching;
    m_busy = true;
    if (!running) {
        start(plan, Phase::Quick);
        return;
    }
    m_next = std::make_unique<Plan>(plan);
    m_stop.request_stop();
}

void Simulation::stopSearching()
{
    if (m_searching)
        m_stop.request_stop();
}

std::shared_ptr<Run> Simulation::freeBuffer()
{
    // A run that only the pool holds is on no screen any more.
    const auto idle = std::ranges::find(m_pool, 1L, &std::shared_ptr<Run>::use_count);
    // use_count() is read relaxed: the fence makes the last reader's reads happen before our
    // writes.
    std::atomic_thread_fence(std::memory_order_acquire);
    if (idle != m_pool.end())
        return *idle;
    m_pool.push_back(std::make_shared<Run>());
    return m_pool.back();
}

void Simulation::start(const Plan& plan, Phase phase)
{
    m_stop = std::stop_source();
    SearchWatch watch;
    watch.stop = m_stop.get_token();
    watch.quick = phase == Phase::Quick;
    if (phase == Phase::Thorough) {
        watch.progress = [this, plan, stop = m_stop.get_token()](const SearchState& state) {
            // Carried to this object's thread, where a search that was overtaken is known to be.
            QMetaObject::invokeMethod(
                this,
                [this, plan, stop, state] {
                    if (m_searching && stop == m_stop.get_token())
                        emit progressed(plan, state);
                },
                Qt::QueuedConnection);
        };
    }
    const std::shared_ptr<Run> into = freeBuffer();
    m_watcher.setFuture(QtConcurrent::run([plan, into, watch, scratch = m_scratch] {
        auto outcome = std::make_shared<Outcome>(Outcome {plan, into, std::nullopt});
        if (const Result<void> done = run(plan, *scratch, *into, watch); !done)
            outcome->error = done.error();
        return outcome;
    }));
}

void Simulation::deliver()
{
    const std::shared_ptr<Outcome> outcome = m_watcher.result();
    // Taken out, so that the watcher does not keep the run from being reused.
    const std::shared_ptr<const Run> done = std::exchange(outcome->run, nullptr);
    const bool searched = std::exchange(m_searching, false);
    if (searched)
        emit searchEnded();
    if (m_next) {
        start(*std::exchange(m_next, nullptr), Phase::Quick);
        return;
    }
    if (searched)
        deliverThorough(*outcome, done);
    else
        deliverQuick(*outcome, done);
}

void Simulation::deliverQuick(const Outcome& outcome, const std::shared_ptr<const Run>& done)
{
    m_busy = false;
    if (outcome.error) {
        emit failed(outcome.plan, *outcome.error);
        return;
    }
    emit finished(done);
    // Whoever heard it may have asked for another plan.
    if (m_busy || !done->lowerBound || *done->lowerBound == done->metrics.makespan)
        return;
    m_answered = done->metrics.makespan;
    m_searching = true;
    start(outcome.plan, Phase::Thorough);
}

void Simulation::deliverThorough(const Outcome& outcome, const std::shared_ptr<const Run>& done)
{
    // A search that was stopped early may know less than the quick one did.
    if (!outcome.error && done->metrics.makespan <= m_answered)
        emit finished(done);
}

} // namespace pipegantt
