// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/cuda/kernels/element.h"
#include "gpu/cuda/parameterlist.h"
#include "gpu/cuda/shape.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace pipegantt::cuda {

/// How long what stands in a buffer is needed, as `reference::Lifetime`.
enum class Lifetime : std::uint8_t
{
    Weights,
    Gradients,
    Optimizer,
    UntilInputGrad,
    UntilWeightGrad,
    AddedByInputGrad,
    Scratch,
    Workspace, ///< what only this backend needs, of any lifetime
};

inline constexpr int kLifetimes = 8;

/// Allocates, and counts as it does.
using Take = std::function<void*(Lifetime lifetime, std::int64_t bytes)>;

/// A norm's statistics of each row; no means for RMSNorm.
struct Statistics
{
    float* mean = nullptr;
    float* inverseDeviation = nullptr;
};

template <class T>
struct LayerBuffers
{
    // What the forward pass leaves, in the order in which it does.
    Statistics norm1;
    T* normed1;
    T* rawHeads = nullptr; ///< queries and keys before their norm, where they have one
    Statistics queryNorm;
    Statistics keyNorm;
    T* qkv;
    float* logSums;
    T* attended;
    T* middle;
    Statistics norm2;
    T* normed2;
    T* raised;
    T* activated;
    // What the input gradient leaves.
    T* raisedGrad;
    T* middleGrad;
    T* qkvGrad;
};

/// Every buffer of a stage: the same that gpu/reference has, plus a workspace. Pointers are to
/// wherever `take` allocates; nothing here reads or writes through them.
template <class T>
class Buffers
{
public:
    Buffers(const Shape& shape, const ParameterList& parameters, const Take& take);

    T* values;
    float* gradients;
    float* mean;
    float* square;
    float* master = nullptr; ///< parameters in 32 bits, where T has fewer

    std::int32_t* tokens = nullptr;
    std::vector<LayerBuffers<T>> layers;
    /// What flows between layers, from what goes into the first on, and the gradients of it.
    std::vector<T*> stream;
    std::vector<T*> gradient;

    Statistics headNorm;
    T* headNormed = nullptr;
    T* logits = nullptr; ///< then their gradient
    float* headLogSums = nullptr;
    std::int32_t* targets = nullptr;

    T* hiddenScratch = nullptr;
    T* ffnScratch = nullptr;
    T* queryScratch = nullptr;
    float* rotary = nullptr;

    float* loss;
    float* columnParts; ///< two for each chunk of rows and column
    float* attentionProducts = nullptr; ///< Σ do · o of each token and head
    std::byte* productWorkspace;
};

/// Of the library of products; what it is advised to have on the newest devices.
inline constexpr std::int64_t kProductWorkspace = std::int64_t {32} << 20U;

/// The widest row whose columns are summed: of a bias, or of a norm.
std::int64_t widestSum(const Shape& shape);

} // namespace pipegantt::cuda
