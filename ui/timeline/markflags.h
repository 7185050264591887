// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/timeline/marks.h"

#include <QRectF>
#include <QString>

#include <cstddef>
#include <vector>

namespace pipegantt {

/// A flag as it is painted: its name is cut where the next one begins, and gone where there is no
/// room for it.
struct Flag
{
    std::size_t mark = 0;
    QRectF place;
    QString text;
    bool chosen = false;
};

/// The flags on screen in the order in which they are painted: from left to right, and at last the
/// one that is chosen or pointed at, whole.
std::vector<Flag> flagsOf(
    const Marks& marks, const ChartLayout& layout, const TimeScale& scale, TimeUnit unit);

/// A flag at `x` as large as `text`, within the widget.
QRectF wholeFlag(double x, const QString& text, const ChartLayout& layout);

/// Paints flags, their poles through all rows, and how many are beyond the end.
void paintFlags(const ChartSurface& on, const Marks& marks, TimeUnit unit);
/// Paints where marks are in the overview, which reaches to `end`.
void paintInOverview(const ChartSurface& on, const std::vector<Duration>& places, Duration end);

} // namespace pipegantt
