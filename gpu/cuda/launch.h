// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cuda_runtime_api.h>

namespace pipegantt::cuda {

/// Puts a kernel at the end of `stream`: a body with its arguments, from gpu/cuda/kernels. Throws
/// `Failure` where it cannot be launched. Only those bodies for which a .cu file says so exist.
template <class Body>
void launch(cudaStream_t stream, const Body& body);

} // namespace pipegantt::cuda
