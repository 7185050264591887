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
    m_watcher.waitForFinished();
}

void Simulation::request(const Plan& plan)
{
    if (m_busy)
        m_next = std::make_unique<Plan>(plan);
    else
        start(plan);
}

void Simulation::start(const Plan& plan)
{
    m_busy = true;
    // A run that only the pool holds is on no screen any more.
    const auto idle = std::ranges::find(m_pool, 1L, &std::shared_ptr<Run>::use_count);
    // use_count() is read relaxed: the fence makes the last reader's reads happen before our
    // writes.
    std::atomic_thread_fence(std::memory_order_acquire);
    const std::shared_ptr<Run> into = idle == m_pool.end() ? std::make_shared<Run>() : *idle;
    if (idle == m_pool.end())
        m_pool.push_back(into);
    m_watcher.setFuture(QtConcurrent::run([plan, into, scratch = m_scratch] {
        auto outcome = std::make_shared<Outcome>(Outcome {plan, into, std::nullopt});
        if (const Result<void> done = run(plan, *scratch, *into); !done)
            outcome->error = done.error();
        return outcome;
    }));
}

void Simulation::deliver()
{
    const std::shared_ptr<Outcome> outcome = m_watcher.result();
    // Taken out, so that the watcher does not keep the run from being reused.
    const std::shared_ptr<const Run> done = std::exchange(outcome->run, nullptr);
    if (m_next) {
        start(*std::exchange(m_next, nullptr));
        return;
    }
    m_busy = false;
    if (outcome->error)
        emit failed(outcome->plan, *outcome->error);
    else
        emit finished(done);
}

} // namespace pipegantt
