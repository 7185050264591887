// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/search/problem.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace pipegantt {

/// Partial orders of equally many operations, each reduced to what its continuation depends on: how
/// many of each pass each stage has run, when each device is free, and when the results that nobody
/// has taken yet arrive. Results lie in queues, two a stage: 2 * stage for activations, and
/// 2 * stage + 1 for gradients.
class Layer
{
public:
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

    /// `stages` and `devices` are those of the problem.
    Layer(std::size_t stages, std::size_t devices)
        : m_stages(stages)
        , m_devices(devices)
    {
    }

    void clear()
    {
        m_states.clear();
        m_counts.clear();
        m_times.clear();
        m_latest.clear();
    }
    [[nodiscard]] std::size_t size() const { return m_states.size(); }

    /// One partial order.
    struct State
    {
        std::size_t times = 0; ///< where its instants begin
        std::size_t timeCount = 0;
        std::int64_t score = 0; ///< how promising it is; more is better
        std::uint64_t key = 0; ///< a hash of its counts
        std::uint32_t trail = kNone; ///< its last step
        std::uint32_t nextAlike = kNone; ///< another state in the same slot of the table
        bool dominated = false;
    };
    [[nodiscard]] State& state(std::size_t index) { return m_states[index]; }
    [[nodiscard]] const State& state(std::size_t index) const { return m_states[index]; }

    [[nodiscard]] std::span<const std::uint16_t> counts(std::size_t index) const
    {
        const std::size_t stride = m_stages * kPassCount;
        return {&m_counts[index * stride], stride};
    }
    /// When each device is free, then the arrivals queue after queue.
    [[nodiscard]] std::span<const std::int64_t> times(std::size_t index) const
    {
        return {&m_times[m_states[index].times], m_states[index].timeCount};
    }
    /// How late each device may be for what it has left to do.
    [[nodiscard]] std::span<const std::int64_t> latest(std::size_t index) const
    {
        return {&m_latest[index * m_devices], m_devices};
    }

    void add(State state, std::span<const std::uint16_t> counts,
        std::span<const std::int64_t> times, std::span<const std::int64_t> latest)
    {
        state.times = m_times.size();
        state.timeCount = times.size();
        m_states.push_back(state);
        m_counts.insert(m_counts.end(), counts.begin(), counts.end());
        m_times.insert(m_times.end(), times.begin(), times.end());
        m_latest.insert(m_latest.end(), latest.begin(), latest.end());
    }

private:
    std::size_t m_stages;
    std::size_t m_devices;
    std::vector<State> m_states;
    std::vector<std::uint16_t> m_counts;
    std::vector<std::int64_t> m_times;
    std::vector<std::int64_t> m_latest;
};

} // namespace pipegantt
