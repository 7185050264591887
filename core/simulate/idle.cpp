// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulate/idle.h"

#include <algorithm>
#include <iterator>

namespace pipegantt {

Moment momentAt(const Schedule& schedule, const Timeline& timeline, int device, Duration when)
{
    const std::size_t begin = schedule.rowBegin(device);
    const std::size_t end = schedule.rowEnd(device);
    const auto first = timeline.starts.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = timeline.starts.begin() + static_cast<std::ptrdiff_t>(end);
    const auto next = begin
        + static_cast<std::size_t>(
            std::distance(first, std::upper_bound(first, last, when.count())));

    if (next > begin && timeline.end(next - 1) > when)
        return {next - 1, false, timeline.start(next - 1), timeline.end(next - 1)};
    Moment gap {.operation = std::nullopt, .idle = true, .begin = {}, .end = timeline.makespan};
    if (next > begin)
        gap.begin = timeline.end(next - 1);
    if (next < end) {
        gap.operation = next;
        gap.end = timeline.start(next);
    }
    return gap;
}

namespace {

/// The operation whose bar shows the one at `index`: the pair of a backward that runs in one.
std::size_t shownBy(const Schedule& schedule, std::size_t index)
{
    return schedule.operations()[index].kind() == OperationKind::PairedBackward ? index - 1 : index;
}

} // namespace

WaitCause waitCause(
    const Schedule& schedule, const Timeline& timeline, int device, std::size_t index)
{
    const Duration start = timeline.start(index);
    const bool first = index == schedule.rowBegin(device);
    WaitCause cause;
    cause.device = device;
    if (!first && timeline.end(index - 1) == start) {
        cause.kind = WaitCause::Kind::Device;
        cause.waitedFor = shownBy(schedule, index - 1);
        cause.ended = timeline.end(index - 1);
        return cause;
    }
    if (start == Duration::zero())
        return cause;
    // Of the results that a pair waits for, the last one decides.
    for (const StageResult& result : dependenciesOf(schedule, device, index)) {
        const auto maker = findMaker(schedule, result);
        if (!maker || (cause.waitedFor && timeline.end(*maker) <= cause.ended))
            continue;
        cause.kind = first ? WaitCause::Kind::WarmUp : WaitCause::Kind::Dependency;
        cause.waitedFor = shownBy(schedule, *maker);
        cause.device = schedule.deviceOf(result.stage);
        cause.ended = timeline.end(*maker);
        cause.travelled = start - cause.ended;
    }
    return cause;
}

WaitCause drainCause(const Schedule& schedule, const Timeline& timeline, int device)
{
    WaitCause cause;
    cause.kind = WaitCause::Kind::Drain;
    cause.device = device;
    cause.ended = timeline.makespan;
    for (int other = 0; other < schedule.devices() && !cause.waitedFor; ++other) {
        const std::size_t last = schedule.rowEnd(other) - 1;
        if (timeline.end(last) == timeline.makespan) {
            cause.waitedFor = shownBy(schedule, last);
            cause.device = other;
        }
    }
    return cause;
}

} // namespace pipegantt
