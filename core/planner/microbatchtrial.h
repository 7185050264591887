// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/ratio.h"
#include "core/plan/plan.h"
#include "core/planner/bubbleprobe.h"
#include "core/run/run.h"

#include <cstdint>
#include <optional>

namespace pipegantt {

/// Answers what a plan would be with other numbers of micro-batches, all else the same, and groups
/// by the schedule's own rule. Keeps its memory between questions.
class MicrobatchTrial
{
public:
    explicit MicrobatchTrial(const Plan& plan);

    /// Whether the schedule runs `microbatches`.
    [[nodiscard]] bool runs(std::int64_t microbatches);
    /// The least M from `from` to `upTo` that the schedule runs.
    std::optional<std::int64_t> leastThatRuns(std::int64_t from, std::int64_t upTo);
    /// The greatest M from 1 to `upTo` that the schedule runs.
    std::optional<std::int64_t> mostThatRuns(std::int64_t upTo);

    /// As simulated; nothing where the textbook's formula says the same or the plan is too large.
    std::optional<Ratio> efficiency(std::int64_t microbatches);
    /// The least M from `from` to `upTo` that runs and reaches `target`, or the greatest that runs
    /// where none does; nothing where none runs.
    std::optional<std::int64_t> leastReaching(Ratio target, std::int64_t from, std::int64_t upTo);

    /// The greatest M up to `upTo` that runs and keeps the memory limit, by simulation: 0 where not
    /// even the least does. Nothing where memory does not bound M.
    std::optional<std::int64_t> mostThatFits(std::int64_t upTo);

private:
    std::optional<bool> fits(std::int64_t microbatches);

    Plan m_plan;
    bool m_simulates; ///< whether the textbook is not enough
    BubbleProbe m_probe;
    SimulationScratch m_scratch;
    Run m_buffer;
};

/// Whether the formula of the plan's schedule is the textbook's (P-1)/(P-1+M).
bool followsTextbook(const Plan& plan);

} // namespace pipegantt
