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

/// For each (stage, micro-batch), which kinds of operation stand in a row so far.
class Presence
{
public:
    explicit Presence(const Schedule& schedule)
        : m_microbatches(static_cast<std::size_t>(schedule.microbatches()))
        , m_kinds(static_cast<std::size_t>(schedule.stages()) * m_microbatches, 0)
    {
    }

    [[nodiscard]] bool has(int stage, int microbatch, OperationKind kind) const
    {
        return (unsigned {m_kinds[at(stage, microbatch)]} >> static_cast<unsigned>(kind) & 1U) != 0;
    }
    void add(int stage, int microbatch, OperationKind kind)
    {
        std::uint8_t& kinds = m_kinds[at(stage, microbatch)];
        kinds = static_cast<std::uint8_t>(kinds | 1U << static_cast<unsigned>(kind));
    }
    [[nodiscard]] bool has(const StageResult& result) const
    {
        if (result.kind == ResultKind::Activation)
            return has(result.stage, result.microbatch, OperationKind::Forward);
        return has(result.stage, result.microbatch, OperationKind::Backward)
            || has(result.stage, result.microbatch, OperationKind::InputGrad);
    }

private:
    [[nodiscard]] std::size_t at(int stage, int microbatch) const
    {
        return static_cast<std::size_t>(stage) * m_microbatches
            + static_cast<std::size_t>(microbatch);
    }

    std::size_t m_microbatches;
    std::vector<std::uint8_t> m_kinds;
};

/// A full backward pass and a split one exclude each other.
bool excludes(const Presence& presence, int stage, PackedOperation operation)
{
    const int microbatch = operation.microbatch();
    switch (operation.kind()) {
    case OperationKind::Backward:
        return presence.has(stage, microbatch, OperationKind::InputGrad)
            || presence.has(stage, microbatch, OperationKind::WeightGrad);
    case OperationKind::InputGrad:
    case OperationKind::WeightGrad:
        return presence.has(stage, microbatch, OperationKind::Backward);
    case OperationKind::Forward:
        break;
    }
    return false;
}

Result<void> checkRow(const Schedule& schedule, int device, Presence& presence)
{
    for (const PackedOperation operation : schedule.row(device)) {
        const bool known = operation.chunk() < schedule.chunks()
            && operation.microbatch() < schedule.microbatches();
        const int stage = schedule.stageOf(device, operation.chunk());
        if (!known || excludes(presence, stage, operation)) {
            return failure(ErrorCode::OperationMisplaced,
                {actionText({stage}, operation), std::to_string(device)});
        }
        if (presence.has(stage, operation.microbatch(), operation.kind())) {
            return failure(ErrorCode::OperationDuplicated,
                {actionText({stage}, operation), std::to_string(device)});
        }
        presence.add(stage, operation.microbatch(), operation.kind());
    }
    return {};
}

Result<void> checkComplete(
    const Schedule& schedule, int stage, int microbatch, bool hasBackward, const Presence& presence)
{
    const bool split = presence.has(stage, microbatch, OperationKind::InputGrad)
        || presence.has(stage, microbatch, OperationKind::WeightGrad);
    std::array<std::optional<OperationKind>, 3> required {OperationKind::Forward};
    if (hasBackward && split)
        required = {OperationKind::Forward, OperationKind::InputGrad, OperationKind::WeightGrad};
    else if (hasBackward)
        required[1] = OperationKind::Backward;
    for (const std::optional<OperationKind> kind : required) {
        if (!kind || presence.has(stage, microbatch, *kind))
            continue;
        return failure(ErrorCode::OperationMissing,
            {actionText({stage}, PackedOperation(*kind, 0, microbatch)),
                std::to_string(schedule.deviceOf(stage))});
    }
    return {};
}

/// Lets every device run as far as it can, without times; whoever is left is in a deadlock.
Result<void> checkProgress(const Schedule& schedule)
{
    Presence done(schedule);
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
                const int stage = schedule.stageOf(device, operation.chunk());
                const auto remote = remoteDependency(schedule, stage, operation);
                const auto local = localDependency(stage, operation);
                if ((remote && !done.has(*remote)) || (local && !done.has(*local)))
                    break;
                done.add(stage, operation.microbatch(), operation.kind());
                moved = true;
            }
        }
    }
    if (left > 0)
        return tl::unexpected(explainDeadlock(schedule, cursors));
    return {};
}

} // namespace

Result<void> validate(const Schedule& schedule)
{
    Presence presence(schedule);
    for (int device = 0; device < schedule.devices(); ++device) {
        if (Result<void> row = checkRow(schedule, device, presence); !row)
            return row;
    }
    const bool hasBackward = std::ranges::any_of(schedule.operations(),
        [](PackedOperation operation) { return operation.kind() != OperationKind::Forward; });
    for (int stage = 0; stage < schedule.stages(); ++stage) {
        for (int microbatch = 0; microbatch < schedule.microbatches(); ++microbatch) {
            Result<void> complete =
                checkComplete(schedule, stage, microbatch, hasBackward, presence);
            if (!complete)
                return complete;
        }
    }
    return checkProgress(schedule);
}

} // namespace pipegantt
