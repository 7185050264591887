// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulate/flow.h"

#include <algorithm>
#include <cstdlib>

namespace pipegantt {
namespace {

/// The halves of the pair that the operation at `index` is of, or itself.
struct Halves
{
    std::size_t first;
    std::size_t last;
};

Halves halvesOf(const Schedule& schedule, std::size_t index)
{
    const OperationKind kind = schedule.operations()[index].kind();
    if (kind == OperationKind::Pair)
        return {index, index + 1};
    return {kind == OperationKind::PairedBackward ? index - 1 : index, index};
}

void sortByArrival(std::vector<Flow>& flows)
{
    std::ranges::stable_sort(flows, {}, &Flow::arrived);
}

} // namespace

std::optional<StageResult> resultOf(const Schedule& schedule, int device, std::size_t index)
{
    const PackedOperation operation = schedule.operations()[index];
    const int stage = schedule.stageOf(device, operation.chunk());
    if (isForward(operation.kind()))
        return StageResult {ResultKind::Activation, stage, operation.unit()};
    if (makesGradient(operation.kind()))
        return StageResult {ResultKind::Gradient, stage, operation.unit()};
    return std::nullopt;
}

Flows::Flows(const Plan& plan, const Schedule& schedule, const Timeline& timeline)
    : m_schedule(schedule)
    , m_timeline(timeline)
{
    m_costs.lay(plan, schedule);
}

std::vector<Flow> Flows::into(int device, std::size_t index) const
{
    std::vector<Flow> flows;
    const std::size_t first = halvesOf(m_schedule, index).first;
    for (const StageResult& result : dependenciesOf(m_schedule, device, first)) {
        if (const auto maker = makerBefore(result, m_timeline.start(device, first)))
            flows.push_back(
                flowBetween(result, *maker, m_schedule.deviceOf(result.stage), first, device));
    }
    sortByArrival(flows);
    return flows;
}

std::vector<Flow> Flows::outOf(int device, std::size_t index) const
{
    return usersOf(device, index, Reach::All);
}

std::optional<Flow> Flows::releasedBy(int device, std::size_t index) const
{
    const std::size_t last = halvesOf(m_schedule, index).last;
    const Duration end = m_timeline.end(last);
    if (last + 1 < m_schedule.rowEnd(device) && m_timeline.start(device, last + 1) == end)
        return Flow {halvesOf(m_schedule, index).first, device, last + 1, device, end, end};
    for (const Flow& flow : usersOf(device, index, Reach::AtOnce)) {
        const bool waited = flow.user == m_schedule.rowBegin(flow.userDevice)
            || m_timeline.end(flow.user - 1) < m_timeline.start(flow.userDevice, flow.user);
        if (waited && m_timeline.start(flow.userDevice, flow.user) == flow.arrived)
            return flow;
    }
    return std::nullopt;
}

std::vector<Flow> Flows::usersOf(int device, std::size_t index, Reach reach) const
{
    std::vector<Flow> flows;
    const Placement& placement = m_schedule.placement();
    const Halves halves = halvesOf(m_schedule, index);
    for (std::size_t half = halves.first; half <= halves.last; ++half) {
        const auto result = resultOf(m_schedule, device, half);
        if (!result)
            continue;
        const int stage = result->stage;
        addUsersIn(stage, *result, device, half, reach, flows);
        if (result->kind == ResultKind::Activation && !placement.isLast(stage))
            addUsersIn(stage + 1, *result, device, half, reach, flows);
        if (result->kind == ResultKind::Gradient && !placement.isFirst(stage))
            addUsersIn(stage - 1, *result, device, half, reach, flows);
    }
    sortByArrival(flows);
    return flows;
}

/// The operation that makes `result`, looked for from `when` back: results are needed soon after
/// they are made.
std::optional<std::size_t> Flows::makerBefore(const StageResult& result, Duration when) const
{
    const int device = m_schedule.deviceOf(result.stage);
    const std::size_t begin = m_schedule.rowBegin(device);
    for (std::size_t i = m_timeline.firstEndAfter(device, when); i > begin; --i) {
        const PackedOperation operation = m_schedule.operations()[i - 1];
        if (makes(m_schedule.stageOf(device, operation.chunk()), operation, result))
            return i - 1;
    }
    return findMaker(m_schedule, result);
}

Flow Flows::flowBetween(const StageResult& result, std::size_t maker, int makerDevice,
    std::size_t user, int userDevice) const
{
    const Duration left = m_timeline.end(maker);
    Flow flow {halvesOf(m_schedule, maker).first, makerDevice, halvesOf(m_schedule, user).first,
        userDevice, left, left};
    if (makerDevice == userDevice)
        return flow;
    if (!m_timeline.messages.empty())
        flow.arrived = Duration(m_timeline.messages[maker].end);
    else if (result.kind == ResultKind::Activation)
        flow.arrived += Duration(m_costs.activationHop(result.stage + 1));
    else
        flow.arrived += Duration(m_costs.gradientHop(result.stage - 1));
    return flow;
}

/// Adds the operations of `stage` that need `result`, which the operation at `index` makes.
void Flows::addUsersIn(int stage, const StageResult& result, int device, std::size_t index,
    Reach reach, std::vector<Flow>& flows) const
{
    const int userDevice = m_schedule.deviceOf(stage);
    const Duration arrived = flowBetween(result, index, device, index, userDevice).arrived;
    const std::size_t end = m_schedule.rowEnd(userDevice);
    std::size_t i = m_timeline.firstStartAfter(userDevice, arrived - Duration(1));
    for (; i < end; ++i) {
        if (reach == Reach::AtOnce && m_timeline.start(userDevice, i) > arrived)
            return;
        const PackedOperation operation = m_schedule.operations()[i];
        // Of slices, those beside it may need it.
        if (std::abs(operation.unit() - result.unit) > 1
            || m_schedule.stageOf(userDevice, operation.chunk()) != stage)
            continue;
        if (localDependency(m_schedule, stage, operation) == result
            || remoteDependency(m_schedule, stage, operation) == result)
            flows.push_back(flowBetween(result, index, device, i, userDevice));
    }
}

} // namespace pipegantt
