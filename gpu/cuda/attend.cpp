// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/cuda/kernels/attention.h"
#include "gpu/cuda/kernels/attentionkeygrad.h"
#include "gpu/cuda/kernels/attentionquerygrad.h"
#include "gpu/cuda/kernels/plainattention.h"
#include "gpu/cuda/launch.h"
#include "gpu/cuda/layer.h"

namespace pipegantt::cuda {
namespace {

AttentionShape attentionShape(const Shape& shape)
{
    return {static_cast<int>(shape.microbatch), static_cast<int>(shape.sequence),
        static_cast<int>(shape.heads), static_cast<int>(shape.kv_heads),
        static_cast<int>(shape.head_dim)};
}

template <int kDim>
void launchTiledBack(
    const Context<Bfloat16>& context, const LayerBuffers<Bfloat16>& is, const Bfloat16* outputGrad)
{
    const AttentionShape shape = attentionShape(context.shape);
    float* const products = context.buffers.attentionProducts;
    launch(context.stream,
        AttentionQueryGrad<kDim> {
            shape, is.qkv, is.attended, outputGrad, is.logSums, products, is.qkvGrad});
    launch(context.stream,
        AttentionKeyGrad<kDim> {shape, is.qkv, outputGrad, is.logSums, products, is.qkvGrad});
}

/// Whether tensor cores do it; they take narrow heads in tiles of 64 columns.
constexpr std::int64_t kNarrow = 64;

bool attendTiled(const Context<float>& /*context*/, const LayerBuffers<float>& /*is*/)
{
    return false;
}

bool attendTiled(const Context<Bfloat16>& context, const LayerBuffers<Bfloat16>& is)
{
    if (!context.shape.tiledAttention())
        return false;
    const AttentionShape shape = attentionShape(context.shape);
    if (context.shape.head_dim <= kNarrow)
        launch(context.stream, AttentionForward<64> {shape, is.qkv, is.attended, is.logSums});
    else
        launch(context.stream, AttentionForward<128> {shape, is.qkv, is.attended, is.logSums});
    return true;
}

bool attendBackTiled(
    const Context<float>& /*context*/, const LayerBuffers<float>& /*is*/, const float* /*grad*/)
{
    return false;
}

bool attendBackTiled(
    const Context<Bfloat16>& context, const LayerBuffers<Bfloat16>& is, const Bfloat16* outputGrad)
{
    if (!context.shape.tiledAttention())
        return false;
    if (context.shape.head_dim <= kNarrow)
        launchTiledBack<64>(context, is, outputGrad);
    else
        launchTiledBack<128>(context, is, outputGrad);
    return true;
}

} // namespace

template <class T>
void Layer<T>::attend(const Context<T>& context) const
{
    if (attendTiled(context, m_buffers))
        return;
    launch(context.stream,
        PlainAttentionForward<T> {
            attentionShape(context.shape), m_buffers.qkv, m_buffers.attended, m_buffers.logSums});
}

template <class T>
void Layer<T>::attendBack(const Context<T>& context, const T* outputGrad) const
{
    if (attendBackTiled(context, m_buffers, outputGrad))
        return;
    const AttentionShape shape = attentionShape(context.shape);
    float* const products = context.buffers.attentionProducts;
    launch(context.stream,
        PlainAttentionQueryGrad<T> {shape, m_buffers.qkv, m_buffers.attended, outputGrad,
            m_buffers.logSums, products, m_buffers.qkvGrad});
    launch(context.stream,
        PlainAttentionKeyGrad<T> {
            shape, m_buffers.qkv, outputGrad, m_buffers.logSums, products, m_buffers.qkvGrad});
}

template void Layer<float>::attend(const Context<float>&) const;
template void Layer<Bfloat16>::attend(const Context<Bfloat16>&) const;
template void Layer<float>::attendBack(const Context<float>&, const float*) const;
template void Layer<Bfloat16>::attendBack(const Context<Bfloat16>&, const Bfloat16*) const;

} // namespace pipegantt::cuda
