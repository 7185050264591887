// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/cuda/kernels/attention.h"
#include "gpu/cuda/kernels/gpublock.h"

namespace pipegantt::cuda {

template void launch(cudaStream_t, const AttentionForward<64>&);
template void launch(cudaStream_t, const AttentionForward<128>&);

} // namespace pipegantt::cuda
