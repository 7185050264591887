// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/schedule/draft.h"
#include "core/schedule/walk.h"

#include <array>
#include <cstdint>
#include <vector>

namespace pipegantt {

/// The binary choices of the search for ZB-V.
struct ZbVChoices
{
    /// Before an input gradient of the first chunk, run a weight gradient rather than idle longer
    /// than the other devices.
    bool fillBeforeInputGrads = true;
    /// The same before a forward.
    bool fillBeforeForwards = true;
};

/// Zero Bubble's heuristic for the V layout (2401.10241, section 6): a warm-up that meets its first
/// gradient, then rounds of one input gradient and one forward on each device, with weight
/// gradients where they fill idle time or make room under 2P chunks. Keeps its memory between
/// calls.
class ZbVRule
{
public:
    explicit ZbVRule(const Walk& walk);

    /// Writes the order that `choices` give into `draft`, and what it is worth into `quality`.
    /// `idleApproved` is the idle time of each device in an order found before, which the others
    /// may idle up to; empty where there is none. False, with the draft unfinished, where the rule
    /// finds no way on. O(operations).
    bool run(const ZbVChoices& choices, const std::vector<std::int64_t>& idleApproved, Draft& draft,
        Quality& quality);

    /// How long each device idled in the last order, from its first forward on.
    [[nodiscard]] std::vector<std::int64_t> idleTimes() const;
    [[nodiscard]] std::int64_t mostIdle() const { return m_mostIdle; }

private:
    /// The walk of the V: down chunk 0, up chunk 1, and the gradients back.
    static constexpr int kLegs = 4;

    struct Device
    {
        /// Passes done by leg.
        std::array<int, kLegs> done {};
        std::array<int, 2> weightGradsDone {};
        /// Chunks of the weight gradients that wait, as a queue over all of the iteration.
        std::size_t queueBegin = 0;
        std::size_t queueEnd = 0;
        int peak = 0;
        int earlyPeak = 0;
        std::int64_t memory = 0;
        std::int64_t clock = 0;
        std::int64_t idle = 0;
        /// How much longer than this device the others were approved to idle.
        std::int64_t lead = 0;
        std::array<std::int64_t, kLegs> pass {};
        std::array<std::int64_t, kLegs> hop {};
        std::array<std::int64_t, 2> weightGrad {};
    };

    void reset(const std::vector<std::int64_t>& idleApproved);
    void warmUp();
    void fillWarmUp();
    void runRound();
    [[nodiscard]] int nextInputGrad(int device) const;
    [[nodiscard]] int nextForward(int device) const;
    void placeForward(int device);
    void fillGap(int device, int leg, bool fillShort);
    [[nodiscard]] bool canRun(int leg, int device, int microbatch) const;
    void put(int leg, int device);
    void wait(Device& device, std::int64_t until);
    void putWeightGrad(int device);
    [[nodiscard]] Quality quality() const;

    [[nodiscard]] bool hasWaiting(const Device& device) const
    {
        return device.queueBegin < device.queueEnd;
    }
    [[nodiscard]] std::size_t slot(int leg, int device, int microbatch) const
    {
        return (static_cast<std::size_t>(leg) * m_devices.size() + static_cast<std::size_t>(device))
            * m_microbatches
            + static_cast<std::size_t>(microbatch);
    }
    [[nodiscard]] std::uint8_t& queued(int device, std::size_t position)
    {
        return m_queues[static_cast<std::size_t>(device) * 2 * m_microbatches + position];
    }

    const Walk& m_walk;
    std::size_t m_microbatches;
    ZbVChoices m_choices;
    Draft* m_draft = nullptr;
    std::vector<Device> m_initial;
    std::vector<Device> m_devices;
    std::vector<std::int64_t> m_ends;
    std::vector<std::uint8_t> m_queues;
    std::vector<int> m_down;
    std::vector<int> m_up;
    std::int64_t m_limit;
    std::int64_t m_mostIdle = 0;
    /// At a dead end.
    bool m_failed = false;
};

} // namespace pipegantt
