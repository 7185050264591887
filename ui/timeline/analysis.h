// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/run.h"
#include "ui/timeline/chartsurface.h"
#include "ui/timeline/hover.h"
#include "ui/timeline/rulers.h"
#include "ui/timeline/selection.h"

#include <QObject>

#include <memory>

namespace pipegantt {

/// What a person lays over the chart to find out about a run: a selected box, and cursors that
/// measure.
class Analysis : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Analysis)

public:
    explicit Analysis(QObject* parent = nullptr);
    ~Analysis() override = default;

    [[nodiscard]] Selection& selection() { return m_selection; }
    [[nodiscard]] const Selection& selection() const { return m_selection; }
    [[nodiscard]] Rulers& rulers() { return m_rulers; }

    void setRun(std::shared_ptr<const Run> run);
    /// Takes away what is laid over the chart for a while: cursors, box.
    void clear();

    /// What lies on the bars, under playhead and card.
    void paint(const ChartSurface& on, const HoverTarget& target);
    /// What stands at the axis, over all but the card.
    void paintCursors(const ChartSurface& on);

signals:
    /// Something is to be painted anew.
    void changed();

private:
    std::shared_ptr<const Run> m_run;
    Selection m_selection;
    Rulers m_rulers;
};

} // namespace pipegantt
