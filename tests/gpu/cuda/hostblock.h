// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/cuda/kernels/element.h"

#include <array>
#include <cstddef>
#include <functional>
#include <stdexcept>
#include <vector>

namespace pipegantt::test {

class HostThreads;

/// A block of a GPU's threads on the processor: what gpu/cuda/kernels/gpublock.h is on the device.
/// One for each thread. Instructions of a whole warp are made from what each thread brings, by the
/// layouts that the PTX manual draws.
class HostBlock
{
public:
    HostBlock(HostThreads& threads, int thread)
        : m_threads(threads)
        , m_thread(thread)
    {
    }

    [[nodiscard]] int thread() const { return m_thread; }
    [[nodiscard]] int threads() const;
    [[nodiscard]] std::int64_t index() const;
    [[nodiscard]] std::int64_t blocks() const;

    void sync();
    void syncWarp();
    float shuffleXor(float value, int mask);
    float shuffle(float value, int lane);
    void atomicAdd(float* to, float value) { *to += value; }
    float exp2(float x);

    template <class T>
    T* shared()
    {
        return reinterpret_cast<T*>(sharedBytes());
    }

    void loadMatrices(std::uint32_t (&at)[4], const cuda::Bfloat16* row, bool transposed);
    void multiplyAdd(
        float (&sum)[4], const std::uint32_t (&a)[4], std::uint32_t b0, std::uint32_t b1);

    template <int kBytes>
    void copyAsync(void* to, const void* from, bool valid)
    {
        copy(to, from, valid, kBytes);
    }
    /// Whatever was copied is there now, and was not before.
    void waitForCopies();

private:
    struct Copy
    {
        void* to;
        std::array<std::byte, 16> bytes;
        std::size_t size;
    };

    std::byte* sharedBytes();
    void copy(void* to, const void* from, bool valid, std::size_t size);

    HostThreads& m_threads;
    int m_thread;
    std::vector<Copy> m_copies;
};

/// The bodies of kernels could wait for one another and not be heard.
class StuckThreads : public std::logic_error
{
    using std::logic_error::logic_error;
};

/// Runs `body` in every thread of every block. Shared memory is full of numbers that are none at
/// first. Throws StuckThreads where a thread ends while others wait for it.
void runThreads(const cuda::Geometry& geometry, const std::function<void(HostBlock&)>& body);

/// Runs a kernel as it would be launched.
template <class Body>
void runOnHost(const Body& body)
{
    const cuda::Geometry geometry = body.geometry();
    if (geometry.threads > Body::kThreads || geometry.threads % cuda::kWarp != 0)
        throw std::logic_error("a block has threads that the kernel is not made for");
    runThreads(geometry, [&body](HostBlock& block) { body(block); });
}

} // namespace pipegantt::test
