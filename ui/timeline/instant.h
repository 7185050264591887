// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/timescale.h"
#include "core/run/run.h"
#include "core/simulate/flights.h"
#include "core/simulate/memorycursor.h"
#include "ui/theme/theme.h"
#include "ui/timeline/chartlayout.h"

#include <QCoreApplication>
#include <QPainter>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace pipegantt {

/// What is the case at the playhead: which devices work and on what, how full their memory is, and
/// which micro-batches travel. Depends on nothing but run, window and instant, so that the same
/// step always draws the same picture.
class Instant
{
    Q_DECLARE_TR_FUNCTIONS(Instant)

public:
    void setRun(std::shared_ptr<const Run> run);

    /// Beside each row a lamp in the colour of what runs, hollow where the device is idle; under
    /// its name, where there is room, what runs, the memory it holds, and a gauge of that.
    void paintDevices(
        QPainter& painter, const ChartLayout& layout, const Theme& theme, Duration cursor);
    /// The messages on their way, and those that have just arrived: each a line from the end of the
    /// pass that sent it, with the number of its micro-batch at the head.
    void paintFlights(QPainter& painter, const ChartLayout& layout, const TimeScale& scale,
        const Theme& theme, Duration cursor);

    /// `device 0: forward 3`, a line a device.
    static QStringList words(const Run& run, Duration cursor);
    /// Of each device: what runs on it then, as briefly as a cell of a schedule: `F3`, `B0`.
    static QString briefly(const Run& run, int device, Duration cursor);

private:
    void paintGauge(
        QPainter& painter, const QRectF& place, const Theme& theme, int device, Bytes held) const;

    std::shared_ptr<const Run> m_run;
    /// Laid out when they are first asked.
    std::optional<MemoryCursor> m_memory;
    std::optional<Flights> m_flights;
    std::vector<Flight> m_found;
};

} // namespace pipegantt
