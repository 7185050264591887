// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/dependency.h"

namespace pipegantt {

std::optional<StageResult> remoteDependency(
    const Schedule& schedule, int stage, PackedOperation operation)
{
    const OperationKind kind = operation.kind();
    const Placement& placement = schedule.placement();
    if (isForward(kind)) {
        if (placement.isFirst(stage))
            return std::nullopt;
        return StageResult {ResultKind::Activation, stage - 1, operation.unit()};
    }
    const bool awaitsGradient =
        makesGradient(kind) || (kind == OperationKind::Recompute && !schedule.recomputesEarly());
    if (!awaitsGradient || placement.isLast(stage))
        return std::nullopt;
    return StageResult {ResultKind::Gradient, stage + 1, operation.unit()};
}

std::optional<StageResult> localDependency(
    const Schedule& schedule, int stage, PackedOperation operation)
{
    const OperationKind kind = operation.kind();
    const int unit = operation.unit();
    const int slice = unit % schedule.slices();
    if (isForward(kind)) {
        if (slice == 0)
            return std::nullopt;
        return StageResult {ResultKind::Activation, stage, unit - 1};
    }
    if (makesGradient(kind)) {
        if (slice + 1 < schedule.slices())
            return StageResult {ResultKind::Gradient, stage, unit + 1};
        return StageResult {ResultKind::Activation, stage, unit};
    }
    if (kind == OperationKind::WeightGrad)
        return StageResult {ResultKind::Gradient, stage, unit};
    if (kind == OperationKind::Recompute)
        return StageResult {ResultKind::Activation, stage, unit};
    return std::nullopt;
}

Dependencies dependenciesOf(const Schedule& schedule, int device, std::size_t index)
{
    const auto stageAt = [&](std::size_t at) {
        return schedule.stageOf(device, schedule.operations()[at].chunk());
    };
    const auto operations = schedule.operations();
    Dependencies found;
    if (operations[index].kind() == OperationKind::PairedBackward)
        return found;
    const bool paired = operations[index].kind() == OperationKind::Pair;
    const std::size_t last = paired && index + 1 < schedule.rowEnd(device) ? index + 1 : index;
    for (std::size_t at = index; at <= last; ++at)
        found.add(localDependency(schedule, stageAt(at), operations[at]));
    for (std::size_t at = index; at <= last; ++at)
        found.add(remoteDependency(schedule, stageAt(at), operations[at]));
    return found;
}

bool makes(int stage, PackedOperation operation, StageResult result)
{
    if (stage != result.stage || operation.unit() != result.unit)
        return false;
    return result.kind == ResultKind::Activation ? isForward(operation.kind())
                                                 : makesGradient(operation.kind());
}

std::optional<std::size_t> findMaker(const Schedule& schedule, StageResult result)
{
    const int device = schedule.deviceOf(result.stage);
    for (std::size_t i = schedule.rowBegin(device); i < schedule.rowEnd(device); ++i) {
        const PackedOperation operation = schedule.operations()[i];
        if (makes(schedule.stageOf(device, operation.chunk()), operation, result))
            return i;
    }
    return std::nullopt;
}

} // namespace pipegantt
