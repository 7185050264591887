// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulate/idle.h"

#include "core/simulate/causalwalk.h"

namespace pipegantt {

Moment momentAt(const Schedule& schedule, const Timeline& timeline, int device, Duration when)
{
    const std::size_t begin = schedule.rowBegin(device);
    const std::size_t end = schedule.rowEnd(device);
    const std::size_t next = timeline.firstStartAfter(device, when);
    if (next > begin && timeline.end(next - 1) > when)
        return {next - 1, false, timeline.start(device, next - 1), timeline.end(next - 1)};
    Moment gap {.operation = std::nullopt, .idle = true, .begin = {}, .end = timeline.makespan};
    if (next > begin)
        gap.begin = timeline.end(next - 1);
    if (next < end) {
        gap.operation = next;
        gap.end = timeline.start(device, next);
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

WaitCause waitCause(const Plan& plan, const Schedule& schedule, const Timeline& timeline,
    int device, std::size_t index)
{
    const CausalWalk walk(plan, schedule, timeline);
    const bool first = index == schedule.rowBegin(device);
    WaitCause cause;
    cause.device = device;
    std::optional<CausalStep> step = walk.before(walk.stepOf(device, index));
    for (; step && step->kind == CausalStep::Kind::Message; step = walk.before(*step))
        cause.travelled += step->end - step->begin;
    if (!step)
        return cause;
    const bool backToBack =
        !first && step->operation == index - 1 && timeline.end(index - 1) == timeline.start(index);
    if (backToBack)
        cause.kind = WaitCause::Kind::Device;
    else
        cause.kind = first ? WaitCause::Kind::WarmUp : WaitCause::Kind::Dependency;
    cause.waitedFor = shownBy(schedule, step->operation);
    cause.device = step->device;
    cause.ended = step->end;
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
