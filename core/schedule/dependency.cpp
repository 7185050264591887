// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/dependency.h"

namespace pipegantt {

std::optional<StageResult> remoteDependency(
    const Schedule& schedule, int stage, PackedOperation operation)
{
    switch (operation.kind()) {
    case OperationKind::Forward:
        if (stage > 0)
            return StageResult {ResultKind::Activation, stage - 1, operation.microbatch()};
        return std::nullopt;
    case OperationKind::InputGrad:
    case OperationKind::Backward:
        if (stage + 1 < schedule.stages())
            return StageResult {ResultKind::Gradient, stage + 1, operation.microbatch()};
        return std::nullopt;
    case OperationKind::WeightGrad:
        break;
    }
    return std::nullopt;
}

std::optional<StageResult> localDependency(int stage, PackedOperation operation)
{
    switch (operation.kind()) {
    case OperationKind::InputGrad:
    case OperationKind::Backward:
        return StageResult {ResultKind::Activation, stage, operation.microbatch()};
    case OperationKind::WeightGrad:
        return StageResult {ResultKind::Gradient, stage, operation.microbatch()};
    case OperationKind::Forward:
        break;
    }
    return std::nullopt;
}

bool makes(int stage, PackedOperation operation, StageResult result)
{
    if (stage != result.stage || operation.microbatch() != result.microbatch)
        return false;
    const OperationKind kind = operation.kind();
    if (result.kind == ResultKind::Activation)
        return kind == OperationKind::Forward;
    return kind == OperationKind::InputGrad || kind == OperationKind::Backward;
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
