// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/browser/backgroundcomparison.h"

#include "core/schedule/catalogue.h"

#include <QtConcurrentRun>

namespace pipegantt {

namespace {

/// Some ten milliseconds for each row. What is larger shows its numbers when it is chosen.
constexpr std::int64_t kMostOperations = std::int64_t {1} << 20;

void compare(QPromise<ComparedPlan>& promise, const Plan& plan)
{
    Comparison comparison(kMostOperations);
    for (const CatalogueEntry& known : catalogue()) {
        if (promise.isCanceled())
            return;
        promise.addResult(comparison.catalogueRow(plan, known.kind));
    }
}

} // namespace

BackgroundComparison::BackgroundComparison(QObject* parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::resultReadyAt, this,
        [this](int index) { emit rowFinished(index, m_watcher.resultAt(index)); });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        if (!m_watcher.isCanceled())
            emit finished();
    });
}

BackgroundComparison::~BackgroundComparison()
{
    m_watcher.cancel();
    m_watcher.waitForFinished();
}

void BackgroundComparison::request(const Plan& plan)
{
    m_watcher.cancel();
    // Signals of the future before are not delivered any more.
    m_watcher.setFuture(QtConcurrent::run(compare, plan));
}

void BackgroundComparison::cancel()
{
    m_watcher.cancel();
}

} // namespace pipegantt
