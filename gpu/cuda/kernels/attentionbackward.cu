// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/cuda/kernels/attentionkeygrad.h"
#include "gpu/cuda/kernels/attentionquerygrad.h"
#include "gpu/cuda/kernels/gpublock.h"

namespace pipegantt::cuda {

template void launch(cudaStream_t, const AttentionQueryGrad<64>&);
template void launch(cudaStream_t, const AttentionQueryGrad<128>&);
template void launch(cudaStream_t, const AttentionKeyGrad<64>&);
template void launch(cudaStream_t, const AttentionKeyGrad<128>&);

} // namespace pipegantt::cuda
