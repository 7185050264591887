// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/ratio.h"
#include "core/plan/plan.h"

#include <cstdint>
#include <optional>

namespace pipegantt {

/// M / (P-1+M): the efficiency of P equal stages filled with M micro-batches.
Ratio efficiency(std::int64_t stages, std::int64_t microbatches);

/// The least M whose efficiency reaches `percent`, 1 ≤ percent ≤ 99: 9(P-1) for 90 %. At least 1.
std::int64_t microbatchesForEfficiency(std::int64_t stages, int percent);

/// The rule of thumb for a start: 4P.
std::int64_t conservativeMicrobatches(std::int64_t stages);

/// The rule of thumb for a good pipeline: 8P.
std::int64_t idealMicrobatches(std::int64_t stages);

/// The most micro-batches whose activations keep the plan's memory limit under its schedule;
/// nothing where memory does not bound M; 0 where not even one fits.
std::optional<std::int64_t> microbatchesThatFit(const Plan& plan);

/// Samples of one micro-batch, and whether the global batch divides evenly.
struct MicrobatchSize
{
    /// globalBatch / M, exact.
    Ratio samples;
    bool whole = false;
    /// The rule of thumb by depth: 2 to 4 samples up to four stages, 1 to 2 in deeper pipelines.
    int least = 1;
    int most = 2;

    enum class Verdict : std::uint8_t
    {
        Small, ///< below the rule: many passes, each with its overhead and worse kernels
        Good,
        Large, ///< above the rule: efficient passes, but few of them, so a larger bubble
    };
    Verdict verdict = Verdict::Good;
};

/// Nothing where the plan names no global batch.
std::optional<MicrobatchSize> microbatchSize(const Plan& plan);

/// Which consideration decided the recommended M.
enum class Bound : std::uint8_t
{
    Target, ///< it reaches the target efficiency
    IdealRule, ///< more than 8P brings little
    Memory, ///< more activations do not fit
    GlobalBatch, ///< a micro-batch holds at least one sample
    Uncut, ///< the schedule runs one batch, whatever would be better
    GivenOrder, ///< the order is given for this number and no other
    Schedule, ///< the schedule runs no fewer micro-batches, whatever the other bounds say
};

/// The M to use, why, and the numbers that it was chosen from.
struct Recommendation
{
    /// 0 where no number of micro-batches fits the memory.
    std::int64_t microbatches = 1;
    Bound bound = Bound::Target;
    std::int64_t forTarget = 1;
    std::int64_t conservative = 4;
    std::int64_t ideal = 8;
    std::optional<std::int64_t> memory;
    std::optional<std::int64_t> globalBatch;
    /// Whether the schedule's formula is the textbook's, which `forTarget` and `efficiency` are of.
    bool textbook = true;
    /// Whether M was moved to one that cuts the global batch into equal parts.
    bool movedToDivisor = false;
    /// Efficiency of equal stages of one chunk without latency with that M.
    Ratio efficiency;
    /// What simulation says of that M where the schedule, latency or uneven stages make it differ;
    /// nothing where the plan is too large to try at once.
    std::optional<Ratio> simulated;
    /// Whether that M reaches the target, as simulated where it was, else by the formula.
    bool reachesTarget = true;
};

/// min(target, 8P, memory, global batch), then the nearest M at or above the target, and within the
/// bounds, that divides the global batch; else the largest divisor within the bounds; of all these
/// only what the schedule runs. Where the textbook's formula is not exact, the target is the least
/// M that reaches it as simulated.
Recommendation recommend(const Plan& plan);

} // namespace pipegantt
