// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/run.h"
#include "ui/timeline/chartsurface.h"
#include "ui/timeline/selection.h"

#include <QCoreApplication>

namespace pipegantt {

/// Paints the box that is selected: what is outside it recedes, its edges have handles, and a chip
/// at the axis says how long it is.
class SelectionPainter
{
    Q_DECLARE_TR_FUNCTIONS(SelectionPainter)

public:
    static void paint(const ChartSurface& on, const Run& run, const Selection& selection);
    /// `6 slots × 3 devices`
    static QString sizeText(const Run& run, const ChartBox& box);
};

} // namespace pipegantt
