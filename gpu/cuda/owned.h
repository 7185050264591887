// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/cuda/failure.h"

#include <cstddef>
#include <memory>
#include <type_traits>

namespace pipegantt::cuda {

/// Gives back what CUDA made. What that answers is of no use: the object is gone either way.
struct Release
{
    void operator()(cudaStream_t stream) const { (void)cudaStreamDestroy(stream); }
    void operator()(cudaEvent_t event) const { (void)cudaEventDestroy(event); }
    void operator()(void* memory) const { (void)cudaFree(memory); }
    void operator()(cublasLtHandle_t handle) const { (void)cublasLtDestroy(handle); }
    void operator()(cublasLtMatmulDesc_t it) const { (void)cublasLtMatmulDescDestroy(it); }
    void operator()(cublasLtMatrixLayout_t it) const { (void)cublasLtMatrixLayoutDestroy(it); }
    void operator()(cublasLtMatmulPreference_t it) const
    {
        (void)cublasLtMatmulPreferenceDestroy(it);
    }
};

template <class Handle>
using Owned = std::unique_ptr<std::remove_pointer_t<Handle>, Release>;

using Stream = Owned<cudaStream_t>;
using Event = Owned<cudaEvent_t>;
using DeviceMemory = std::unique_ptr<void, Release>;

inline Stream makeStream()
{
    cudaStream_t stream = nullptr;
    check(cudaStreamCreateWithFlags(&stream, cudaStreamNonBlocking), "cudaStreamCreateWithFlags");
    return Stream(stream);
}

/// `flags` as of cudaEventCreateWithFlags; an event that takes the time unless they say otherwise.
inline Event makeEvent(unsigned flags = cudaEventDefault)
{
    cudaEvent_t event = nullptr;
    check(cudaEventCreateWithFlags(&event, flags), "cudaEventCreateWithFlags");
    return Event(event);
}

inline DeviceMemory allocate(std::size_t bytes)
{
    void* memory = nullptr;
    check(cudaMalloc(&memory, bytes), "cudaMalloc");
    return DeviceMemory(memory);
}

} // namespace pipegantt::cuda
