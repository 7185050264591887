// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/cuda/passes.h"

#include "gpu/cuda/draws.h"
#include "gpu/cuda/kernels/parameters.h"
#include "gpu/cuda/launch.h"

#include <cmath>
#include <utility>

namespace pipegantt::cuda {

template <class T>
Passes<T>::Passes(const Shape& shape, DeviceArena& arena, cudaStream_t stream)
    : m_shape(shape)
    , m_parameters(m_shape)
    , m_buffers(m_shape, m_parameters,
          [&arena](Lifetime lifetime, std::int64_t bytes) { return arena.take(lifetime, bytes); })
    , m_products(m_shape.bfloat16(), m_buffers.productWorkspace, kProductWorkspace)
    , m_context {m_shape, m_buffers, m_products, stream}
    , m_ahead {makeEvent(cudaEventDisableTiming), makeEvent(cudaEventDisableTiming)}
{
    if (m_shape.embedding != 0)
        m_embedding.emplace(m_parameters, m_buffers.tokens);
    for (std::size_t layer = 0; layer < m_buffers.layers.size(); ++layer)
        m_layers.emplace_back(m_parameters.layers[layer], m_buffers.layers[layer]);
    if (m_shape.head != 0)
        m_head.emplace(m_parameters);
    // Memory is filled by the default stream, which ours does not wait for.
    check(cudaDeviceSynchronize(), "cudaDeviceSynchronize");
    drawParameters();
    drawInputs();
    if (m_buffers.rotary != nullptr)
        drawRotaryTable();
}

template <class T>
void Passes<T>::drawParameters()
{
    for (const Slice& slice : m_parameters.slices()) {
        float* const copy = m_buffers.master == nullptr ? nullptr : m_buffers.master + slice.first;
        launch(m_context.stream,
            Draw<T> {slice.size, kParameterSeed, slice.first, slice.centre, slice.spread,
                m_buffers.values + slice.first, copy});
    }
}

template <class T>
void Passes<T>::drawInputs()
{
    const std::int64_t count = m_shape.tokens() * m_shape.hidden;
    if (m_shape.embedding == 0) {
        launch(m_context.stream,
            Draw<T> {count, kInputSeed, 0, 0, 1, m_buffers.stream.front(), nullptr});
    }
    if (m_shape.head == 0) {
        launch(m_context.stream,
            Draw<T> {count, kGradientSeed, 0, 0, 1, m_buffers.gradient.back(), nullptr});
    }
    const std::vector<std::int32_t> tokens = drawTokens(m_shape);
    for (std::int32_t* const to : {m_buffers.tokens, m_buffers.targets}) {
        if (to == nullptr)
            continue;
        check(cudaMemcpy(
                  to, tokens.data(), tokens.size() * sizeof(tokens[0]), cudaMemcpyHostToDevice),
            "cudaMemcpy");
    }
}

template <class T>
void Passes<T>::drawRotaryTable()
{
    const std::vector<float> table = rotaryTable(m_shape);
    check(cudaMemcpy(
              m_buffers.rotary, table.data(), table.size() * sizeof(float), cudaMemcpyHostToDevice),
        "cudaMemcpy");
}

template <class T>
bool Passes<T>::goesOn(const PipeganttStop& stop)
{
    const cudaEvent_t event = m_ahead[m_launched++ % m_ahead.size()].get();
    // Of the layer before the last: the device always has one to go on with.
    check(cudaEventSynchronize(event), "cudaEventSynchronize");
    check(cudaEventRecord(event, m_context.stream), "cudaEventRecord");
    return stop.requested == nullptr || stop.requested(stop.context) == 0;
}

template <class T>
bool Passes<T>::forward(bool withOutput, const PipeganttStop& stop)
{
    if (m_embedding)
        m_embedding->forward(m_context, m_buffers.stream.front());
    for (std::size_t layer = 0; layer < m_layers.size(); ++layer) {
        if (!goesOn(stop))
            return false;
        // The head needs the output of the last layer.
        const bool without = layer + 1 == m_layers.size() && !withOutput && !m_head;
        m_layers[layer].forward(
            m_context, m_buffers.stream[layer], without ? nullptr : m_buffers.stream[layer + 1]);
    }
    if (!goesOn(stop))
        return false;
    if (m_head)
        m_head->forward(m_context, m_buffers.stream.back());
    return true;
}

template <class T>
bool Passes<T>::backward(bool inputs, bool weights, const PipeganttStop& stop)
{
    if (m_head && inputs)
        m_head->inputGrad(m_context, m_buffers.stream.back(), m_buffers.gradient.back());
    if (m_head && weights)
        m_head->addWeightGrad(m_context);
    for (std::size_t layer = m_layers.size(); layer-- > 0;) {
        if (!goesOn(stop))
            return false;
        if (inputs) {
            m_layers[layer].inputGrad(m_context, m_buffers.stream[layer],
                m_buffers.gradient[layer + 1], m_buffers.gradient[layer]);
        }
        if (weights)
            m_layers[layer].addWeightGrad(m_context, m_buffers.gradient[layer + 1]);
    }
    if (!goesOn(stop))
        return false;
    if (m_embedding && weights)
        m_embedding->addWeightGrad(m_context, m_buffers.gradient.front());
    return true;
}

template <class T>
void Passes<T>::optimizerStep()
{
    ++m_steps;
    AdamStep<T> step;
    const auto share = [this](float decay) {
        return static_cast<float>(1 - std::pow(static_cast<double>(decay), m_steps));
    };
    step.count = m_parameters.count();
    step.meanShare = share(AdamStep<T>::kMeanDecay);
    step.squareShare = share(AdamStep<T>::kSquareDecay);
    step.values = m_buffers.values;
    step.master = m_buffers.master;
    step.mean = m_buffers.mean;
    step.square = m_buffers.square;
    step.gradients = m_buffers.gradients;
    launch(m_context.stream, step);
}

template <class T>
bool Passes<T>::run(std::int32_t pass, const PipeganttStop& stop)
{
    switch (pass) {
    case PIPEGANTT_FORWARD:
        return forward(true, stop);
    case PIPEGANTT_RECOMPUTE:
        return forward(false, stop);
    case PIPEGANTT_INPUT_GRAD:
        return backward(true, false, stop);
    case PIPEGANTT_WEIGHT_GRAD:
        return backward(false, true, stop);
    case PIPEGANTT_BACKWARD:
        return backward(true, true, stop);
    case PIPEGANTT_OPTIMIZER:
        if (!goesOn(stop))
            return false;
        optimizerStep();
        return true;
    default:
        throw Failure {PIPEGANTT_FAILED, "there is no pass " + std::to_string(pass)};
    }
}

template <class T>
void Passes<T>::readElements(const T* from, std::int64_t count, float* values) const
{
    std::vector<T> elements(static_cast<std::size_t>(count));
    check(cudaMemcpy(elements.data(), from, elements.size() * sizeof(T), cudaMemcpyDeviceToHost),
        "cudaMemcpy");
    for (std::size_t i = 0; i < elements.size(); ++i)
        values[i] = toFloat(elements[i]);
}

template <class T>
void Passes<T>::read(std::int32_t tensor, std::int64_t count, float* values)
{
    check(cudaStreamSynchronize(m_context.stream), "cudaStreamSynchronize");
    const std::int64_t rows = m_shape.tokens() * m_shape.hidden;
    const auto expect = [count, tensor](std::int64_t size) {
        if (count == size)
            return;
        throw Failure {PIPEGANTT_FAILED,
            "tensor " + std::to_string(tensor) + " has " + std::to_string(size) + " numbers, and "
                + std::to_string(count) + " were asked for"};
    };
    const auto copy = [count, values](const float* from) {
        check(cudaMemcpy(values, from, static_cast<std::size_t>(count) * sizeof(float),
                  cudaMemcpyDeviceToHost),
            "cudaMemcpy");
    };
    switch (tensor) {
    case PIPEGANTT_OUTPUT:
        expect(rows);
        return readElements(m_buffers.stream.back(), count, values);
    case PIPEGANTT_INPUT_GRADIENT:
        expect(m_shape.embedding != 0 ? 0 : rows);
        return readElements(m_buffers.gradient.front(), count, values);
    case PIPEGANTT_PARAMETERS:
        expect(m_parameters.count());
        return readElements(m_buffers.values, count, values);
    case PIPEGANTT_PARAMETER_GRADIENTS:
        expect(m_parameters.count());
        return copy(m_buffers.gradients);
    case PIPEGANTT_LOSS:
        expect(m_shape.head != 0 ? 1 : 0);
        return copy(m_buffers.loss);
    default:
        throw Failure {PIPEGANTT_FAILED, "there is no tensor " + std::to_string(tensor)};
    }
}

template class Passes<float>;
template class Passes<Bfloat16>;

} // namespace pipegantt::cuda
