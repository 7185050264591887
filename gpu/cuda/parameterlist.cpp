// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/cuda/parameterlist.h"

#include <cmath>

namespace pipegantt::cuda {

ParameterList::ParameterList(const Shape& shape)
{
    if (shape.embedding != 0) {
        words = take(shape.vocabulary * shape.hidden, 0, 1);
        if (!shape.rotary())
            positions = take(shape.positions * shape.hidden, 0, 1);
    }
    for (std::int64_t layer = 0; layer < shape.layers; ++layer)
        layers.push_back(takeLayer(shape));
    if (shape.head != 0) {
        headNorm = takeNorm(shape.hidden, shape.layerNorm());
        head = takeLinear(shape.hidden, shape.vocabulary, false);
    }
}

Slice ParameterList::take(std::int64_t size, double centre, double spread)
{
    m_slices.push_back({m_count, size, centre, spread});
    m_count += size;
    return m_slices.back();
}

NormSlices ParameterList::takeNorm(std::int64_t width, bool biased)
{
    NormSlices norm;
    norm.weight = take(width, 1, 0.1);
    if (biased)
        norm.bias = take(width, 0, 0.1);
    return norm;
}

LinearSlices ParameterList::takeLinear(std::int64_t inputs, std::int64_t outputs, bool biased)
{
    LinearSlices linear {inputs, outputs, {}, {}};
    linear.weight = take(inputs * outputs, 0, std::sqrt(3. / static_cast<double>(inputs)));
    if (biased)
        linear.bias = take(outputs, 0, 0.1);
    return linear;
}

LayerSlices ParameterList::takeLayer(const Shape& shape)
{
    const bool all = shape.bias == PIPEGANTT_ALL_BIASES;
    LayerSlices layer;
    layer.norm1 = takeNorm(shape.hidden, shape.layerNorm());
    layer.qkv = takeLinear(shape.hidden, shape.qkvWidth(), shape.bias != PIPEGANTT_NO_BIAS);
    layer.out = takeLinear(shape.queryWidth(), shape.hidden, all);
    layer.norm2 = takeNorm(shape.hidden, shape.layerNorm());
    layer.up = takeLinear(shape.hidden, shape.mlpWidth(), all);
    layer.down = takeLinear(shape.ffn, shape.hidden, all);
    if (shape.head_norm != 0) {
        layer.queryNorm = takeNorm(shape.head_dim, false);
        layer.keyNorm = takeNorm(shape.head_dim, false);
    }
    return layer;
}

} // namespace pipegantt::cuda
