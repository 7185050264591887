// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/plan.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace pipegantt {

/// How a micro-batch walks over the devices, and what that costs: once there and back for one chunk
/// a device, twice for the V of two chunks. Leg after leg it meets every device; even legs go up
/// the devices, odd ones down; the first half of the legs are forward passes, the others input
/// gradients. Flat copies of the plan's times, in picoseconds, for searches that read them often.
class Walk
{
public:
    /// The walk through `chunks` chunks a device, 1 (linear) or 2 (V), at the times of `plan`.
    Walk(const Plan& plan, int chunks);

    [[nodiscard]] int devices() const { return m_devices; }
    [[nodiscard]] int chunks() const { return m_chunks; }
    [[nodiscard]] int legs() const { return 2 * m_chunks; }
    [[nodiscard]] int microbatches() const { return m_microbatches; }
    /// Operations of one device: F, I and W of each chunk and micro-batch.
    [[nodiscard]] std::size_t rowLength() const
    {
        return std::size_t {3} * static_cast<std::size_t>(m_chunks)
            * static_cast<std::size_t>(m_microbatches);
    }

    [[nodiscard]] bool isForward(int leg) const { return leg < m_chunks; }
    /// The chunk that a pass of `leg` runs; the way back meets the chunks in reverse.
    [[nodiscard]] int chunkOf(int leg) const
    {
        return isForward(leg) ? leg : 2 * m_chunks - 1 - leg;
    }
    /// Whether `leg` begins on `device`, which then waits for no other device.
    [[nodiscard]] bool turns(int leg, int device) const
    {
        return device == (leg % 2 == 0 ? 0 : m_devices - 1);
    }
    /// The device that `leg` comes from to `device`, where it does not turn there.
    static int before(int leg, int device) { return leg % 2 == 0 ? device - 1 : device + 1; }

    /// How long the forward or input gradient of `leg` takes on `device`.
    [[nodiscard]] std::int64_t pass(int leg, int device) const
    {
        return m_passes[index(leg, device)];
    }
    /// How long the weight gradient of `chunk` takes on `device`.
    [[nodiscard]] std::int64_t weightGrad(int chunk, int device) const
    {
        return m_weightGrads[index(chunk, device)];
    }
    /// How long the message of `leg` to `device` takes, 0 where it turns there.
    [[nodiscard]] std::int64_t hop(int leg, int device) const { return m_hops[index(leg, device)]; }
    /// What `device` computes in the whole iteration.
    [[nodiscard]] std::int64_t work(int device) const;

private:
    [[nodiscard]] std::size_t index(int row, int device) const
    {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_devices)
            + static_cast<std::size_t>(device);
    }

    int m_devices;
    int m_chunks;
    int m_microbatches;
    std::vector<std::int64_t> m_passes;
    std::vector<std::int64_t> m_weightGrads;
    std::vector<std::int64_t> m_hops;
};

} // namespace pipegantt
