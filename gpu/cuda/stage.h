// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gpu/cuda/buffers.h"
#include "gpu/cuda/owned.h"

#include <array>
#include <memory>
#include <vector>

namespace pipegantt::cuda {

/// Device memory, buffer by buffer, counted by lifetime. Every byte that no pass has written is of
/// no number, so that one that is read all the same is seen in what comes out.
class DeviceArena
{
public:
    void* take(Lifetime lifetime, std::int64_t bytes);
    [[nodiscard]] std::int64_t bytes(Lifetime lifetime) const
    {
        return m_bytes[static_cast<std::size_t>(lifetime)];
    }

private:
    std::vector<DeviceMemory> m_buffers;
    std::array<std::int64_t, kLifetimes> m_bytes {};
};

/// A stage on a device; all calls by one thread. Every function throws `Failure`.
class Stage
{
public:
    Stage() = default;
    virtual ~Stage() = default;
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    /// Allocates on `device` and draws parameters and inputs.
    static std::unique_ptr<Stage> open(int device, const Shape& shape);

    /// Runs a pass to its end. Gives back picoseconds between two events on the device.
    virtual std::int64_t run(std::int32_t pass, const PipeganttStop& stop) = 0;
    [[nodiscard]] virtual PipeganttStageMemory memory() const = 0;
    virtual void read(std::int32_t tensor, std::int64_t count, float* values) = 0;
};

} // namespace pipegantt::cuda
