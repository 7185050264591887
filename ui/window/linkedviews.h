// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/time.h"

#include <QObject>

#include <optional>

namespace pipegantt {

class DeviceTable;
class MemoryChart;
class TimelineView;

/// Lets Gantt chart, memory chart and device table point together: the device and the instant that
/// one of them is pointed at are marked in the others, and the memory chart shows the window of
/// time that the Gantt chart shows.
class LinkedViews : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LinkedViews)

public:
    /// The views must outlive it, or be its siblings.
    LinkedViews(
        TimelineView& timeline, MemoryChart& memory, DeviceTable& table, QObject* parent = nullptr);

private:
    void followWindow();
    void point(QObject* where, std::optional<int> device, std::optional<Duration> when);

    TimelineView& m_timeline;
    MemoryChart& m_memory;
    DeviceTable& m_table;
};

} // namespace pipegantt
