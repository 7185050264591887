// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/deadlock.h"

#include "core/schedule/dependency.h"

#include <algorithm>
#include <string>

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

/// The error of the first stuck device whose wait leads to an operation that nobody runs.
Error missingMaker(const Schedule& schedule, std::span<const std::size_t> cursors)
{
    int device = 0;
    while (cursors[static_cast<std::size_t>(device)] == schedule.rowEnd(device))
        ++device;
    StageResult missing = missingResult(schedule, cursors, device);
    while (findMaker(schedule, missing))
        missing = missingResult(schedule, cursors, schedule.deviceOf(missing.stage));
    return {ErrorCode::OperationMissing,
        {resultText(schedule, missing), std::to_string(schedule.deviceOf(missing.stage))}};
}

/// Which results have been made.
class Made
{
public:
    explicit Made(const Schedule& schedule)
        : m_units(static_cast<std::size_t>(schedule.units()))
        , m_made(2 * static_cast<std::size_t>(schedule.stages()) * m_units)
    {
    }

    [[nodiscard]] bool has(const StageResult& result) const { return m_made[at(result)]; }
    void add(const StageResult& result) { m_made[at(result)] = true; }

private:
    [[nodiscard]] std::size_t at(const StageResult& result) const
    {
        const std::size_t part = static_cast<std::size_t>(result.stage) * m_units
            + static_cast<std::size_t>(result.unit);
        return 2 * part + (result.kind == ResultKind::Gradient ? 1 : 0);
    }

    std::size_t m_units;
    std::vector<bool> m_made;
};

} // namespace

std::vector<std::size_t> runWithoutTimes(const Schedule& schedule)
{
    Made made(schedule);
    std::vector<std::size_t> cursors;
    cursors.reserve(static_cast<std::size_t>(schedule.devices()));
    for (int device = 0; device < schedule.devices(); ++device)
        cursors.push_back(schedule.rowBegin(device));
    std::size_t left = schedule.operations().size();
    for (bool moved = true; moved && left > 0;) {
        moved = false;
        for (int device = 0; device < schedule.devices(); ++device) {
            std::size_t& cursor = cursors[static_cast<std::size_t>(device)];
            for (; cursor < schedule.rowEnd(device); ++cursor, --left) {
                const PackedOperation operation = schedule.operations()[cursor];
                const Dependencies needed = dependenciesOf(schedule, device, cursor);
                if (!std::ranges::all_of(
                        needed, [&](const StageResult& result) { return made.has(result); }))
                    break;
                const int stage = schedule.stageOf(device, operation.chunk());
                if (isForward(operation.kind()))
                    made.add({ResultKind::Activation, stage, operation.unit()});
                else if (makesGradient(operation.kind()))
                    made.add({ResultKind::Gradient, stage, operation.unit()});
                moved = true;
            }
        }
    }
    return cursors;
}

std::vector<Waiting> waitingCycle(const Schedule& schedule, std::span<const std::size_t> cursors)
{
    int device = 0;
    while (cursors[static_cast<std::size_t>(device)] == schedule.rowEnd(device))
        ++device;

    // Each stuck device waits for another, so following one wait of each must come back.
    std::vector<Waiting> path;
    const auto known = [&] { return std::ranges::find(path, device, &Waiting::device); };
    while (known() == path.end()) {
        const StageResult missing = missingResult(schedule, cursors, device);
        const auto maker = findMaker(schedule, missing);
        if (!maker)
            return {};
        const int next = schedule.deviceOf(missing.stage);
        path.push_back({device, cursors[static_cast<std::size_t>(device)], *maker, next});
        if (next == device)
            return {path.back()};
        device = next;
    }
    return {known(), path.end()};
}

Error explainDeadlock(const Schedule& schedule, std::span<const std::size_t> cursors)
{
    const std::vector<Waiting> cycle = waitingCycle(schedule, cursors);
    if (cycle.empty())
        return missingMaker(schedule, cursors);
    if (cycle.size() == 1) {
        const Waiting& own = cycle.front();
        return {ErrorCode::OrderAgainstDependency,
            {actionAt(schedule, own.device, own.operation),
                actionAt(schedule, own.device, own.maker), std::to_string(own.device)}};
    }
    std::string text;
    for (const Waiting& one : cycle) {
        if (!text.empty())
            text += "; ";
        text += "device " + std::to_string(one.device) + " holds "
            + actionAt(schedule, one.device, one.operation) + " for "
            + actionAt(schedule, one.makerDevice, one.maker) + " of device "
            + std::to_string(one.makerDevice);
    }
    return {ErrorCode::Deadlock, {text}};
}

} // namespace pipegantt
