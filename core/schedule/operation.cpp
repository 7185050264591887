// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/operation.h"

namespace pipegantt {

std::string actionText(StageIndex stage, PackedOperation operation)
{
    std::string text = std::to_string(stage.value);
    text += operationLetter(operation.kind());
    text += std::to_string(operation.microbatch());
    return text;
}

} // namespace pipegantt
