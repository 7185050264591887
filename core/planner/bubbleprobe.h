// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/ratio.h"
#include "core/plan/plan.h"
#include "core/run/run.h"

#include <cstdint>
#include <optional>

namespace pipegantt {

/// Answers what the bubble of many similar plans is, at the least cost that is exact: by a formula
/// where one holds for the plan, else by simulating it. Keeps its memory between questions.
class BubbleProbe
{
public:
    /// Simulates only plans of at most `mostOperations`.
    explicit BubbleProbe(std::int64_t mostOperations)
        : m_mostOperations(mostOperations)
    {
    }

    /// The exact bubble ratio of `plan`; nothing where the plan cannot run or would cost too much.
    std::optional<Ratio> bubbleRatio(const Plan& plan);

private:
    std::int64_t m_mostOperations;
    SimulationScratch m_scratch;
    Run m_buffer;
};

} // namespace pipegantt
