// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/edit.h"

#include "core/schedule/deadlock.h"
#include "core/schedule/validate.h"

#include <algorithm>
#include <optional>
#include <string>

namespace pipegantt {
namespace {

using Operations = std::vector<PackedOperation>;

/// `schedule` with another row for `device`.
Schedule withRow(const Schedule& schedule, int device, const Operations& row)
{
    Schedule changed;
    changed.reset(schedule.placement(), schedule.microbatches(), schedule.slices());
    changed.setRecomputesEarly(schedule.recomputesEarly());
    changed.reserve(schedule.operations().size());
    for (int one = 0; one < schedule.devices(); ++one) {
        const auto kept = schedule.row(one);
        const std::span<const PackedOperation> now = one == device ? std::span(row) : kept;
        for (const PackedOperation operation : now)
            changed.append(operation.kind(), operation.chunk(), operation.unit());
        changed.finishDevice();
    }
    return changed;
}

std::string textAt(const Schedule& schedule, int device, std::size_t index)
{
    const PackedOperation operation = schedule.operations()[index];
    return actionText(schedule, schedule.stageOf(device, operation.chunk()), operation);
}

/// Where the operation at `index` of `after` stands in `before`, which has the same rows in another
/// order.
std::size_t indexBefore(
    const Schedule& before, const Schedule& after, int device, std::size_t index)
{
    const auto row = before.row(device);
    const auto found = std::ranges::find(row, after.operations()[index]);
    return before.rowBegin(device) + static_cast<std::size_t>(found - row.begin());
}

/// Why `after` cannot run, where moving the operation called `moved` has made it of `before`.
std::optional<Refusal> refusalOf(
    const Schedule& before, const Schedule& after, const std::string& moved)
{
    const std::vector<std::size_t> cursors = runWithoutTimes(after);
    int device = 0;
    while (device < after.devices()
        && cursors[static_cast<std::size_t>(device)] == after.rowEnd(device))
        ++device;
    if (device == after.devices())
        return std::nullopt;
    const std::vector<Waiting> cycle = waitingCycle(after, cursors);
    Refusal refusal {explainDeadlock(after, cursors), {}};
    for (const Waiting& one : cycle) {
        refusal.needs.push_back({indexBefore(before, after, one.makerDevice, one.maker),
            one.makerDevice, indexBefore(before, after, one.device, one.operation), one.device});
    }
    if (cycle.size() == 1) {
        const Waiting& own = cycle.front();
        refusal.error = {ErrorCode::MoveAgainstNeed,
            {moved, textAt(after, own.device, own.maker),
                textAt(after, own.device, own.operation)}};
    } else if (!cycle.empty()) {
        // In no language: what waits, and for what.
        std::string circle;
        for (const Waiting& one : cycle) {
            circle += (circle.empty() ? "" : ", ") + textAt(after, one.device, one.operation)
                + " ← " + textAt(after, one.makerDevice, one.maker);
        }
        refusal.error = {ErrorCode::MoveIntoDeadlock, {moved, circle}};
    }
    return refusal;
}

/// First and last place of what moves as one with the operation at `at`.
struct Block
{
    std::size_t begin = 0;
    std::size_t end = 0;
};

Block blockAt(std::span<const PackedOperation> row, std::size_t at)
{
    if (row[at].kind() == OperationKind::Pair)
        return {at, std::min(at + 2, row.size())};
    if (row[at].kind() == OperationKind::PairedBackward && at > 0)
        return {at - 1, at + 1};
    return {at, at + 1};
}

} // namespace

Edited moveOperation(const Schedule& schedule, int device, std::size_t from, std::size_t to)
{
    const auto row = schedule.row(device);
    const Block block = blockAt(row, from);
    Operations rest(row.begin(), row.end());
    const auto begin = rest.begin() + static_cast<std::ptrdiff_t>(block.begin);
    const auto end = rest.begin() + static_cast<std::ptrdiff_t>(block.end);
    const Operations moved(begin, end);
    rest.erase(begin, end);
    std::size_t place = std::min(to, rest.size());
    if (place > 0 && rest[place - 1].kind() == OperationKind::Pair)
        ++place;
    rest.insert(rest.begin() + static_cast<std::ptrdiff_t>(place), moved.begin(), moved.end());

    Schedule changed = withRow(schedule, device, rest);
    const std::string text = textAt(schedule, device, schedule.rowBegin(device) + from);
    if (std::optional<Refusal> refusal = refusalOf(schedule, changed, text))
        return tl::unexpected(*std::move(refusal));
    if (const Result<void> valid = validate(changed); !valid)
        return tl::unexpected(Refusal {valid.error(), {}});
    return changed;
}

} // namespace pipegantt
