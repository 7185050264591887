// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/cuda/stage.h"

#include "gpu/cuda/passes.h"

#include <cmath>

namespace pipegantt::cuda {
namespace {

/// Half of the values that the cache holds would still be those of the pass before.
constexpr std::int64_t kCacheSizes = 2;

std::int64_t cacheBytes(int device)
{
    int bytes = 0;
    check(cudaDeviceGetAttribute(&bytes, cudaDevAttrL2CacheSize, device), "cudaDeviceGetAttribute");
    return bytes;
}

/// The passes of a stage with the events that time them.
template <class T>
class StageOf : public Stage
{
public:
    StageOf(int device, const Shape& shape)
        : m_device(device)
        , m_stream(makeStream())
        , m_begin(makeEvent())
        , m_end(makeEvent())
        , m_cacheBytes(kCacheSizes * cacheBytes(device))
        , m_cache(allocate(static_cast<std::size_t>(m_cacheBytes)))
        , m_passes(shape, m_arena, m_stream.get())
    {
        check(cudaDeviceSynchronize(), "cudaDeviceSynchronize");
    }

    std::int64_t run(std::int32_t pass, const PipeganttStop& stop) override
    {
        check(cudaSetDevice(m_device), "cudaSetDevice");
        const cudaStream_t stream = m_stream.get();
        // No pass finds in the cache what the one before it left, as little as it would among
        // stages that are larger than the cache. While this is written, the first kernels are
        // launched, so that the clock does not see their way to the device.
        check(cudaMemsetAsync(m_cache.get(), 0, static_cast<std::size_t>(m_cacheBytes), stream),
            "cudaMemsetAsync");
        check(cudaEventRecord(m_begin.get(), stream), "cudaEventRecord");
        const bool ended = m_passes.run(pass, stop);
        check(cudaEventRecord(m_end.get(), stream), "cudaEventRecord");
        check(cudaEventSynchronize(m_end.get()), "cudaEventSynchronize");
        if (!ended)
            throw Failure {PIPEGANTT_STOPPED, "stopped"};
        float milliseconds = 0;
        check(cudaEventElapsedTime(&milliseconds, m_begin.get(), m_end.get()),
            "cudaEventElapsedTime");
        return std::llround(static_cast<double>(milliseconds) * 1e9);
    }

    [[nodiscard]] PipeganttStageMemory memory() const override
    {
        PipeganttStageMemory memory {};
        memory.weights = m_arena.bytes(Lifetime::Weights);
        memory.gradients = m_arena.bytes(Lifetime::Gradients);
        memory.optimizer = m_arena.bytes(Lifetime::Optimizer);
        memory.kept_for_weight_grad = m_arena.bytes(Lifetime::UntilWeightGrad);
        memory.saved = memory.kept_for_weight_grad + m_arena.bytes(Lifetime::UntilInputGrad);
        memory.added_by_input_grad = m_arena.bytes(Lifetime::AddedByInputGrad);
        memory.scratch = m_arena.bytes(Lifetime::Scratch) + m_arena.bytes(Lifetime::Workspace);
        return memory;
    }

    void read(std::int32_t tensor, std::int64_t count, float* values) override
    {
        check(cudaSetDevice(m_device), "cudaSetDevice");
        m_passes.read(tensor, count, values);
    }

private:
    int m_device;
    Stream m_stream;
    Event m_begin;
    Event m_end;
    std::int64_t m_cacheBytes;
    DeviceMemory m_cache;
    DeviceArena m_arena;
    Passes<T> m_passes;
};

} // namespace

void* DeviceArena::take(Lifetime lifetime, std::int64_t bytes)
{
    constexpr int kNoNumber = 0xff; // in every byte: no number in any of the types
    m_buffers.push_back(allocate(static_cast<std::size_t>(bytes)));
    m_bytes[static_cast<std::size_t>(lifetime)] += bytes;
    const bool sum = lifetime == Lifetime::Gradients || lifetime == Lifetime::Optimizer;
    check(cudaMemset(m_buffers.back().get(), sum ? 0 : kNoNumber, static_cast<std::size_t>(bytes)),
        "cudaMemset");
    return m_buffers.back().get();
}

std::unique_ptr<Stage> Stage::open(int device, const Shape& shape)
{
    check(cudaSetDevice(device), "cudaSetDevice");
    if (shape.bfloat16())
        return std::make_unique<StageOf<Bfloat16>>(device, shape);
    return std::make_unique<StageOf<float>>(device, shape);
}

} // namespace pipegantt::cuda
