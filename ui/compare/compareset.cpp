// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/compareset.h"

#include "core/planner/planname.h"

#include <QtConcurrentRun>

#include <utility>

namespace pipegantt {

using namespace Qt::StringLiterals;

CompareSet::CompareSet(QObject* parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &CompareSet::deliver);
}

CompareSet::~CompareSet()
{
    m_stop.request_stop();
    m_watcher.disconnect(this);
    m_watcher.waitForFinished();
}

void CompareSet::setCurrent(std::shared_ptr<const Run> run)
{
    m_current = std::move(run);
    emit currentChanged();
}

bool CompareSet::isFull() const
{
    return m_pinned.size() + m_waiting.size() >= kMostPinned;
}

bool CompareSet::pinCurrent()
{
    if (!m_current || isFull())
        return false;
    m_pinned.push_back({{}, m_current});
    emit changed();
    return true;
}

bool CompareSet::add(const Plan& plan, const QString& name)
{
    if (isFull())
        return false;
    m_waiting.push_back({plan, name});
    if (m_waiting.size() == 1)
        start();
    return true;
}

void CompareSet::start()
{
    m_stop = std::stop_source();
    SearchWatch watch;
    watch.stop = m_stop.get_token();
    watch.quick = true;
    m_watcher.setFuture(QtConcurrent::run([plan = m_waiting.front().plan, watch] {
        auto outcome = std::make_shared<Outcome>();
        if (Result<Run> done = run(plan, watch))
            outcome->run = std::make_shared<Run>(std::move(*done));
        else
            outcome->error = done.error();
        return outcome;
    }));
}

void CompareSet::deliver()
{
    const std::shared_ptr<Outcome> outcome = m_watcher.result();
    const Waiting done = std::move(m_waiting.front());
    m_waiting.pop_front();
    std::optional<Error> error = outcome->error;
    if (!error && m_current) {
        const NamedRun added {planName(done.plan), outcome->run.get()};
        const NamedRun current {planName(m_current->plan), m_current.get()};
        if (const Result<void> checked = checkCommonTime(current, added); !checked)
            error = checked.error();
    }
    if (!error)
        m_pinned.push_back({done.name, outcome->run});
    if (!m_waiting.empty())
        start();
    if (error)
        emit failed(*error);
    else
        emit changed();
}

void CompareSet::unpin(std::size_t index)
{
    if (index >= m_pinned.size())
        return;
    m_pinned.erase(m_pinned.begin() + static_cast<std::ptrdiff_t>(index));
    emit changed();
}

void CompareSet::clear()
{
    if (m_pinned.empty())
        return;
    m_pinned.clear();
    emit changed();
}

std::optional<Plan> CompareSet::exchange(std::size_t index)
{
    if (!m_current || index >= m_pinned.size())
        return std::nullopt;
    const std::shared_ptr<const Run> before = std::exchange(m_pinned[index].run, m_current);
    m_pinned[index].name.clear();
    emit changed();
    return before->plan;
}

std::optional<Error> CompareSet::trouble(std::size_t index) const
{
    const Run& run = *m_pinned[index].run;
    if (!m_current)
        return std::nullopt;
    // Excerpts that leave out different times share no axis.
    for (const Run* const one : {&run, m_current.get()}) {
        if (one->excerpt)
            return tooManyOperations(one->plan);
    }
    const Result<void> checked =
        checkCommonTime({planName(run.plan), &run}, {planName(m_current->plan), m_current.get()});
    return checked ? std::nullopt : std::optional(checked.error());
}

std::shared_ptr<const Run> CompareSet::baseline() const
{
    return m_pinned.empty() || trouble(0) ? nullptr : m_pinned.front().run;
}

QString CompareSet::title(std::size_t index) const
{
    const bool current = index >= m_pinned.size();
    const Run* run = current ? m_current.get() : m_pinned[index].run.get();
    QString name = run == nullptr ? QString() : QString::fromStdString(planName(run->plan));
    if (!current && !m_pinned[index].name.isEmpty())
        name = m_pinned[index].name + u" · "_s + name;
    if (current)
        return tr("Current: %1").arg(name);
    return index == 0 ? tr("Baseline: %1").arg(name)
                      : u"%1: %2"_s.arg(QChar(u'A' + static_cast<char16_t>(index)), name);
}

std::vector<NamedRun> CompareSet::comparable() const
{
    std::vector<NamedRun> runs;
    if (!m_current || !baseline())
        return runs;
    for (std::size_t i = 0; i < m_pinned.size(); ++i) {
        if (!trouble(i))
            runs.push_back({title(i).toStdString(), m_pinned[i].run.get()});
    }
    runs.push_back({title(m_pinned.size()).toStdString(), m_current.get()});
    return runs;
}

} // namespace pipegantt
