// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/search/layer.h"
#include "core/search/problem.h"
#include "core/search/queues.h"
#include "core/search/windows.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pipegantt {

/// What counts for how promising a state is: the time that a device, the next forward or the next
/// input gradient of a stage could lose and still keep its window.
struct StateWeights
{
    std::int64_t device = 1;
    std::int64_t forward = 1;
    std::int64_t gradient = 1;
    /// And what the least of these times counts.
    std::int64_t least = 0;
};

/// The state that one more operation leads to: built, and judged whether it can still keep all
/// windows.
class NextState
{
public:
    /// The arguments live longer than this. `windows` was narrowed for `latestEnds`.
    NextState(const SearchProblem& problem, const Windows& windows,
        std::span<const std::int64_t> latestEnds);

    /// Becomes the state before the first operation.
    void begin();

    /// Becomes the state after `pass` of `stage` has ended at `end`, from the state `parent` of
    /// `layer` with its `queues`. False where that cannot keep all windows; then this is no state.
    bool follow(const Layer& layer, std::size_t parent, const Queues& queues, int stage, Pass pass,
        std::int64_t end, const StateWeights& weights);

    [[nodiscard]] const std::vector<std::uint16_t>& counts() const { return m_counts; }
    [[nodiscard]] const std::vector<std::int64_t>& times() const { return m_times; }
    [[nodiscard]] const std::vector<std::int64_t>& latest() const { return m_latest; }
    [[nodiscard]] std::int64_t score() const { return m_score; }

private:
    struct Step
    {
        int stage;
        Pass pass;
        int unit;
        std::int64_t end;
    };

    bool carryOver(const Layer& layer, std::size_t parent, const Queues& queues, const Step& step);
    bool carryQueue(std::span<const std::int64_t> arrivals, int stage, Pass pass, const Step& step);
    bool deliver(int to, const Step& step, std::size_t queueBegin);
    bool assess(int device);
    bool boundForward(int stage);
    bool boundInputGrad(int stage);
    bool judgeDevice(int device);
    bool count(std::int64_t weight, std::int64_t slack);
    [[nodiscard]] std::int64_t latestFor(int device) const;
    [[nodiscard]] std::int64_t& freeAt(int device)
    {
        return m_times[static_cast<std::size_t>(device)];
    }

    const SearchProblem& m_problem;
    const Windows& m_windows;
    std::span<const std::int64_t> m_latestEnds;
    StateWeights m_weights;
    std::vector<std::uint16_t> m_counts;
    std::vector<std::int64_t> m_times;
    std::vector<std::int64_t> m_latest;
    std::int64_t m_score = 0;
    std::int64_t m_least = 0;
    /// Bits that scores leave out of times, so that weighted sums stay within their range.
    unsigned m_shift = 0;
    Queues m_queues;
    /// Earliest start of the next forward and input gradient of each stage.
    std::vector<std::int64_t> m_nextForward;
    std::vector<std::int64_t> m_nextInputGrad;
};

} // namespace pipegantt
