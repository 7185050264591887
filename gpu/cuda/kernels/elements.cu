// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/cuda/kernels/activation.h"
#include "gpu/cuda/kernels/embedding.h"
#include "gpu/cuda/kernels/gpublock.h"
#include "gpu/cuda/kernels/parameters.h"
#include "gpu/cuda/kernels/rotary.h"

namespace pipegantt::cuda {

template void launch(cudaStream_t, const ActivationForward<float>&);
template void launch(cudaStream_t, const ActivationForward<Bfloat16>&);
template void launch(cudaStream_t, const ActivationBackward<float>&);
template void launch(cudaStream_t, const ActivationBackward<Bfloat16>&);
template void launch(cudaStream_t, const EmbeddingForward<float>&);
template void launch(cudaStream_t, const EmbeddingForward<Bfloat16>&);
template void launch(cudaStream_t, const EmbeddingGrad<float>&);
template void launch(cudaStream_t, const EmbeddingGrad<Bfloat16>&);
template void launch(cudaStream_t, const Draw<float>&);
template void launch(cudaStream_t, const Draw<Bfloat16>&);
template void launch(cudaStream_t, const AdamStep<float>&);
template void launch(cudaStream_t, const AdamStep<Bfloat16>&);
template void launch(cudaStream_t, const Rotate<float>&);
template void launch(cudaStream_t, const Rotate<Bfloat16>&);

} // namespace pipegantt::cuda
