// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/orderdrag.h"

namespace pipegantt {

OrderDrag::OrderDrag(const Run& run, int device, std::size_t operation)
    : m_run(run)
    , m_device(device)
    , m_operation(operation)
    , m_targetDevice(device)
    , m_place(operation - run.schedule.rowBegin(device))
    , m_mark(run.timeline.start(operation))
{
}

int OrderDrag::stage() const
{
    return stageAt(m_run.schedule, m_device, m_operation);
}

void OrderDrag::moveTo(int device, Duration when)
{
    const std::size_t own = m_operation - m_run.schedule.rowBegin(m_device);
    const std::size_t place = device == m_device ? placeAt(when) : own;
    if (device == m_targetDevice && place == m_place)
        return;
    m_targetDevice = device;
    m_place = place;
    if (device != m_device)
        m_outcome = moveStage(m_run.schedule, stage(), device);
    else if (place != own)
        m_outcome = moveOperation(m_run.schedule, device, own, place);
    else
        m_outcome.reset();
}

/// The place in the row, the operation itself left out: behind all that are half over at `when`.
std::size_t OrderDrag::placeAt(Duration when)
{
    const Schedule& schedule = m_run.schedule;
    const Timeline& timeline = m_run.timeline;
    const auto kind = [&](std::size_t i) { return schedule.operations()[i].kind(); };
    std::size_t first = m_operation;
    if (kind(first) == OperationKind::PairedBackward)
        --first;
    const std::size_t last = kind(first) == OperationKind::Pair ? first + 1 : first;

    std::size_t place = 0;
    m_mark = schedule.rowBegin(m_device) == first && last + 1 < schedule.rowEnd(m_device)
        ? timeline.start(last + 1)
        : timeline.start(schedule.rowBegin(m_device));
    for (std::size_t i = schedule.rowBegin(m_device); i < schedule.rowEnd(m_device); ++i) {
        if (i >= first && i <= last)
            continue;
        // A pair is passed as a whole.
        const std::size_t whole = kind(i) == OperationKind::PairedBackward ? i - 1 : i;
        const Duration begin = timeline.start(whole);
        if (begin + (timeline.end(whole) - begin) / 2 >= when)
            break;
        ++place;
        m_mark = timeline.end(i);
    }
    return place;
}

int stageAt(const Schedule& schedule, int device, std::size_t index)
{
    return schedule.stageOf(device, schedule.operations()[index].chunk());
}

} // namespace pipegantt
