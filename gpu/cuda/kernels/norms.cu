// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/cuda/kernels/columns.h"
#include "gpu/cuda/kernels/gpublock.h"
#include "gpu/cuda/kernels/norm.h"

namespace pipegantt::cuda {

template void launch(cudaStream_t, const NormForward<float>&);
template void launch(cudaStream_t, const NormForward<Bfloat16>&);
template void launch(cudaStream_t, const NormInputGrad<float>&);
template void launch(cudaStream_t, const NormInputGrad<Bfloat16>&);
template void launch(cudaStream_t, const ColumnSums<float>&);
template void launch(cudaStream_t, const ColumnSums<Bfloat16>&);
template void launch(cudaStream_t, const FoldChunks&);

} // namespace pipegantt::cuda
