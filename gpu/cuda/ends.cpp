// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/cuda/ends.h"

#include "gpu/cuda/kernels/crossentropy.h"
#include "gpu/cuda/kernels/embedding.h"
#include "gpu/cuda/launch.h"

namespace pipegantt::cuda {
namespace {

template <class T, int kWidth>
void launchSums(const Context<T>& context)
{
    const Buffers<T>& is = context.buffers;
    launch(context.stream,
        CrossEntropySums<T, kWidth> {
            context.shape.tokens(), context.shape.vocabulary, is.logits, is.headLogSums});
}

template <class T, int kWidth>
void launchBackward(const Context<T>& context)
{
    const Buffers<T>& is = context.buffers;
    launch(context.stream,
        CrossEntropyBackward<T, kWidth> {context.shape.tokens(), context.shape.vocabulary,
            is.logits, is.targets, is.headLogSums});
}

void sums(const Context<float>& context)
{
    launchSums<float, 1>(context);
}

/// Rows of an odd vocabulary begin anywhere.
void sums(const Context<Bfloat16>& context)
{
    if (context.shape.vocabulary % 8 == 0)
        launchSums<Bfloat16, 8>(context);
    else
        launchSums<Bfloat16, 1>(context);
}

void backward(const Context<float>& context)
{
    launchBackward<float, 1>(context);
}

void backward(const Context<Bfloat16>& context)
{
    if (context.shape.vocabulary % 8 == 0)
        launchBackward<Bfloat16, 8>(context);
    else
        launchBackward<Bfloat16, 1>(context);
}

} // namespace

template <class T>
void Embedding<T>::forward(const Context<T>& context, T* y) const
{
    launch(context.stream,
        EmbeddingForward<T> {context.shape.tokens(), context.shape.sequence, context.shape.hidden,
            m_tokens, context.value(m_words), context.value(m_positions), y});
}

template <class T>
void Embedding<T>::addWeightGrad(const Context<T>& context, const T* dy) const
{
    launch(context.stream,
        EmbeddingGrad<T> {context.shape.microbatch, context.shape.sequence, context.shape.hidden,
            m_tokens, dy, context.gradient(m_words), context.gradient(m_positions)});
}

template <class T>
void Head<T>::forward(const Context<T>& context, const T* x) const
{
    const Buffers<T>& is = context.buffers;
    const std::int64_t tokens = context.shape.tokens();
    context.norm(
        m_norm, is.headNorm, tokens, context.hiddenRows(x), context.hiddenRows(is.headNormed));
    context.multiply(m_linear, is.headNormed, is.logits);
    sums(context);
    launch(context.stream,
        CrossEntropyMean<T> {
            tokens, context.shape.vocabulary, is.logits, is.targets, is.headLogSums, is.loss});
}

template <class T>
void Head<T>::inputGrad(const Context<T>& context, const T* x, T* dx) const
{
    const Buffers<T>& is = context.buffers;
    backward(context);
    context.multiplyBack(m_linear, is.logits, is.hiddenScratch);
    context.normBack(m_norm, is.headNorm, context.shape.tokens(), context.hiddenRows(x),
        context.hiddenRows(static_cast<const T*>(is.hiddenScratch)), context.hiddenRows(dx));
}

template <class T>
void Head<T>::addWeightGrad(const Context<T>& context) const
{
    context.addMatrixGrads(m_linear, context.buffers.headNormed, context.buffers.logits);
}

template class Embedding<float>;
template class Embedding<Bfloat16>;
template class Head<float>;
template class Head<Bfloat16>;

} // namespace pipegantt::cuda
