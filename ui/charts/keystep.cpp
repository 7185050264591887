// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/keystep.h"

#include "core/plan/parameter.h"

#include <qnamespace.h>

#include <algorithm>

namespace pipegantt {

std::optional<int> microbatchesAfter(int key, int microbatches)
{
    std::int64_t wanted = microbatches;
    switch (key) {
    case Qt::Key_Left:
        wanted -= 1;
        break;
    case Qt::Key_Right:
        wanted += 1;
        break;
    case Qt::Key_PageUp:
        wanted /= 2;
        break;
    case Qt::Key_PageDown:
        wanted *= 2;
        break;
    default:
        return std::nullopt;
    }
    const ParameterInfo& range = info(Parameter::Microbatches);
    return static_cast<int>(std::clamp(wanted, range.minimum, range.maximum));
}

} // namespace pipegantt
