// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/timescale.h"
#include "core/run/run.h"
#include "ui/theme/theme.h"
#include "ui/timeline/chartlayout.h"

#include <QCoreApplication>
#include <QPainter>

namespace pipegantt {

/// Paints what an excerpt leaves out: a gap with torn edges through all rows at each break, and
/// above the rows how many micro-batches are not there.
class BreakPainter
{
    Q_DECLARE_TR_FUNCTIONS(BreakPainter)

public:
    BreakPainter(QPainter& painter, const ChartLayout& layout, const Theme& theme);

    /// `run` has an excerpt.
    void paint(const Run& run, const TimeScale& scale);

    /// `999,999,984 of 1,000,000,000 micro-batches are left out at the break: they repeat what is
    /// before it`
    [[nodiscard]] static QString note(const Run& run);

private:
    void paintGap(double x);

    QPainter& m_painter;
    const ChartLayout& m_layout;
    const Theme& m_theme;
};

} // namespace pipegantt
