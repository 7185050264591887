// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/boxtotals.h"
#include "core/run/run.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace pipegantt {

/// What runs in the selected box, added up in the background; the latest box wins.
class Totals : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Totals)

public:
    /// Keeps the run that its reader refers to.
    struct Source
    {
        std::shared_ptr<const Run> run;
        std::shared_ptr<const BoxReader> reader;
    };

    explicit Totals(QObject* parent = nullptr);
    ~Totals() override;

    /// Another run; its totals have to be asked for.
    void setRun(std::shared_ptr<const Run> run);
    void request(Duration begin, Duration end, std::vector<int> devices);
    void clear();

    /// Of the box that was asked for last; none before they are ready.
    [[nodiscard]] const std::optional<BoxTotals>& totals() const { return m_totals; }
    [[nodiscard]] const std::shared_ptr<const Run>& run() const { return m_source.run; }

signals:
    void changed();

private:
    struct Box
    {
        Duration begin {};
        Duration end {};
        std::vector<int> devices;

        friend bool operator==(const Box&, const Box&) = default;
    };
    struct Outcome
    {
        Source source;
        Box box;
        BoxTotals totals;
    };

    void start();
    void take();

    Source m_source;
    std::optional<Box> m_box;
    std::optional<BoxTotals> m_totals;
    QFutureWatcher<Outcome> m_watcher;
};

} // namespace pipegantt
