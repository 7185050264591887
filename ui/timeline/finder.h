// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/query/find.h"
#include "core/run/run.h"
#include "ui/timeline/chartsurface.h"
#include "ui/timeline/hover.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <optional>

namespace pipegantt {

/// What a query finds in the run on screen. It is looked for in the background; the latest query
/// wins, and another run is looked through by itself.
class Finder : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Finder)

public:
    explicit Finder(QObject* parent = nullptr);
    ~Finder() override;

    void setRun(std::shared_ptr<const Run> run);
    /// Looks for `text`; an empty one for nothing.
    void search(const QString& text);

    [[nodiscard]] const QString& text() const { return m_text; }
    /// None while nothing is looked for, or is not found yet.
    [[nodiscard]] const std::shared_ptr<const Hits>& hits() const { return m_hits; }
    /// Why the text is no query.
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    /// The hit that `step` came to last.
    [[nodiscard]] const std::optional<Hit>& current() const { return m_current; }
    /// Comes to the hit after (1) or before (-1) the one at hand, or the place of `from`.
    std::optional<HoverTarget> step(int step, const HoverTarget& from);

    /// Outlines of the hits; where they are too narrow, one for what lies together.
    void paint(const ChartSurface& on) const;

signals:
    void changed();

private:
    struct Outcome
    {
        std::shared_ptr<const Run> run;
        QString text;
        std::shared_ptr<const Hits> hits;
    };

    void start();
    void take();
    void paintRow(const ChartSurface& on, int row) const;

    std::shared_ptr<const Run> m_run;
    QString m_text;
    std::optional<Query> m_query;
    std::optional<Error> m_error;
    std::shared_ptr<const Hits> m_hits;
    std::optional<Hit> m_current;
    QFutureWatcher<Outcome> m_watcher;
};

} // namespace pipegantt
