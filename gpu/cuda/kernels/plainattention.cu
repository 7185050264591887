// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/cuda/kernels/gpublock.h"
#include "gpu/cuda/kernels/plainattention.h"

namespace pipegantt::cuda {

template void launch(cudaStream_t, const PlainAttentionForward<float>&);
template void launch(cudaStream_t, const PlainAttentionForward<Bfloat16>&);
template void launch(cudaStream_t, const PlainAttentionQueryGrad<float>&);
template void launch(cudaStream_t, const PlainAttentionQueryGrad<Bfloat16>&);
template void launch(cudaStream_t, const PlainAttentionKeyGrad<float>&);
template void launch(cudaStream_t, const PlainAttentionKeyGrad<Bfloat16>&);

} // namespace pipegantt::cuda
