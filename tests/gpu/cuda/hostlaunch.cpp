// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Launching a kernel runs its body here. The instances are those of the kernels' own files.

#include "gpu/cuda/launch.h"
#include "tests/gpu/cuda/hostblock.h"

namespace pipegantt::cuda {

template <class Body>
void launch(cudaStream_t /*stream*/, const Body& body)
{
    test::runOnHost(body);
}

} // namespace pipegantt::cuda

#include "gpu/cuda/kernels/attention.cu"
#include "gpu/cuda/kernels/attentionbackward.cu"
#include "gpu/cuda/kernels/crossentropy.cu"
#include "gpu/cuda/kernels/elements.cu"
#include "gpu/cuda/kernels/norms.cu"
#include "gpu/cuda/kernels/plainattention.cu"
