// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/run.h"
#include "core/simulate/criticalpath.h"
#include "ui/timeline/chartsurface.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>

namespace pipegantt {

/// The critical path over the bars, whatever their colours: outlines and the lines between them, or
/// where bars are too narrow one line through the rows. It is walked in the background; the latest
/// run wins.
class CriticalOverlay : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CriticalOverlay)

public:
    explicit CriticalOverlay(QObject* parent = nullptr);
    ~CriticalOverlay() override;

    void setRun(std::shared_ptr<const Run> run);
    [[nodiscard]] bool isShown() const { return m_shown; }
    void setShown(bool shown);
    /// That of the run on screen; none while it is not shown or still walked.
    [[nodiscard]] const std::shared_ptr<const CriticalPath>& path() const { return m_path; }

    /// Cost follows pixels: O(width * log steps) where there are more steps than that.
    void paint(const ChartSurface& on) const;

signals:
    void changed();

private:
    struct Outcome
    {
        std::shared_ptr<const Run> run;
        std::shared_ptr<const CriticalPath> path;
    };

    void request();
    void take();
    void paintBars(const ChartSurface& on, std::size_t first, std::size_t last) const;
    void paintLine(const ChartSurface& on, std::size_t first, std::size_t last) const;
    /// The row that shows a step; -1 where it is hidden.
    [[nodiscard]] int rowOf(const ChartSurface& on, const CausalStep& step) const;

    std::shared_ptr<const Run> m_run;
    std::shared_ptr<const CriticalPath> m_path;
    QFutureWatcher<Outcome> m_watcher;
    bool m_shown = false;
};

} // namespace pipegantt
