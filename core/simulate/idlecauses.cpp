// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulate/idlecauses.h"

#include <algorithm>

namespace pipegantt {

IdleReader::IdleReader(const Plan& plan, const Schedule& schedule, const Timeline& timeline)
    : m_schedule(schedule)
    , m_timeline(timeline)
    , m_walk(plan, schedule, timeline)
{
    m_costs.lay(plan, schedule);
}

IdleCauses IdleReader::in(int device, Duration begin, Duration end) const
{
    const std::size_t first = m_schedule.rowBegin(device);
    const std::size_t last = m_schedule.rowEnd(device) - 1;
    IdleCauses causes;
    causes.warmUp =
        std::max(std::min(m_timeline.start(device, first), end) - begin, Duration::zero());
    causes.drain = std::max(end - std::max(m_timeline.end(last), begin), Duration::zero());
    for (std::size_t i = std::max(m_timeline.firstStartAfter(device, begin), first + 1);
         i <= last && m_timeline.end(i - 1) < end; ++i)
        readGap(device, i, begin, end, causes);
    return causes;
}

/// Adds the part within [begin, end) of the gap before the operation at `index`, which is not the
/// first of its row.
void IdleReader::readGap(
    int device, std::size_t index, Duration begin, Duration end, IdleCauses& causes) const
{
    eachPart(device, index, begin, [&](Duration partBegin, Duration partEnd, IdleCause cause) {
        const Duration part = std::max(std::min(partEnd, end) - partBegin, Duration::zero());
        if (cause == IdleCause::Message)
            causes.message += part;
        else if (cause == IdleCause::Dependency)
            causes.dependency += part;
        else
            causes.imbalance += part;
    });
}

std::vector<IdleCauses> idleCauses(
    const Plan& plan, const Schedule& schedule, const Timeline& timeline)
{
    IdleReader reader(plan, schedule, timeline);
    reader.index();
    std::vector<IdleCauses> all;
    all.reserve(static_cast<std::size_t>(schedule.devices()));
    for (int device = 0; device < schedule.devices(); ++device)
        all.push_back(reader.in(device, Duration::zero(), timeline.makespan));
    return all;
}

IdleCauses idleCausesBefore(const Plan& plan, const Schedule& schedule, const Timeline& timeline,
    int device, std::optional<std::size_t> index)
{
    const std::size_t first = schedule.rowBegin(device);
    const std::size_t next = index.value_or(schedule.rowEnd(device));
    const Duration begin = next == first ? Duration::zero() : timeline.end(next - 1);
    const Duration end = index ? timeline.start(device, next) : timeline.makespan;
    return IdleReader(plan, schedule, timeline).in(device, begin, end);
}

} // namespace pipegantt
