// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/stagememory.h"

#include <numeric>

namespace pipegantt {
namespace {

/// Statistics of rows, token ids and sums are of 32 bits whatever the element type.
constexpr std::int64_t kWord = 4;

std::int64_t statistics(const ModelShape& model)
{
    return model.norm == NormKind::LayerNorm ? 2 : 1; // mean and deviation, or deviation
}

} // namespace

StageMemory stageMemory(const StageShape& stage)
{
    const ModelShape& model = stage.model;
    const std::int64_t e = elementSize(stage.element);
    const std::int64_t tokens = stage.tokens();
    const std::int64_t h = model.hidden;
    const std::int64_t f = stage.ffn();
    const std::int64_t stats = statistics(model) * kWord;

    // For each token. The inputs of matrices live until the weight gradient: both norms' outputs,
    // attention's and the activation function's.
    const std::int64_t layerKept = e * (2 * h + stage.queryWidth() + f);
    std::int64_t layerReleased =
        e * (2 * h + stage.qkvWidth() + stage.mlpWidth()) + 2 * stats + kWord * stage.heads();
    if (model.headNorm) {
        layerReleased +=
            e * (stage.queryWidth() + stage.keyWidth()) + kWord * (stage.heads() + stage.kvHeads());
    }
    const std::int64_t layerAdded = e * (2 * h + stage.mlpWidth() + stage.qkvWidth());

    std::int64_t kept = stage.layers * layerKept;
    std::int64_t released = stage.layers * layerReleased;
    std::int64_t added = stage.layers * layerAdded;
    if (stage.embedding) {
        kept += kWord;
        added += e * h;
    }
    if (stage.head) {
        // The gradient of the logits takes their place.
        kept += e * (h + stage.vocabulary());
        released += e * h + stats + 2 * kWord;
    }
    // What goes on to the next stage and back to the one before, and gradients on their way through
    // a layer.
    const std::int64_t streams =
        (stage.head ? 0 : 1) + (stage.embedding ? 0 : 1) + (stage.layers > 0 || stage.head ? 1 : 0);
    std::int64_t scratch = tokens * e * streams * h;
    if (stage.layers > 0) {
        scratch += tokens * e * (f + stage.queryWidth());
        if (model.positions == PositionKind::Rotary)
            scratch += kWord * stage.sequence * model.headDim;
    }

    const std::int64_t parameters = parameterCount(stage);
    StageMemory memory;
    memory.weights = {parameters * e};
    memory.gradients = {parameters * kWord};
    memory.optimizer = {parameters * kWord * (stage.element == ElementType::Float32 ? 2 : 3)};
    memory.keptForWeightGrad = {tokens * kept};
    memory.saved = {tokens * (kept + released)};
    memory.addedByInputGrad = {tokens * added};
    memory.scratch = {scratch};
    return memory;
}

std::int64_t largestMicrobatch(StageShape stage, Bytes room)
{
    std::int64_t fits = 0;
    std::int64_t tooMany = kMostMicrobatchSize + 1;
    while (tooMany - fits > 1) {
        stage.microbatch = std::midpoint(fits, tooMany);
        (stageMemory(stage).total() <= room ? fits : tooMany) = stage.microbatch;
    }
    return fits;
}

} // namespace pipegantt
