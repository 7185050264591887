// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/run.h"
#include "ui/charts/memorytraces.h"
#include "ui/theme/theme.h"

#include <QVector>

class QCPGraph;
class QCustomPlot;

namespace pipegantt {

/// A new graph in `plot`, owned by it, that keeps each value until the next key.
QCPGraph* addSteps(QCustomPlot& plot, const QVector<double>& keys, const QVector<double>& values);

/// Fills `plot` with what the devices of `run` hold: the band from the least to the most, where not
/// every device has a line of its own, and what lies beyond the memory limit.
void addMemoryBand(
    QCustomPlot& plot, const Run& run, const MemoryTraces& traces, const Theme& theme);

} // namespace pipegantt
