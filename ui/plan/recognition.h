// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/plan.h"

#include <QFutureWatcher>
#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace pipegantt {

/// Says which published order a custom one is, found in the background: "This is 1F1B." The latest
/// request wins.
class Recognition : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Recognition)

public:
    explicit Recognition(QObject* parent = nullptr);
    ~Recognition() override;

    /// Asks about the order of `plan`; one that is not custom has no such name.
    void ask(const Plan& plan);

    /// The catalogue's names of the order, the first in its order first; empty where it has none.
    [[nodiscard]] const std::vector<Plan>& known() const { return m_known; }
    /// The sentence in the window's language; empty where the order is not custom.
    [[nodiscard]] QString sentence() const;

signals:
    /// The sentence may be another one.
    void changed();

private:
    void start(const Plan& plan);
    void deliver();

    QFutureWatcher<std::vector<Plan>> m_watcher;
    /// The plan to ask about next, while an answer is on its way.
    std::unique_ptr<Plan> m_next;
    std::vector<Plan> m_known;
    bool m_custom = false;
    bool m_busy = false;
};

} // namespace pipegantt
