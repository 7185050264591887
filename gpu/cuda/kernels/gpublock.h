// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// Where another compiler reads this, a test has said what launching is.
#if defined(__CUDACC__)

#include "gpu/cuda/failure.h"
#include "gpu/cuda/kernels/element.h"
#include "gpu/cuda/launch.h"

namespace pipegantt::cuda {

/// The block of threads that a kernel runs in.
class GpuBlock
{
public:
    __device__ int thread() const { return static_cast<int>(threadIdx.x); }
    __device__ int threads() const { return static_cast<int>(blockDim.x); }
    __device__ std::int64_t index() const { return blockIdx.x; }
    __device__ std::int64_t blocks() const { return gridDim.x; }
    __device__ void sync() { __syncthreads(); }
    __device__ void syncWarp() { __syncwarp(); }
    __device__ float shuffleXor(float value, int mask)
    {
        return __shfl_xor_sync(0xffffffffU, value, mask);
    }
    __device__ float shuffle(float value, int lane)
    {
        return __shfl_sync(0xffffffffU, value, lane);
    }
    __device__ void atomicAdd(float* to, float value) { ::atomicAdd(to, value); }

    template <class T>
    __device__ T* shared()
    {
        extern __shared__ __align__(16) unsigned char memory[];
        return reinterpret_cast<T*>(memory);
    }

    /// The unit for special functions; a result below the normal numbers is 0.
    __device__ float exp2(float x)
    {
        float result;
        asm("ex2.approx.ftz.f32 %0, %1;" : "=f"(result) : "f"(x));
        return result;
    }

    __device__ void loadMatrices(std::uint32_t (&at)[4], const Bfloat16* row, bool transposed)
    {
        const std::uint32_t address = sharedAddress(row);
        if (transposed) {
            asm volatile("ldmatrix.sync.aligned.m8n8.x4.trans.shared.b16 {%0, %1, %2, %3}, [%4];"
                         : "=r"(at[0]), "=r"(at[1]), "=r"(at[2]), "=r"(at[3])
                         : "r"(address)
                         : "memory");
        } else {
            asm volatile("ldmatrix.sync.aligned.m8n8.x4.shared.b16 {%0, %1, %2, %3}, [%4];"
                         : "=r"(at[0]), "=r"(at[1]), "=r"(at[2]), "=r"(at[3])
                         : "r"(address)
                         : "memory");
        }
    }

    __device__ void multiplyAdd(
        float (&sum)[4], const std::uint32_t (&a)[4], std::uint32_t b0, std::uint32_t b1)
    {
        asm volatile("mma.sync.aligned.m16n8k16.row.col.f32.bf16.bf16.f32 "
                     "{%0, %1, %2, %3}, {%4, %5, %6, %7}, {%8, %9}, {%0, %1, %2, %3};"
                     : "+f"(sum[0]), "+f"(sum[1]), "+f"(sum[2]), "+f"(sum[3])
                     : "r"(a[0]), "r"(a[1]), "r"(a[2]), "r"(a[3]), "r"(b0), "r"(b1));
    }

    template <int kBytes>
    __device__ void copyAsync(void* to, const void* from, bool valid)
    {
        const int bytes = valid ? kBytes : 0; // the rest becomes zero
        if constexpr (kBytes == 16) {
            asm volatile("cp.async.cg.shared.global [%0], [%1], 16, %2;"
                         :
                         : "r"(sharedAddress(to)), "l"(from), "r"(bytes)
                         : "memory");
        } else {
            static_assert(kBytes == 4);
            asm volatile("cp.async.ca.shared.global [%0], [%1], 4, %2;"
                         :
                         : "r"(sharedAddress(to)), "l"(from), "r"(bytes)
                         : "memory");
        }
    }

    __device__ void waitForCopies() { asm volatile("cp.async.wait_all;" : : : "memory"); }

private:
    static __device__ std::uint32_t sharedAddress(const void* pointer)
    {
        return static_cast<std::uint32_t>(__cvta_generic_to_shared(pointer));
    }
};

template <class Body>
__global__ void __launch_bounds__(Body::kThreads) runBody(const __grid_constant__ Body body)
{
    GpuBlock block;
    body(block);
}

template <class Body>
void launch(cudaStream_t stream, const Body& body)
{
    constexpr int kAlwaysThere = 48 * 1024;
    const Geometry geometry = body.geometry();
    if (geometry.blocks == 0)
        return;
    if (geometry.sharedBytes > kAlwaysThere) {
        check(cudaFuncSetAttribute(
                  runBody<Body>, cudaFuncAttributeMaxDynamicSharedMemorySize, geometry.sharedBytes),
            "cudaFuncSetAttribute");
    }
    runBody<Body><<<static_cast<unsigned>(geometry.blocks), static_cast<unsigned>(geometry.threads),
        static_cast<std::size_t>(geometry.sharedBytes), stream>>>(body);
    check(cudaGetLastError(), "launch of a kernel");
}

} // namespace pipegantt::cuda

#endif
