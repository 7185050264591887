// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/device/stagedevice.h"

namespace pipegantt {

std::int64_t tensorSize(const StageShape& stage, StageTensor tensor)
{
    switch (tensor) {
    case StageTensor::Output:
        return stage.tokens() * stage.model.hidden;
    case StageTensor::InputGradient:
        return stage.embedding ? 0 : stage.tokens() * stage.model.hidden;
    case StageTensor::Loss:
        return stage.head ? 1 : 0;
    case StageTensor::Parameters:
    case StageTensor::ParameterGradients:
        break;
    }
    return parameterCount(stage);
}

} // namespace pipegantt
