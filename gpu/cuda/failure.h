// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <cublasLt.h>
#include <cuda_runtime_api.h>
#include <string>

namespace pipegantt::cuda {

/// What ends a call of the plugin: a PipeganttStatus, and the reason that a person reads, without a
/// full stop. Thrown inside the plugin and caught at its edge.
struct Failure
{
    std::int32_t status;
    std::string reason;
};

/// Throws a `Failure` that names `call` where `status` is not that of success.
void check(cudaError_t status, const char* call);
void check(cublasStatus_t status, const char* call);

} // namespace pipegantt::cuda
