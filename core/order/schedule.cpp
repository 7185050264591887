// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/order/schedule.h"

namespace pipegantt {

void Schedule::reset(const Placement& placement, int microbatches, int slices)
{
    m_placement = placement;
    m_microbatches = microbatches;
    m_slices = slices;
    m_recomputesEarly = false;
    m_stepsAtEnd = false;
    m_operations.clear();
    m_rowEnds.clear();
    m_rowEnds.reserve(static_cast<std::size_t>(placement.devices()));
}

bool endsWithStep(const Schedule& schedule)
{
    return !schedule.operations().empty()
        && schedule.operations().back().kind() == OperationKind::OptimizerStep;
}

std::string actionText(const Schedule& schedule, int stage, PackedOperation operation)
{
    const Operation one = schedule.unpacked(operation);
    std::string text = std::to_string(schedule.placement().modelStage(stage));
    text += operationLetter(one.kind);
    text += std::to_string(one.microbatch.value);
    if (schedule.slices() > 1)
        text += '.' + std::to_string(one.slice.value);
    return text;
}

} // namespace pipegantt
