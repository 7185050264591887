// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/planner/difference.h"
#include "core/run/run.h"

#include <QFutureWatcher>
#include <QObject>
#include <QString>

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace pipegantt {

/// A run that is kept beside the one being edited.
struct PinnedPlan
{
    /// What a person calls it, as the name of its file; empty where the plan's own name says all.
    QString name;
    std::shared_ptr<const Run> run;
};

/// Which plans are compared: up to three that are pinned, the first of them the baseline, and the
/// current one, which follows the sliders. Plans that are added run in the background, one after
/// the other, in the order in which they came.
class CompareSet : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareSet)

public:
    static constexpr std::size_t kMostPinned = 3;

    explicit CompareSet(QObject* parent = nullptr);
    ~CompareSet() override;

    void setCurrent(std::shared_ptr<const Run> run);
    [[nodiscard]] const std::shared_ptr<const Run>& current() const { return m_current; }
    [[nodiscard]] const std::vector<PinnedPlan>& pinned() const { return m_pinned; }
    [[nodiscard]] bool isEmpty() const { return m_pinned.empty(); }
    /// Whether no more can be pinned; plans that still run count.
    [[nodiscard]] bool isFull() const;
    /// Whether plans that were added still run.
    [[nodiscard]] bool isBusy() const { return !m_waiting.empty(); }

    /// Keeps the current run as it is now; false where there is none, or no place.
    bool pinCurrent();
    /// Runs `plan` and pins it, `name` being what a person calls it; false where there is no place.
    bool add(const Plan& plan, const QString& name = {});
    void unpin(std::size_t index);
    void clear();
    /// Puts the current run into the place of pinned `index`; the plan that stood there, which is
    /// to become the current one.
    std::optional<Plan> exchange(std::size_t index);

    /// Why pinned `index` cannot stand on the time axis of the current plan; nothing where it can.
    [[nodiscard]] std::optional<Error> trouble(std::size_t index) const;
    /// The baseline, if it can stand beside the current plan.
    [[nodiscard]] std::shared_ptr<const Run> baseline() const;
    /// `Baseline: 1F1B, P 4, M 8`, `B: …`; the current plan for the index behind the pinned ones.
    [[nodiscard]] QString title(std::size_t index) const;
    /// The runs on the common axis, the baseline first and the current one last, with their titles.
    /// Without a comparable baseline, none.
    [[nodiscard]] std::vector<NamedRun> comparable() const;

signals:
    /// Plans were pinned, unpinned or exchanged.
    void changed();
    /// The current run is another one.
    void currentChanged();
    /// An added plan could not run, or has no common time axis.
    void failed(const pipegantt::Error& error);

private:
    struct Waiting
    {
        Plan plan;
        QString name;
    };
    struct Outcome
    {
        std::shared_ptr<Run> run;
        std::optional<Error> error;
    };

    void start();
    void deliver();

    std::vector<PinnedPlan> m_pinned;
    std::shared_ptr<const Run> m_current;
    /// The first of them runs.
    std::deque<Waiting> m_waiting;
    QFutureWatcher<std::shared_ptr<Outcome>> m_watcher;
    std::stop_source m_stop;
};

} // namespace pipegantt
