// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/reference/ends.h"

#include "gpu/reference/crossentropy.h"
#include "gpu/reference/parallel.h"

namespace pipegantt::reference {
namespace {

constexpr std::int64_t kColumnGrain = 64;

/// Tokens as a random text has them.
std::int32_t* drawTokens(Arena& arena, Lifetime lifetime, const StageShape& stage)
{
    constexpr std::uint64_t kSeed = 17;
    auto* const tokens = arena.take<std::int32_t>(lifetime, stage.tokens());
    for (std::int64_t i = 0; i < stage.tokens(); ++i) {
        tokens[i] = static_cast<std::int32_t>(mixed(kSeed, static_cast<std::uint64_t>(i))
            % static_cast<std::uint64_t>(stage.vocabulary()));
    }
    return tokens;
}

} // namespace

template <class T>
Embedding<T>::Embedding(const StageShape& stage, Arena& arena, Parameters<T>& parameters)
    : m_stage(stage)
    , m_table(parameters.table(stage.vocabulary(), stage.model.hidden))
    , m_tokens(drawTokens(arena, Lifetime::UntilWeightGrad, stage))
{
    if (stage.model.positions == PositionKind::Learned)
        m_positions = parameters.table(stage.model.sequence, stage.model.hidden);
}

template <class T>
void Embedding<T>::forward(T* y) const
{
    const std::int64_t h = m_stage.model.hidden;
    parallelFor(m_stage.tokens(), 16, [&](auto begin, auto end) {
        for (std::int64_t token = begin; token < end; ++token) {
            const T* const word = m_table.weight + m_tokens[token] * h;
            T* const out = y + token * h;
            for (std::int64_t i = 0; i < h; ++i)
                out[i] = word[i];
            if (m_positions.weight == nullptr)
                continue;
            const T* const position = m_positions.weight + token % m_stage.sequence * h;
            for (std::int64_t i = 0; i < h; ++i)
                out[i] += position[i];
        }
    });
}

/// Tokens that stand in the text several times add up, so threads share columns and not rows.
template <class T>
void Embedding<T>::addWeightGrad(const T* dy) const
{
    const std::int64_t h = m_stage.model.hidden;
    parallelFor(h, kColumnGrain, [&](auto begin, auto end) {
        for (std::int64_t token = 0; token < m_stage.tokens(); ++token) {
            T* const word = m_table.weightGrad + m_tokens[token] * h;
            for (std::int64_t i = begin; i < end; ++i)
                word[i] += dy[token * h + i];
            if (m_positions.weight == nullptr)
                continue;
            T* const position = m_positions.weightGrad + token % m_stage.sequence * h;
            for (std::int64_t i = begin; i < end; ++i)
                position[i] += dy[token * h + i];
        }
    });
}

template <class T>
Head<T>::Head(const StageShape& stage, Arena& arena, Parameters<T>& parameters)
    : m_stage(stage)
    , m_norm(parameters.norm(stage.model.norm, stage.model.hidden))
    , m_table(parameters.linear(stage.model.hidden, stage.vocabulary(), false))
    , m_normed(arena.take<T>(Lifetime::UntilWeightGrad, stage.tokens() * stage.model.hidden))
    , m_logits(arena.take<T>(Lifetime::UntilWeightGrad, stage.tokens() * stage.vocabulary()))
    , m_logSums(arena.take<T>(Lifetime::UntilInputGrad, stage.tokens()))
    , m_targets(drawTokens(arena, Lifetime::UntilInputGrad, stage))
{
    m_norm.inverseDeviation = arena.take<T>(Lifetime::UntilInputGrad, stage.tokens());
    if (stage.model.norm == NormKind::LayerNorm)
        m_norm.mean = arena.take<T>(Lifetime::UntilInputGrad, stage.tokens());
}

template <class T>
double Head<T>::forward(const T* x)
{
    const std::int64_t tokens = m_stage.tokens();
    const std::int64_t h = m_stage.model.hidden;
    normForward<T>(m_norm, {x, tokens, h, 1, h}, {m_normed, tokens, h, 1, h});
    m_table.forward(tokens, m_normed, m_logits);
    return crossEntropyForward(tokens, m_stage.vocabulary(), m_logits, m_targets, m_logSums);
}

template <class T>
void Head<T>::inputGrad(const T* x, T* dx, T* scratch)
{
    const std::int64_t tokens = m_stage.tokens();
    const std::int64_t h = m_stage.model.hidden;
    crossEntropyBackward<T>(tokens, m_stage.vocabulary(), m_logits, m_targets, m_logSums);
    m_table.inputGrad(tokens, m_logits, scratch);
    normBackward<T>(
        m_norm, {x, tokens, h, 1, h}, {scratch, tokens, h, 1, h}, {dx, tokens, h, 1, h}, false);
}

template <class T>
void Head<T>::addWeightGrad() const
{
    m_table.addWeightGrad(m_stage.tokens(), m_normed, m_logits);
}

template class Embedding<float>;
template class Embedding<double>;
template class Head<float>;
template class Head<double>;

} // namespace pipegantt::reference
