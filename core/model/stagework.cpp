// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/stagework.h"

namespace pipegantt {

StageWork stageWork(const StageShape& stage)
{
    const auto real = [](std::int64_t value) { return static_cast<double>(value); };
    const double tokens = real(stage.tokens());
    const double h = real(stage.model.hidden);
    const double matrices = real(stage.layers)
        * (h * real(stage.qkvWidth() + stage.queryWidth())
            + h * real(stage.mlpWidth() + stage.ffn()));
    const double head = stage.head ? h * real(stage.vocabulary()) : 0;
    const double products = 2 * tokens * (matrices + head);

    // Scores, and values by weights: two products over s (s + 1) / 2 pairs for each head.
    const double pairs = tokens * (real(stage.sequence) + 1) / 2;
    const double attention = real(stage.layers) * 2 * 2 * pairs * real(stage.queryWidth());
    // Backward, each has the gradients of both its factors.
    return {products + attention, products + 2 * attention, products};
}

} // namespace pipegantt
