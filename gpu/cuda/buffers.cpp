// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/cuda/buffers.h"

#include "gpu/cuda/kernels/columns.h"

#include <algorithm>

namespace pipegantt::cuda {
namespace {

template <class E>
E* takeOf(const Take& take, Lifetime lifetime, std::int64_t count)
{
    return static_cast<E*>(take(lifetime, count * static_cast<std::int64_t>(sizeof(E))));
}

Statistics takeStatistics(const Take& take, bool layerNorm, std::int64_t rows)
{
    Statistics statistics;
    statistics.inverseDeviation = takeOf<float>(take, Lifetime::UntilInputGrad, rows);
    if (layerNorm)
        statistics.mean = takeOf<float>(take, Lifetime::UntilInputGrad, rows);
    return statistics;
}

template <class T>
LayerBuffers<T> takeLayer(const Shape& shape, const Take& take)
{
    const std::int64_t tokens = shape.tokens();
    const auto rows = [&](Lifetime lifetime, std::int64_t width) {
        return takeOf<T>(take, lifetime, tokens * width);
    };
    LayerBuffers<T> layer {};
    layer.norm1 = takeStatistics(take, shape.layerNorm(), tokens);
    layer.normed1 = rows(Lifetime::UntilWeightGrad, shape.hidden);
    if (shape.head_norm != 0) {
        layer.rawHeads = rows(Lifetime::UntilInputGrad, shape.rawWidth());
        layer.queryNorm = takeStatistics(take, false, tokens * shape.heads);
        layer.keyNorm = takeStatistics(take, false, tokens * shape.kv_heads);
    }
    layer.qkv = rows(Lifetime::UntilInputGrad, shape.qkvWidth());
    layer.logSums = takeOf<float>(take, Lifetime::UntilInputGrad, tokens * shape.heads);
    layer.attended = rows(Lifetime::UntilWeightGrad, shape.queryWidth());
    layer.middle = rows(Lifetime::UntilInputGrad, shape.hidden);
    layer.norm2 = takeStatistics(take, shape.layerNorm(), tokens);
    layer.normed2 = rows(Lifetime::UntilWeightGrad, shape.hidden);
    layer.raised = rows(Lifetime::UntilInputGrad, shape.mlpWidth());
    layer.activated = rows(Lifetime::UntilWeightGrad, shape.ffn);
    layer.raisedGrad = rows(Lifetime::AddedByInputGrad, shape.mlpWidth());
    layer.middleGrad = rows(Lifetime::AddedByInputGrad, shape.hidden);
    layer.qkvGrad = rows(Lifetime::AddedByInputGrad, shape.qkvWidth());
    return layer;
}

} // namespace

std::int64_t widestSum(const Shape& shape)
{
    std::int64_t widest = shape.hidden;
    if (shape.layers > 0)
        widest = std::max({widest, shape.qkvWidth(), shape.mlpWidth()});
    return widest;
}

template <class T>
Buffers<T>::Buffers(const Shape& shape, const ParameterList& parameters, const Take& take)
    : values(takeOf<T>(take, Lifetime::Weights, parameters.count()))
    , gradients(takeOf<float>(take, Lifetime::Gradients, parameters.count()))
    , mean(takeOf<float>(take, Lifetime::Optimizer, parameters.count()))
    , square(takeOf<float>(take, Lifetime::Optimizer, parameters.count()))
    , loss(takeOf<float>(take, Lifetime::Workspace, 1))
    , columnParts(takeOf<float>(
          take, Lifetime::Workspace, std::int64_t {2} * kMostChunks * widestSum(shape)))
    , productWorkspace(takeOf<std::byte>(take, Lifetime::Workspace, kProductWorkspace))
{
    const std::int64_t count = shape.tokens();
    const auto rows = [&](Lifetime lifetime, std::int64_t width) {
        return takeOf<T>(take, lifetime, count * width);
    };
    if (sizeof(T) < sizeof(float))
        master = takeOf<float>(take, Lifetime::Optimizer, parameters.count());
    const bool embedding = shape.embedding != 0;
    const bool head = shape.head != 0;
    if (embedding)
        tokens = takeOf<std::int32_t>(take, Lifetime::UntilWeightGrad, count);
    gradient.push_back(
        rows(embedding ? Lifetime::AddedByInputGrad : Lifetime::Scratch, shape.hidden));
    for (std::int64_t layer = 0; layer < shape.layers; ++layer) {
        layers.push_back(takeLayer<T>(shape, take));
        stream.push_back(rows(Lifetime::UntilInputGrad, shape.hidden));
        gradient.push_back(rows(Lifetime::AddedByInputGrad, shape.hidden));
    }
    stream.push_back(rows(head ? Lifetime::UntilInputGrad : Lifetime::Scratch, shape.hidden));
    if (head) {
        headNorm = takeStatistics(take, shape.layerNorm(), count);
        headNormed = rows(Lifetime::UntilWeightGrad, shape.hidden);
        logits = rows(Lifetime::UntilWeightGrad, shape.vocabulary);
        headLogSums = takeOf<float>(take, Lifetime::UntilInputGrad, count);
        targets = takeOf<std::int32_t>(take, Lifetime::UntilInputGrad, count);
    }
    if (shape.layers > 0 || head)
        hiddenScratch = rows(Lifetime::Scratch, shape.hidden);
    if (shape.layers == 0)
        return;
    ffnScratch = rows(Lifetime::Scratch, shape.ffn);
    queryScratch = rows(Lifetime::Scratch, shape.queryWidth());
    if (shape.rotary())
        rotary = takeOf<float>(take, Lifetime::Scratch, shape.sequence * shape.head_dim);
    attentionProducts = takeOf<float>(take, Lifetime::Workspace, count * shape.heads);
}

template class Buffers<float>;
template class Buffers<Bfloat16>;

} // namespace pipegantt::cuda
