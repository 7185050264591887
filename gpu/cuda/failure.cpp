// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/cuda/failure.h"

#include "gpu/plugin/interface.h"

namespace pipegantt::cuda {
namespace {

/// The version as people write it: 13.0 for 13000.
std::string versionText(int version)
{
    return std::to_string(version / 1000) + '.' + std::to_string(version % 1000 / 10);
}

/// CUDA says the same of a driver that is too old and of none.
Failure driverFailure(const char* call)
{
    int version = 0;
    if (cudaDriverGetVersion(&version) != cudaSuccess || version == 0)
        return {PIPEGANTT_NO_DRIVER, std::string(call) + " finds none"};
    return {PIPEGANTT_DRIVER_TOO_OLD,
        "it is for CUDA " + versionText(version) + ", and the plugin for "
            + versionText(CUDART_VERSION)};
}

} // namespace

void check(cudaError_t status, const char* call)
{
    if (status == cudaSuccess)
        return;
    if (status == cudaErrorInsufficientDriver)
        throw driverFailure(call);
    // An error that stays would answer the next call too.
    (void)cudaGetLastError();
    const std::string reason = std::string(call) + ": " + cudaGetErrorString(status);
    if (status == cudaErrorMemoryAllocation)
        throw Failure {PIPEGANTT_OUT_OF_MEMORY, reason};
    if (status == cudaErrorNoKernelImageForDevice)
        throw Failure {PIPEGANTT_DEVICE_TOO_OLD, reason};
    throw Failure {PIPEGANTT_FAILED, reason};
}

void check(cublasStatus_t status, const char* call)
{
    if (status == CUBLAS_STATUS_SUCCESS)
        return;
    throw Failure {
        status == CUBLAS_STATUS_ALLOC_FAILED ? PIPEGANTT_OUT_OF_MEMORY : PIPEGANTT_FAILED,
        std::string(call) + ": " + cublasLtGetStatusString(status)};
}

} // namespace pipegantt::cuda
