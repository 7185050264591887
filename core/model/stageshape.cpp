// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/stageshape.h"

#include <string>

namespace pipegantt {
namespace {

Result<void> checkRange(
    std::string_view name, std::int64_t value, std::int64_t least, std::int64_t most)
{
    if (value >= least && value <= most)
        return {};
    return failure(ErrorCode::OutOfRange,
        {std::string(name), std::to_string(value), std::to_string(least), std::to_string(most)});
}

Result<void> checkDivides(const StageShape& stage)
{
    struct Row
    {
        std::string_view name;
        std::int64_t value;
        bool used;
    };
    const bool layers = stage.layers > 0;
    for (const Row& row : {Row {"heads", stage.model.heads, layers},
             Row {"key and value heads", stage.model.kvHeads, layers},
             Row {"feed-forward width", stage.model.ffn, layers},
             Row {"vocabulary", stage.model.vocabulary, stage.embedding || stage.head}}) {
        if (row.used && row.value % stage.tensorParallel != 0) {
            return failure(ErrorCode::StageDoesNotDivide,
                {stage.model.id, std::string(row.name), std::to_string(row.value),
                    std::to_string(stage.tensorParallel)});
        }
    }
    return {};
}

} // namespace

std::string_view elementName(ElementType type)
{
    return type == ElementType::Float32 ? "float32" : "bfloat16";
}

Result<void> checkStage(const StageShape& stage)
{
    const ModelShape& model = stage.model;
    if (model.experts.count > 0)
        return failure(ErrorCode::StageUnsupported, {model.id, "experts"});
    if (model.latent.queryRank > 0)
        return failure(ErrorCode::StageUnsupported, {model.id, "latent attention"});
    const bool mayBeEmpty = stage.embedding || stage.head;
    const bool table = stage.embedding && model.positions == PositionKind::Learned;
    return checkRange("layers-per-stage", stage.layers, mayBeEmpty ? 0 : 1, model.layers)
        .and_then([&] {
            return checkRange("micro-batch-size", stage.microbatch, 1, kMostMicrobatchSize);
        })
        .and_then([&] {
            return checkRange(
                "sequence", stage.sequence, 1, table ? model.sequence : kMostSequence);
        })
        .and_then([&] { return checkRange("tensor-parallel", stage.tensorParallel, 1, 1024); })
        .and_then([&] { return checkDivides(stage); });
}

std::int64_t parameterCount(const StageShape& stage)
{
    const ModelShape& model = stage.model;
    const std::int64_t h = model.hidden;
    const std::int64_t norm = model.norm == NormKind::LayerNorm ? 2 * h : h;
    const bool all = model.bias == BiasKind::All;
    std::int64_t layer = 2 * norm + h * stage.qkvWidth() + stage.queryWidth() * h;
    layer += h * stage.mlpWidth() + stage.ffn() * h;
    if (model.bias != BiasKind::None)
        layer += stage.qkvWidth();
    if (all)
        layer += 2 * h + stage.mlpWidth();
    if (model.headNorm)
        layer += 2 * model.headDim;
    std::int64_t count = stage.layers * layer;
    if (stage.embedding)
        count += stage.vocabulary() * h;
    if (stage.embedding && model.positions == PositionKind::Learned)
        count += model.sequence * h;
    if (stage.head)
        count += norm + stage.vocabulary() * h;
    return count;
}

} // namespace pipegantt
