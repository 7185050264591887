// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/cuda/shape.h"

#include <vector>

namespace pipegantt::cuda {

/// Parameters next to each other, and how they are drawn: `centre` plus or minus `spread`.
struct Slice
{
    std::int64_t first = 0;
    std::int64_t size = 0; ///< 0 for none
    double centre = 0;
    double spread = 0;
};

struct NormSlices
{
    Slice weight;
    Slice bias;
};

/// A matrix of `inputs` rows by `outputs` columns, and its bias.
struct LinearSlices
{
    std::int64_t inputs = 0;
    std::int64_t outputs = 0;
    Slice weight;
    Slice bias;
};

struct LayerSlices
{
    NormSlices norm1;
    LinearSlices qkv;
    LinearSlices out;
    NormSlices norm2;
    LinearSlices up;
    LinearSlices down;
    NormSlices queryNorm;
    NormSlices keyNorm;
};

/// All parameters of a stage in one run, in the order of gpu/reference.
class ParameterList
{
public:
    explicit ParameterList(const Shape& shape);

    [[nodiscard]] std::int64_t count() const { return m_count; }
    [[nodiscard]] const std::vector<Slice>& slices() const { return m_slices; }

    Slice words;
    Slice positions;
    std::vector<LayerSlices> layers;
    NormSlices headNorm;
    LinearSlices head;

private:
    Slice take(std::int64_t size, double centre, double spread);
    NormSlices takeNorm(std::int64_t width, bool biased);
    LinearSlices takeLinear(std::int64_t inputs, std::int64_t outputs, bool biased);
    LayerSlices takeLayer(const Shape& shape);

    std::int64_t m_count = 0;
    std::vector<Slice> m_slices;
};

} // namespace pipegantt::cuda
