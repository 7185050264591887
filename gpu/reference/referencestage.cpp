// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/reference/referencestage.h"

#include "gpu/reference/parallel.h"

namespace pipegantt::reference {

template <class T>
ReferenceStage<T>::ReferenceStage(const StageShape& shape, std::uint64_t seed)
    : m_shape(shape)
    , m_parameters(m_arena, parameterCount(shape), seed)
{
    const std::int64_t tokens = shape.tokens();
    const std::int64_t h = shape.model.hidden;
    const auto take = [&](Lifetime lifetime, std::int64_t width) {
        return m_arena.take<T>(lifetime, tokens * width);
    };
    if (shape.embedding)
        m_embedding.emplace(shape, m_arena, m_parameters);
    m_gradient.push_back(take(shape.embedding ? Lifetime::AddedByInputGrad : Lifetime::Scratch, h));
    for (int layer = 0; layer < shape.layers; ++layer) {
        m_layers.emplace_back(shape, m_arena, m_parameters);
        m_stream.push_back(take(Lifetime::UntilInputGrad, h));
        m_gradient.push_back(take(Lifetime::AddedByInputGrad, h));
    }
    m_stream.push_back(take(shape.head ? Lifetime::UntilInputGrad : Lifetime::Scratch, h));
    if (shape.head)
        m_head.emplace(shape, m_arena, m_parameters);
    if (shape.layers > 0 || shape.head)
        m_scratch.hidden = take(Lifetime::Scratch, h);
    if (shape.layers > 0) {
        m_scratch.ffn = take(Lifetime::Scratch, shape.ffn());
        m_scratch.query = take(Lifetime::Scratch, shape.queryWidth());
        if (shape.model.positions == PositionKind::Rotary) {
            const AttentionShape attention {shape.microbatch, shape.sequence, shape.heads(),
                shape.kvHeads(), shape.model.headDim};
            m_scratch.rotary =
                m_arena.take<T>(Lifetime::Scratch, shape.sequence * shape.model.headDim);
            rotaryTable(attention, m_scratch.rotary);
        }
    }
    drawInputs();
}

template <class T>
void ReferenceStage<T>::drawInputs()
{
    constexpr std::uint64_t kInputSeed = 5;
    constexpr std::uint64_t kGradientSeed = 6;
    const std::int64_t count = m_shape.tokens() * m_shape.model.hidden;
    parallelFor(count, 1 << 16, [&](auto begin, auto end) {
        for (std::int64_t i = begin; i < end; ++i) {
            if (input() != nullptr)
                input()[i] = uniform<T>(kInputSeed, i);
            if (outputGradient() != nullptr)
                outputGradient()[i] = uniform<T>(kGradientSeed, i);
        }
    });
}

template <class T>
bool ReferenceStage<T>::runLayers(bool withOutput, const std::stop_token& stop)
{
    if (m_embedding)
        m_embedding->forward(m_stream.front());
    for (std::size_t layer = 0; layer < m_layers.size(); ++layer) {
        if (stop.stop_requested())
            return false;
        const bool last = layer + 1 == m_layers.size();
        T* const y = last && !withOutput ? nullptr : m_stream[layer + 1];
        m_layers[layer].forward(m_stream[layer], y, m_scratch);
    }
    return !stop.stop_requested();
}

template <class T>
bool ReferenceStage<T>::forward(const std::stop_token& stop)
{
    if (!runLayers(true, stop))
        return false;
    if (m_head)
        m_loss = m_head->forward(m_stream.back());
    return true;
}

/// The head needs the output of the last layer.
template <class T>
bool ReferenceStage<T>::recompute(const std::stop_token& stop)
{
    if (!runLayers(m_shape.head, stop))
        return false;
    if (m_head)
        m_loss = m_head->forward(m_stream.back());
    return true;
}

template <class T>
bool ReferenceStage<T>::inputGrad(const std::stop_token& stop)
{
    if (m_head)
        m_head->inputGrad(m_stream.back(), m_gradient.back(), m_scratch.hidden);
    for (std::size_t layer = m_layers.size(); layer-- > 0;) {
        if (stop.stop_requested())
            return false;
        m_layers[layer].inputGrad(
            m_stream[layer], m_gradient[layer + 1], m_gradient[layer], m_scratch);
    }
    return true;
}

template <class T>
bool ReferenceStage<T>::weightGrad(const std::stop_token& stop)
{
    if (m_head)
        m_head->addWeightGrad();
    for (std::size_t layer = m_layers.size(); layer-- > 0;) {
        if (stop.stop_requested())
            return false;
        m_layers[layer].addWeightGrad(m_gradient[layer + 1]);
    }
    if (m_embedding)
        m_embedding->addWeightGrad(m_gradient.front());
    return true;
}

template <class T>
bool ReferenceStage<T>::backward(const std::stop_token& stop)
{
    if (m_head) {
        m_head->inputGrad(m_stream.back(), m_gradient.back(), m_scratch.hidden);
        m_head->addWeightGrad();
    }
    for (std::size_t layer = m_layers.size(); layer-- > 0;) {
        if (stop.stop_requested())
            return false;
        m_layers[layer].inputGrad(
            m_stream[layer], m_gradient[layer + 1], m_gradient[layer], m_scratch);
        m_layers[layer].addWeightGrad(m_gradient[layer + 1]);
    }
    if (m_embedding)
        m_embedding->addWeightGrad(m_gradient.front());
    return true;
}

template <class T>
StageMemory ReferenceStage<T>::memory() const
{
    const auto bytes = [this](Lifetime lifetime) { return Bytes {m_arena.bytes(lifetime)}; };
    StageMemory memory;
    memory.weights = bytes(Lifetime::Weights);
    memory.gradients = bytes(Lifetime::Gradients);
    memory.optimizer = bytes(Lifetime::Optimizer);
    memory.keptForWeightGrad = bytes(Lifetime::UntilWeightGrad);
    memory.saved = {memory.keptForWeightGrad.value + bytes(Lifetime::UntilInputGrad).value};
    memory.addedByInputGrad = bytes(Lifetime::AddedByInputGrad);
    memory.scratch = bytes(Lifetime::Scratch);
    return memory;
}

template class ReferenceStage<float>;
template class ReferenceStage<double>;

} // namespace pipegantt::reference
