// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/cuda/ends.h"
#include "gpu/cuda/layer.h"
#include "gpu/cuda/stage.h"

#include <optional>
#include <vector>

namespace pipegantt::cuda {

/// What a stage does, at the end of a stream; `reference::ReferenceStage` is what it computes.
template <class T>
class Passes
{
public:
    /// Allocates from `arena` and starts to draw parameters and inputs.
    Passes(const Shape& shape, DeviceArena& arena, cudaStream_t stream);

    /// Launches a pass, never much more than a layer ahead of the device, so that a stop takes
    /// hold. False where it did: what the pass was to make is then undefined.
    bool run(std::int32_t pass, const PipeganttStop& stop);
    /// Waits for the device, and copies.
    void read(std::int32_t tensor, std::int64_t count, float* values);

private:
    void drawParameters();
    void drawInputs();
    void drawRotaryTable();
    /// Whether to go on with the next layer.
    bool goesOn(const PipeganttStop& stop);
    bool forward(bool withOutput, const PipeganttStop& stop);
    /// Input gradients, weight gradients, or both, layer by layer.
    bool backward(bool inputs, bool weights, const PipeganttStop& stop);
    void optimizerStep();
    void readElements(const T* from, std::int64_t count, float* values) const;

    Shape m_shape;
    ParameterList m_parameters;
    Buffers<T> m_buffers;
    Products m_products;
    Context<T> m_context;
    std::optional<Embedding<T>> m_embedding;
    std::vector<Layer<T>> m_layers;
    std::optional<Head<T>> m_head;
    /// Recorded after each layer in turn.
    std::array<Event, 2> m_ahead;
    std::size_t m_launched = 0;
    int m_steps = 0;
};

} // namespace pipegantt::cuda
