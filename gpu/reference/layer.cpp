// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/reference/layer.h"

#include "gpu/reference/activation.h"

#include <algorithm>

namespace pipegantt::reference {
namespace {

template <class T>
Norm<T> withStatistics(Norm<T> norm, Arena& arena, std::int64_t rows)
{
    norm.inverseDeviation = arena.take<T>(Lifetime::UntilInputGrad, rows);
    if (norm.kind == NormKind::LayerNorm)
        norm.mean = arena.take<T>(Lifetime::UntilInputGrad, rows);
    return norm;
}

} // namespace

template <class T>
Layer<T>::Layer(const StageShape& stage, Arena& arena, Parameters<T>& parameters)
    : m_stage(stage)
    , m_attention {
          stage.microbatch, stage.sequence, stage.heads(), stage.kvHeads(), stage.model.headDim}
{
    const ModelShape& model = stage.model;
    const std::int64_t tokens = stage.tokens();
    const std::int64_t h = model.hidden;
    const bool all = model.bias == BiasKind::All;
    m_norm1 = withStatistics(parameters.norm(model.norm, h), arena, tokens);
    m_qkv = parameters.linear(h, stage.qkvWidth(), model.bias != BiasKind::None);
    m_out = parameters.linear(stage.queryWidth(), h, all);
    m_norm2 = withStatistics(parameters.norm(model.norm, h), arena, tokens);
    m_up = parameters.linear(h, stage.mlpWidth(), all);
    m_down = parameters.linear(stage.ffn(), h, all);

    const auto take = [&](Lifetime lifetime, std::int64_t width) {
        return arena.take<T>(lifetime, tokens * width);
    };
    if (model.headNorm) {
        const auto headNorm = [&](std::int64_t heads) {
            return withStatistics(
                parameters.norm(NormKind::RmsNorm, model.headDim), arena, tokens * heads);
        };
        m_queryNorm = headNorm(stage.heads());
        m_keyNorm = headNorm(stage.kvHeads());
        m_rawHeads = take(Lifetime::UntilInputGrad, stage.queryWidth() + stage.keyWidth());
    }
    m_normed1 = take(Lifetime::UntilWeightGrad, h);
    m_qkvs = take(Lifetime::UntilInputGrad, stage.qkvWidth());
    m_logSums = take(Lifetime::UntilInputGrad, stage.heads());
    m_attended = take(Lifetime::UntilWeightGrad, stage.queryWidth());
    m_middle = take(Lifetime::UntilInputGrad, h);
    m_normed2 = take(Lifetime::UntilWeightGrad, h);
    m_raised = take(Lifetime::UntilInputGrad, stage.mlpWidth());
    m_activated = take(Lifetime::UntilWeightGrad, stage.ffn());
    m_raisedGrad = take(Lifetime::AddedByInputGrad, stage.mlpWidth());
    m_middleGrad = take(Lifetime::AddedByInputGrad, h);
    m_qkvGrad = take(Lifetime::AddedByInputGrad, stage.qkvWidth());
}

template <class T>
Rows<const T> Layer<T>::rows(const T* data) const
{
    return {data, m_stage.tokens(), m_stage.model.hidden, 1, m_stage.model.hidden};
}

template <class T>
Rows<T> Layer<T>::rows(T* data) const
{
    return {data, m_stage.tokens(), m_stage.model.hidden, 1, m_stage.model.hidden};
}

template <class T>
Rows<T> Layer<T>::heads(T* data, std::int64_t first, std::int64_t count, std::int64_t stride) const
{
    const std::int64_t width = m_stage.model.headDim;
    return {data + first * width, m_stage.tokens() * count, width, count, stride};
}

/// The backward pass needs queries and keys as they were.
template <class T>
void Layer<T>::normHeads()
{
    const std::int64_t raw = m_stage.queryWidth() + m_stage.keyWidth();
    for (std::int64_t token = 0; token < m_stage.tokens(); ++token)
        std::copy_n(m_qkvs + token * m_stage.qkvWidth(), raw, m_rawHeads + token * raw);
    const std::int64_t n = m_stage.heads();
    const std::int64_t k = m_stage.kvHeads();
    const auto normed = [](const Norm<T>& norm, const Rows<T>& in, const Rows<T>& out) {
        normForward<T>(norm, {in.data, in.count, in.width, in.perToken, in.stride}, out);
    };
    normed(m_queryNorm, heads(m_rawHeads, 0, n, raw), heads(m_qkvs, 0, n, m_stage.qkvWidth()));
    normed(m_keyNorm, heads(m_rawHeads, n, k, raw), heads(m_qkvs, n, k, m_stage.qkvWidth()));
}

template <class T>
void Layer<T>::normHeadsBackward()
{
    const std::int64_t raw = m_stage.queryWidth() + m_stage.keyWidth();
    const std::int64_t n = m_stage.heads();
    const std::int64_t k = m_stage.kvHeads();
    const auto back = [](const Norm<T>& norm, const Rows<T>& in, const Rows<T>& grad) {
        normBackward<T>(norm, {in.data, in.count, in.width, in.perToken, in.stride},
            {grad.data, grad.count, grad.width, grad.perToken, grad.stride}, grad, false);
    };
    back(m_queryNorm, heads(m_rawHeads, 0, n, raw), heads(m_qkvGrad, 0, n, m_stage.qkvWidth()));
    back(m_keyNorm, heads(m_rawHeads, n, k, raw), heads(m_qkvGrad, n, k, m_stage.qkvWidth()));
}

template <class T>
void Layer<T>::forward(const T* x, T* y, const Scratch<T>& scratch)
{
    const std::int64_t tokens = m_stage.tokens();
    const std::int64_t all = tokens * m_stage.model.hidden;
    normForward<T>(m_norm1, rows(x), rows(m_normed1));
    m_qkv.forward(tokens, m_normed1, m_qkvs);
    if (m_stage.model.headNorm)
        normHeads();
    if (scratch.rotary != nullptr)
        rotate(m_attention, scratch.rotary, m_qkvs, false);
    attentionForward(m_attention, m_qkvs, m_attended, m_logSums);
    std::copy_n(x, all, m_middle);
    m_out.forward(tokens, m_attended, m_middle, Sum::Add);

    normForward<T>(m_norm2, rows(static_cast<const T*>(m_middle)), rows(m_normed2));
    m_up.forward(tokens, m_normed2, m_raised);
    activationForward(m_stage.model.mlp, tokens, m_stage.ffn(), m_raised, m_activated);
    if (y == nullptr)
        return;
    std::copy_n(m_middle, all, y);
    m_down.forward(tokens, m_activated, y, Sum::Add);
}

template <class T>
void Layer<T>::inputGrad(const T* x, const T* dy, T* dx, const Scratch<T>& scratch)
{
    const std::int64_t tokens = m_stage.tokens();
    const std::int64_t all = tokens * m_stage.model.hidden;
    const auto read = [this](T* data) { return rows(static_cast<const T*>(data)); };
    m_down.inputGrad(tokens, dy, scratch.ffn);
    activationBackward<T>(
        m_stage.model.mlp, tokens, m_stage.ffn(), m_raised, scratch.ffn, m_raisedGrad);
    m_up.inputGrad(tokens, m_raisedGrad, scratch.hidden);
    std::copy_n(dy, all, m_middleGrad);
    normBackward<T>(m_norm2, read(m_middle), read(scratch.hidden), rows(m_middleGrad), true);

    m_out.inputGrad(tokens, m_middleGrad, scratch.query);
    attentionBackward<T>(m_attention, m_qkvs, m_attended, m_logSums, scratch.query, m_qkvGrad);
    if (scratch.rotary != nullptr)
        rotate(m_attention, scratch.rotary, m_qkvGrad, true);
    if (m_stage.model.headNorm)
        normHeadsBackward();
    m_qkv.inputGrad(tokens, m_qkvGrad, scratch.hidden);
    std::copy_n(m_middleGrad, all, dx);
    normBackward<T>(m_norm1, rows(x), read(scratch.hidden), rows(dx), true);
}

template <class T>
void Layer<T>::addWeightGrad(const T* dy)
{
    const std::int64_t tokens = m_stage.tokens();
    m_down.addWeightGrad(tokens, m_activated, dy);
    m_up.addWeightGrad(tokens, m_normed2, m_raisedGrad);
    m_out.addWeightGrad(tokens, m_attended, m_middleGrad);
    m_qkv.addWeightGrad(tokens, m_normed1, m_qkvGrad);
}

template class Layer<float>;
template class Layer<double>;

} // namespace pipegantt::reference
