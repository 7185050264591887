// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/schedule/draft.h"
#include "core/schedule/walk.h"

#include <cstdint>
#include <vector>

namespace pipegantt {

/// The binary choices of Zero Bubble's heuristic (2401.10241, section 3.1).
struct ZbChoices
{
    /// Warm up only with forwards that are done before the first gradient can be there, rather than
    /// with one that delays it.
    bool keepFirstGradPunctual = true;
    /// Skip a forward that would delay an input gradient, where the lead over the next device
    /// allows.
    bool favourInputGrads = true;
    /// Fill an idle time with a weight gradient longer than it even where the device has idled less
    /// than another.
    bool fillShortGaps = true;
};

/// Memory of one micro-batch on one device, in any unit: all of it after the forward, `kept` of it
/// after the input gradient, none after the weight gradient.
struct ZbMemory
{
    std::int64_t all = 1;
    std::int64_t kept = 1;
    /// What a device may hold.
    std::int64_t limit = 1;
};

/// Zero Bubble's heuristic for the linear layout: builds an order pass by pass, in rounds of one
/// forward and one input gradient on each device, with weight gradients where they fill idle time
/// or make room. Keeps its memory between calls.
class ZbRule
{
public:
    explicit ZbRule(const Walk& walk);

    /// Writes the order that `choices` give into `draft` and what it is worth into `quality`.
    /// False, with the draft unfinished, where the limit cannot be kept or a device idles so long
    /// that the span would pass `longestSpan`. O(operations).
    bool run(const ZbChoices& choices, const ZbMemory& memory, std::int64_t longestSpan,
        Draft& draft, Quality& quality);

private:
    struct Device
    {
        int forwards = 0;
        int inputGrads = 0;
        int weightGrads = 0;
        int peak = 0;
        int earlyPeak = 0;
        std::int64_t memory = 0;
        std::int64_t clock = 0;
        /// Time waited since the first forward, and how much of it the longest span allows.
        std::int64_t idle = 0;
        std::int64_t idleAllowed = 0;
        std::int64_t forwardTime = 0;
        std::int64_t inputGradTime = 0;
        std::int64_t weightGradTime = 0;
        /// From the device before, and from the one after.
        std::int64_t hopUp = 0;
        std::int64_t hopDown = 0;
    };

    void warmUp();
    int extraForwards(const Device& device, std::int64_t gradientAt) const;
    bool runRound();
    void chooseForwards();
    bool skipsForward(const Device& device, const Device& next) const;
    bool placeForward(int device);
    bool placeInputGrad(int device);
    bool makeRoom(int device, std::int64_t need);
    void fillGap(int device, std::int64_t until);
    void putForward(int device);
    void putInputGrad(int device);
    void putWeightGrad(int device);
    void wait(Device& device, std::int64_t until);
    [[nodiscard]] Quality quality() const;

    [[nodiscard]] std::int64_t& forwardEnd(int device, int microbatch)
    {
        return m_forwardEnds[static_cast<std::size_t>(device) * m_microbatches
            + static_cast<std::size_t>(microbatch)];
    }
    [[nodiscard]] std::int64_t& inputGradEnd(int device, int microbatch)
    {
        return m_inputGradEnds[static_cast<std::size_t>(device) * m_microbatches
            + static_cast<std::size_t>(microbatch)];
    }

    const Walk& m_walk;
    std::size_t m_microbatches;
    ZbChoices m_choices;
    ZbMemory m_memory;
    Draft* m_draft = nullptr;
    std::vector<Device> m_initial;
    std::vector<Device> m_devices;
    std::vector<int> m_wanted;
    std::vector<std::int64_t> m_forwardEnds;
    std::vector<std::int64_t> m_inputGradEnds;
    /// The longest idle time of any device so far.
    std::int64_t m_mostIdle = 0;
    bool m_tooLong = false;
};

} // namespace pipegantt
