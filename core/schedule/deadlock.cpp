// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/deadlock.h"

#include "core/schedule/dependency.h"

#include <string>
#include <vector>

namespace pipegantt {
namespace {

std::string actionAt(const Schedule& schedule, int device, std::size_t index)
{
    const PackedOperation operation = schedule.operations()[index];
    return actionText(schedule, schedule.stageOf(device, operation.chunk()), operation);
}

std::string resultText(const Schedule& schedule, const StageResult& result)
{
    const bool activation = result.kind == ResultKind::Activation;
    return actionText(schedule, result.stage,
        PackedOperation(
            activation ? OperationKind::Forward : OperationKind::Backward, 0, result.unit));
}

/// A dependency of a stuck operation that has not run: its maker stands at or after the cursor of
/// its device, or nowhere. Its own row first: an operation that stands before what it needs is the
/// plainest reason.
StageResult missingResult(
    const Schedule& schedule, std::span<const std::size_t> cursors, int device)
{
    StageResult missing;
    for (const StageResult& result :
        dependenciesOf(schedule, device, cursors[static_cast<std::size_t>(device)])) {
        missing = result;
        const auto maker = findMaker(schedule, result);
        const int other = schedule.deviceOf(result.stage);
        if (!maker || *maker >= cursors[static_cast<std::size_t>(other)])
            break;
    }
    return missing;
}

} // namespace

Error explainDeadlock(const Schedule& schedule, std::span<const std::size_t> cursors)
{
    int device = 0;
    while (cursors[static_cast<std::size_t>(device)] == schedule.rowEnd(device))
        ++device;

    // Each stuck device waits for another, so following one wait of each must come back.
    std::vector<int> path;
    std::vector<bool> onPath(static_cast<std::size_t>(schedule.devices()), false);
    while (!onPath[static_cast<std::size_t>(device)]) {
        onPath[static_cast<std::size_t>(device)] = true;
        path.push_back(device);
        const StageResult missing = missingResult(schedule, cursors, device);
        const int next = schedule.deviceOf(missing.stage);
        const auto maker = findMaker(schedule, missing);
        const std::size_t stuck = cursors[static_cast<std::size_t>(device)];
        if (!maker)
            return {
                ErrorCode::OperationMissing, {resultText(schedule, missing), std::to_string(next)}};
        if (next == device) {
            return {ErrorCode::OrderAgainstDependency,
                {actionAt(schedule, device, stuck), actionAt(schedule, device, *maker),
                    std::to_string(device)}};
        }
        device = next;
    }

    std::string cycle;
    bool inCycle = false;
    for (const int member : path) {
        inCycle = inCycle || member == device;
        if (!inCycle)
            continue;
        const std::size_t stuck = cursors[static_cast<std::size_t>(member)];
        const auto maker = findMaker(schedule, missingResult(schedule, cursors, member));
        const int next = schedule.deviceOf(missingResult(schedule, cursors, member).stage);
        if (!cycle.empty())
            cycle += "; ";
        cycle += "device " + std::to_string(member) + " holds " + actionAt(schedule, member, stuck)
            + " for " + actionAt(schedule, next, *maker) + " of device " + std::to_string(next);
    }
    return {ErrorCode::Deadlock, {cycle}};
}

} // namespace pipegantt
