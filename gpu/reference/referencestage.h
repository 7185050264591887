// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/stagememory.h"
#include "gpu/reference/ends.h"
#include "gpu/reference/layer.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace pipegantt::reference {

/// A stage on the CPU with random parameters and inputs, and its passes, each called for itself. In
/// 64 bits it is the definition of what other backends compute; in 32 bits it is what is timed.
///
/// A pass that is stopped returns false at the next layer; what it was to make is then undefined.
template <class T>
class ReferenceStage
{
public:
    /// `shape` must have passed `checkStage`. Throws std::bad_alloc where memory runs out.
    explicit ReferenceStage(const StageShape& shape, std::uint64_t seed = 1);

    bool forward(const std::stop_token& stop = {});
    bool inputGrad(const std::stop_token& stop = {});
    bool weightGrad(const std::stop_token& stop = {});
    /// Both, layer by layer: the same gradients, bit for bit.
    bool backward(const std::stop_token& stop = {});
    /// From the input again all that the forward pass left, but not its output.
    bool recompute(const std::stop_token& stop = {});
    void optimizerStep() { m_parameters.step(); }

    /// As it was allocated.
    [[nodiscard]] StageMemory memory() const;

    /// tokens × hidden each. The input is what a stage without embedding is sent; the gradients of
    /// output and input are null for a stage with a head and one with an embedding.
    [[nodiscard]] T* input() { return m_shape.embedding ? nullptr : m_stream.front(); }
    [[nodiscard]] T* output() { return m_stream.back(); }
    [[nodiscard]] T* outputGradient() { return m_shape.head ? nullptr : m_gradient.back(); }
    [[nodiscard]] T* inputGradient() { return m_shape.embedding ? nullptr : m_gradient.front(); }
    [[nodiscard]] double loss() const { return m_loss; }
    [[nodiscard]] Parameters<T>& parameters() { return m_parameters; }
    [[nodiscard]] const StageShape& shape() const { return m_shape; }

private:
    bool runLayers(bool withOutput, const std::stop_token& stop);
    void drawInputs();

    StageShape m_shape;
    Arena m_arena;
    Parameters<T> m_parameters;
    std::optional<Embedding<T>> m_embedding;
    std::vector<Layer<T>> m_layers;
    std::optional<Head<T>> m_head;
    /// What flows between layers, from what goes into the first on; and the gradients of it.
    std::vector<T*> m_stream;
    std::vector<T*> m_gradient;
    Scratch<T> m_scratch;
    double m_loss = 0;
};

} // namespace pipegantt::reference
