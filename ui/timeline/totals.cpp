// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/totals.h"

#include <QtConcurrentRun>

#include <utility>

namespace pipegantt {

Totals::Totals(QObject* parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcher<Outcome>::finished, this, &Totals::take);
}

Totals::~Totals()
{
    m_watcher.disconnect(this);
    m_watcher.waitForFinished();
}

void Totals::setRun(std::shared_ptr<const Run> run)
{
    m_source = {std::move(run), nullptr};
    clear();
}

void Totals::request(Duration begin, Duration end, std::vector<int> devices)
{
    m_box = Box {begin, end, std::move(devices)};
    if (!m_watcher.isRunning())
        start();
}

void Totals::clear()
{
    m_box.reset();
    if (std::exchange(m_totals, std::nullopt))
        emit changed();
}

void Totals::start()
{
    if (!m_source.run || !m_box)
        return;
    m_watcher.setFuture(QtConcurrent::run([source = m_source, box = *m_box]() mutable {
        if (!source.reader) {
            source.reader = std::make_shared<const BoxReader>(
                source.run->plan, source.run->schedule, source.run->timeline);
        }
        BoxTotals totals = source.reader->read(box.begin, box.end, box.devices);
        return Outcome {std::move(source), std::move(box), std::move(totals)};
    }));
}

void Totals::take()
{
    Outcome outcome = m_watcher.result();
    const bool sameRun = outcome.source.run == m_source.run;
    if (sameRun)
        m_source.reader = outcome.source.reader;
    if (!m_box)
        return;
    if (!sameRun || outcome.box != *m_box) {
        start();
        return;
    }
    m_totals = std::move(outcome.totals);
    emit changed();
}

} // namespace pipegantt
