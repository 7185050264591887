// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/cuda/layer.h"

#include "gpu/cuda/kernels/activation.h"
#include "gpu/cuda/kernels/rotary.h"
#include "gpu/cuda/launch.h"

namespace pipegantt::cuda {

template <class T>
void Layer<T>::rotate(const Context<T>& context, T* qkv, bool backward) const
{
    const Shape& shape = context.shape;
    if (!shape.rotary())
        return;
    launch(context.stream,
        Rotate<T> {shape.tokens(), shape.sequence, shape.head_dim, shape.rawWidth(),
            shape.qkvWidth(), context.buffers.rotary, qkv, backward});
}

/// The backward pass needs queries and keys as they were.
template <class T>
void Layer<T>::normHeads(const Context<T>& context) const
{
    const Shape& shape = context.shape;
    const auto norm = [&](const NormSlices& slices, const Statistics& statistics,
                          std::int64_t first, std::int64_t count) {
        T* const data = m_buffers.qkv + first * shape.head_dim;
        const Rows<const T> in {data, shape.head_dim, count, shape.qkvWidth()};
        const Rows<T> out {data, shape.head_dim, count, shape.qkvWidth()};
        const Rows<T> raw {
            m_buffers.rawHeads + first * shape.head_dim, shape.head_dim, count, shape.rawWidth()};
        context.norm(slices, statistics, shape.tokens() * count, in, out, raw);
    };
    norm(m_slices.queryNorm, m_buffers.queryNorm, 0, shape.heads);
    norm(m_slices.keyNorm, m_buffers.keyNorm, shape.heads, shape.kv_heads);
}

template <class T>
void Layer<T>::normHeadsBack(const Context<T>& context) const
{
    const Shape& shape = context.shape;
    const auto back = [&](const NormSlices& slices, const Statistics& statistics,
                          std::int64_t first, std::int64_t count) {
        T* const data = m_buffers.qkvGrad + first * shape.head_dim;
        const Rows<const T> raw {
            m_buffers.rawHeads + first * shape.head_dim, shape.head_dim, count, shape.rawWidth()};
        const Rows<const T> in {data, shape.head_dim, count, shape.qkvWidth()};
        const Rows<T> out {data, shape.head_dim, count, shape.qkvWidth()};
        context.normBack(slices, statistics, shape.tokens() * count, raw, in, out);
    };
    back(m_slices.queryNorm, m_buffers.queryNorm, 0, shape.heads);
    back(m_slices.keyNorm, m_buffers.keyNorm, shape.heads, shape.kv_heads);
}

template <class T>
void Layer<T>::forward(const Context<T>& context, const T* x, T* y) const
{
    const Shape& shape = context.shape;
    const LayerBuffers<T>& is = m_buffers;
    const std::int64_t tokens = shape.tokens();
    context.norm(
        m_slices.norm1, is.norm1, tokens, context.hiddenRows(x), context.hiddenRows(is.normed1));
    context.multiply(m_slices.qkv, is.normed1, is.qkv);
    if (shape.head_norm != 0)
        normHeads(context);
    rotate(context, is.qkv, false);
    attend(context);
    context.multiply(m_slices.out, is.attended, is.middle, x);

    context.norm(m_slices.norm2, is.norm2, tokens,
        context.hiddenRows(static_cast<const T*>(is.middle)), context.hiddenRows(is.normed2));
    context.multiply(m_slices.up, is.normed2, is.raised);
    launch(context.stream,
        ActivationForward<T> {tokens, shape.ffn, shape.gated(), is.raised, is.activated});
    if (y != nullptr)
        context.multiply(m_slices.down, is.activated, y, is.middle);
}

template <class T>
void Layer<T>::inputGrad(const Context<T>& context, const T* x, const T* dy, T* dx) const
{
    const Shape& shape = context.shape;
    const Buffers<T>& buffers = context.buffers;
    const LayerBuffers<T>& is = m_buffers;
    const std::int64_t tokens = shape.tokens();
    const auto read = [&](const T* data) { return context.hiddenRows(data); };
    context.multiplyBack(m_slices.down, dy, buffers.ffnScratch);
    launch(context.stream,
        ActivationBackward<T> {
            tokens, shape.ffn, shape.gated(), is.raised, buffers.ffnScratch, is.raisedGrad});
    context.multiplyBack(m_slices.up, is.raisedGrad, buffers.hiddenScratch);
    context.normBack(m_slices.norm2, is.norm2, tokens, read(is.middle), read(buffers.hiddenScratch),
        context.hiddenRows(is.middleGrad), read(dy));

    context.multiplyBack(m_slices.out, is.middleGrad, buffers.queryScratch);
    attendBack(context, buffers.queryScratch);
    rotate(context, is.qkvGrad, true);
    if (shape.head_norm != 0)
        normHeadsBack(context);
    context.multiplyBack(m_slices.qkv, is.qkvGrad, buffers.hiddenScratch);
    context.normBack(m_slices.norm1, is.norm1, tokens, read(x), read(buffers.hiddenScratch),
        context.hiddenRows(dx), read(is.middleGrad));
}

template <class T>
void Layer<T>::addWeightGrad(const Context<T>& context, const T* dy) const
{
    context.addMatrixGrads(m_slices.down, m_buffers.activated, dy);
    context.addMatrixGrads(m_slices.up, m_buffers.normed2, m_buffers.raisedGrad);
    context.addMatrixGrads(m_slices.out, m_buffers.attended, m_buffers.middleGrad);
    context.addMatrixGrads(m_slices.qkv, m_buffers.normed1, m_buffers.qkvGrad);
}

template class Layer<float>;
template class Layer<Bfloat16>;

} // namespace pipegantt::cuda
