// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/modelshape.h"

namespace pipegantt {
namespace {

std::int64_t normParameters(const ModelShape& model)
{
    return model.norm == NormKind::LayerNorm ? 2 * model.hidden : model.hidden;
}

std::int64_t latentAttentionParameters(const ModelShape& model)
{
    const LatentAttention& a = model.latent;
    const std::int64_t h = model.hidden;
    const std::int64_t n = model.heads;
    const std::int64_t query = h * a.queryRank + a.queryRank // down, and its norm
        + a.queryRank * n * (a.plainDim + a.rotaryDim);
    const std::int64_t keyValue = h * (a.keyValueRank + a.rotaryDim) + a.keyValueRank
        + a.keyValueRank * n * (a.plainDim + a.valueDim);
    return query + keyValue + n * a.valueDim * h;
}

std::int64_t attentionParameters(const ModelShape& model)
{
    if (model.latent.queryRank > 0)
        return latentAttentionParameters(model);
    const std::int64_t query = model.heads * model.headDim;
    const std::int64_t all = query + 2 * model.kvHeads * model.headDim;
    std::int64_t count = model.hidden * all + query * model.hidden;
    if (model.bias != BiasKind::None)
        count += all;
    if (model.bias == BiasKind::All)
        count += model.hidden;
    return count + (model.headNorm ? 2 * model.headDim : 0);
}

std::int64_t feedForwardParameters(const ModelShape& model, std::int64_t width)
{
    const std::int64_t matrices = model.mlp == MlpKind::SwiGlu ? 3 : 2;
    const std::int64_t bias =
        model.bias == BiasKind::All ? (matrices - 1) * width + model.hidden : 0;
    return matrices * model.hidden * width + bias;
}

/// Of the feed-forward parts of all layers, with `routed` experts in each that has any.
std::int64_t allFeedForward(const ModelShape& model, int routed)
{
    const Experts& experts = model.experts;
    const std::int64_t dense = feedForwardParameters(model, model.ffn);
    if (experts.count == 0)
        return model.layers * dense;
    const std::int64_t router = experts.count * (model.hidden + (experts.routerBias ? 1 : 0));
    const std::int64_t mixed =
        (routed + experts.shared) * feedForwardParameters(model, experts.ffn) + router;
    return experts.denseLayers * dense + (model.layers - experts.denseLayers) * mixed;
}

std::int64_t count(const ModelShape& model, int routed)
{
    const std::int64_t norms = normParameters(model);
    const std::int64_t tables = model.tiedEmbedding ? 1 : 2;
    return model.layers * (attentionParameters(model) + 2 * norms) + allFeedForward(model, routed)
        + norms + tables * model.vocabulary * model.hidden;
}

} // namespace

std::int64_t parameterCount(const ModelShape& model)
{
    const bool table = model.positions == PositionKind::Learned;
    return count(model, model.experts.count) + (table ? model.sequence * model.hidden : 0);
}

std::int64_t activeParameterCount(const ModelShape& model)
{
    return count(model, model.experts.active);
}

} // namespace pipegantt
