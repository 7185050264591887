// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/validate.h"

#include "core/schedule/deadlock.h"
#include "core/schedule/dependency.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pipegantt {
namespace {

/// A half of a pair is the pass that it is.
OperationKind pass(OperationKind kind)
{
    if (kind == OperationKind::Pair)
        return OperationKind::Forward;
    return kind == OperationKind::PairedBackward ? OperationKind::Backward : kind;
}

/// For each (stage, unit), which kinds of operation stand in a row so far.
class Presence
{
public:
    explicit Presence(const Schedule& schedule)
        : m_units(static_cast<std::size_t>(schedule.units()))
        , m_kinds(static_cast<std::size_t>(schedule.stages()) * m_units, 0)
    {
    }

    [[nodiscard]] bool has(int stage, int unit, OperationKind kind) const
    {
        return (unsigned {m_kinds[at(stage, unit)]} >> static_cast<unsigned>(kind) & 1U) != 0;
    }
    void add(int stage, int unit, OperationKind kind)
    {
        std::uint8_t& kinds = m_kinds[at(stage, unit)];
        kinds = static_cast<std::uint8_t>(kinds | 1U << static_cast<unsigned>(kind));
    }
    [[nodiscard]] bool has(const StageResult& result) const
    {
        if (result.kind == ResultKind::Activation)
            return has(result.stage, result.unit, OperationKind::Forward);
        return has(result.stage, result.unit, OperationKind::Backward)
            || has(result.stage, result.unit, OperationKind::InputGrad);
    }

private:
    [[nodiscard]] std::size_t at(int stage, int unit) const
    {
        return static_cast<std::size_t>(stage) * m_units + static_cast<std::size_t>(unit);
    }

    std::size_t m_units;
    std::vector<std::uint8_t> m_kinds;
};

/// A full backward pass and a split one exclude each other.
bool excludes(const Presence& presence, int stage, int unit, OperationKind kind)
{
    switch (kind) {
    case OperationKind::Backward:
        return presence.has(stage, unit, OperationKind::InputGrad)
            || presence.has(stage, unit, OperationKind::WeightGrad);
    case OperationKind::InputGrad:
    case OperationKind::WeightGrad:
        return presence.has(stage, unit, OperationKind::Backward);
    default:
        break;
    }
    return false;
}

/// Whether a Pair has its PairedBackward right behind it, and the other way round.
bool standsPaired(std::span<const PackedOperation> row, std::size_t i)
{
    const bool followed = i + 1 < row.size() && row[i + 1].kind() == OperationKind::PairedBackward;
    const bool led = i > 0 && row[i - 1].kind() == OperationKind::Pair;
    return (row[i].kind() == OperationKind::Pair) == followed
        && (row[i].kind() == OperationKind::PairedBackward) == led;
}

Result<void> checkOperation(const Schedule& schedule, int device, std::size_t i, Presence& presence)
{
    const PackedOperation operation = schedule.row(device)[i];
    const int unit = operation.unit();
    const int stage =
        operation.chunk() < schedule.chunks() ? schedule.stageOf(device, operation.chunk()) : -1;
    const bool known = stage >= 0 && unit < schedule.units() && schedule.runs(stage, unit)
        && standsPaired(schedule.row(device), i);
    const OperationKind kind = pass(operation.kind());
    if (!known || excludes(presence, stage, unit, kind)) {
        return failure(ErrorCode::OperationMisplaced,
            {actionText(schedule, std::max(stage, 0), operation), std::to_string(device)});
    }
    if (presence.has(stage, unit, kind)) {
        return failure(ErrorCode::OperationDuplicated,
            {actionText(schedule, stage, operation), std::to_string(device)});
    }
    // No result tells the passes after it that activations were made again, so the row must.
    const bool late = presence.has({ResultKind::Gradient, stage, unit});
    if (kind == OperationKind::Recompute && late) {
        return failure(ErrorCode::OrderAgainstDependency,
            {actionText(schedule, stage, PackedOperation(OperationKind::Backward, 0, unit)),
                actionText(schedule, stage, operation), std::to_string(device)});
    }
    presence.add(stage, unit, kind);
    return {};
}

Result<void> checkComplete(
    const Schedule& schedule, int stage, int unit, bool hasBackward, const Presence& presence)
{
    const bool split = presence.has(stage, unit, OperationKind::InputGrad)
        || presence.has(stage, unit, OperationKind::WeightGrad);
    std::array<std::optional<OperationKind>, 3> required {OperationKind::Forward};
    if (hasBackward && split)
        required = {OperationKind::Forward, OperationKind::InputGrad, OperationKind::WeightGrad};
    else if (hasBackward)
        required[1] = OperationKind::Backward;
    for (const std::optional<OperationKind> kind : required) {
        if (!kind || presence.has(stage, unit, *kind))
            continue;
        return failure(ErrorCode::OperationMissing,
            {actionText(schedule, stage, PackedOperation(*kind, 0, unit)),
                std::to_string(schedule.deviceOf(stage))});
    }
    return {};
}

} // namespace

Result<void> validate(const Schedule& schedule)
{
    Presence presence(schedule);
    for (int device = 0; device < schedule.devices(); ++device) {
        for (std::size_t i = 0; i < schedule.row(device).size(); ++i) {
            if (Result<void> fits = checkOperation(schedule, device, i, presence); !fits)
                return fits;
        }
    }
    const bool hasBackward = std::ranges::any_of(schedule.operations(),
        [](PackedOperation operation) { return operation.kind() != OperationKind::Forward; });
    for (int stage = 0; stage < schedule.stages(); ++stage) {
        for (int unit = 0; unit < schedule.units(); ++unit) {
            if (!schedule.runs(stage, unit))
                continue;
            Result<void> complete = checkComplete(schedule, stage, unit, hasBackward, presence);
            if (!complete)
                return complete;
        }
    }
    const std::vector<std::size_t> cursors = runWithoutTimes(schedule);
    for (int device = 0; device < schedule.devices(); ++device) {
        if (cursors[static_cast<std::size_t>(device)] != schedule.rowEnd(device))
            return tl::unexpected(explainDeadlock(schedule, cursors));
    }
    return {};
}

} // namespace pipegantt
