// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/idlesource.h"

#include <QtConcurrent>

#include <utility>

namespace pipegantt {

namespace {

// About ten milliseconds.
constexpr std::size_t kAtOnce = 100'000;

std::shared_ptr<const IdleParts> read(const Run& run)
{
    return std::make_shared<const IdleParts>(run.plan, run.schedule, run.timeline);
}

} // namespace

IdleSource::IdleSource(QObject* parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        const bool isCurrent = m_reading == m_run;
        Found found = std::move(m_found);
        if (isCurrent)
            m_parts = std::move(found);
        m_reading.reset();
        if (isCurrent)
            emit changed();
        else
            start();
    });
}

IdleSource::~IdleSource()
{
    m_watcher.waitForFinished();
}

void IdleSource::setRun(std::shared_ptr<const Run> run)
{
    if (run == m_run)
        return;
    m_run = std::move(run);
    m_parts.reset();
    start();
}

// The latest run wins; one that is being read is read to its end.
void IdleSource::start()
{
    if (!m_run || m_parts || m_reading)
        return;
    if (m_run->schedule.operations().size() <= kAtOnce) {
        m_parts = read(*m_run);
        return;
    }
    m_reading = m_run;
    m_watcher.setFuture(QtConcurrent::run([this, run = m_run] { m_found = read(*run); }));
}

} // namespace pipegantt
