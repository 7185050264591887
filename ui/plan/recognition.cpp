// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plan/recognition.h"

#include "core/schedule/catalogue.h"
#include "core/schedule/recognize.h"

#include <QtConcurrentRun>

#include <utility>

namespace pipegantt {

Recognition::Recognition(QObject* parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &Recognition::deliver);
}

Recognition::~Recognition()
{
    m_watcher.waitForFinished();
}

void Recognition::ask(const Plan& plan)
{
    if (m_busy)
        m_next = std::make_unique<Plan>(plan);
    else
        start(plan);
}

void Recognition::start(const Plan& plan)
{
    if (plan.schedule == ScheduleKind::Custom && plan.given.schedule) {
        m_busy = true;
        m_watcher.setFuture(QtConcurrent::run([plan] { return recognize(plan); }));
        return;
    }
    const bool had = std::exchange(m_custom, false);
    m_known.clear();
    if (had)
        emit changed();
}

void Recognition::deliver()
{
    m_busy = false;
    if (m_next) {
        start(*std::exchange(m_next, nullptr));
        return;
    }
    m_known = m_watcher.result();
    m_custom = true;
    emit changed();
}

QString Recognition::sentence() const
{
    if (!m_custom)
        return {};
    if (m_known.empty())
        return tr("An order of its own");
    return tr("This is %1").arg(QString::fromUtf8(entry(m_known.front().schedule).title.data()));
}

} // namespace pipegantt
