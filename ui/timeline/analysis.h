// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/run.h"
#include "ui/timeline/chartsurface.h"
#include "ui/timeline/criticaloverlay.h"
#include "ui/timeline/finder.h"
#include "ui/timeline/hover.h"
#include "ui/timeline/links.h"
#include "ui/timeline/roworder.h"
#include "ui/timeline/rulers.h"
#include "ui/timeline/selection.h"
#include "ui/timeline/totals.h"

#include <QObject>

#include <memory>

namespace pipegantt {

/// What a person lays over the chart to find out about a run: a selected box with its totals,
/// cursors that measure, dependencies, the critical path, and what a search finds.
class Analysis : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Analysis)

public:
    /// `rows` are those of the chart, which must outlive it.
    explicit Analysis(const RowOrder& rows, QObject* parent = nullptr);
    ~Analysis() override = default;

    [[nodiscard]] Selection& selection() { return m_selection; }
    [[nodiscard]] const Selection& selection() const { return m_selection; }
    [[nodiscard]] Rulers& rulers() { return m_rulers; }
    [[nodiscard]] Totals& totals() { return m_totals; }
    [[nodiscard]] Links& links() { return m_links; }
    [[nodiscard]] CriticalOverlay& critical() { return m_critical; }
    [[nodiscard]] Finder& finder() { return m_finder; }

    /// The run, in rows that are its own already.
    void setRun(std::shared_ptr<const Run> run);
    /// The rows are others: a box of the old ones says nothing any more.
    void followRows();
    /// What is pointed at is `target`; what the card says about it besides itself.
    QStringList follow(const HoverTarget& target);
    /// Takes away what is laid over the chart for a while: cursors, box.
    void clear();

    /// What lies on the bars, under playhead and card.
    void paint(const ChartSurface& on);
    /// What stands at the axis, over all but the card.
    void paintCursors(const ChartSurface& on);

signals:
    /// Something is to be painted anew.
    void changed();

private:
    void askForTotals();

    const RowOrder& m_rows;
    std::shared_ptr<const Run> m_run;
    Selection m_selection;
    Rulers m_rulers;
    Totals m_totals;
    Links m_links;
    CriticalOverlay m_critical;
    Finder m_finder;
};

} // namespace pipegantt
