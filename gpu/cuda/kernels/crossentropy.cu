// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/cuda/kernels/crossentropy.h"
#include "gpu/cuda/kernels/gpublock.h"

namespace pipegantt::cuda {

template void launch(cudaStream_t, const CrossEntropySums<float, 1>&);
template void launch(cudaStream_t, const CrossEntropySums<Bfloat16, 1>&);
template void launch(cudaStream_t, const CrossEntropySums<Bfloat16, 8>&);
template void launch(cudaStream_t, const CrossEntropyMean<float>&);
template void launch(cudaStream_t, const CrossEntropyMean<Bfloat16>&);
template void launch(cudaStream_t, const CrossEntropyBackward<float, 1>&);
template void launch(cudaStream_t, const CrossEntropyBackward<Bfloat16, 1>&);
template void launch(cudaStream_t, const CrossEntropyBackward<Bfloat16, 8>&);

} // namespace pipegantt::cuda
