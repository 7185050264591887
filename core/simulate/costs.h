// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/order/schedule.h"
#include "core/plan/plan.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace pipegantt {

/// What a plan's times mean for the operations of a schedule, in picoseconds, ready for loops over
/// millions of them: how long each pass of each stage takes, and how long its message travels.
class Costs
{
public:
    /// Lays them out for `schedule`, reusing memory. O(stages).
    void lay(const Plan& plan, const Schedule& schedule);

    /// How long the operation at `index` of `schedule.operations()` on `device` takes.
    [[nodiscard]] std::int64_t duration(
        const Schedule& schedule, int device, std::size_t index) const
    {
        const PackedOperation operation = schedule.operations()[index];
        const int stage = schedule.stageOf(device, operation.chunk());
        if (m_plain)
            return m_stages[static_cast<std::size_t>(stage)]
                .durations[static_cast<std::size_t>(operation.kind())];
        return particularDuration(schedule, device, index, stage);
    }

    /// Whether stage and kind, and with it device and chunk, say all about a duration.
    [[nodiscard]] bool isPlain() const { return m_plain; }
    /// Whether a pass of a unit takes as long as that of any other unit with its place in the
    /// micro-batch.
    [[nodiscard]] bool repeats() const { return m_jitter == 0; }
    /// The greatest common divisor of all durations and hops; at least 1.
    [[nodiscard]] std::int64_t tick() const { return m_tick; }
    /// The longest of them; of durations with jitter or weights, without either.
    [[nodiscard]] std::int64_t longest() const { return m_longest; }
    /// Where costs are plain: writes how long each pass of `device` takes, in ticks of `tick`
    /// picoseconds, which must divide them, to its PackedOperation::pass() in `lengths`.
    template <class Tick>
    void layLengths(const Schedule& schedule, int device, std::int64_t tick, Tick* lengths) const
    {
        for (std::size_t kind = 0; kind < kOperationKindCount; ++kind) {
            for (int chunk = 0; chunk < schedule.chunks(); ++chunk) {
                const int stage = schedule.stageOf(device, chunk);
                const PackedOperation operation(static_cast<OperationKind>(kind), chunk, 0);
                if (stage >= 0) {
                    lengths[operation.pass()] = static_cast<Tick>(
                        m_stages[static_cast<std::size_t>(stage)].durations[kind] / tick);
                }
            }
        }
    }

    /// From the end of the forward of the stage before to the start that it allows; 0 for the first
    /// stage.
    [[nodiscard]] std::int64_t activationHop(int stage) const
    {
        return m_stages[static_cast<std::size_t>(stage)].activationHop;
    }
    /// The same for the gradient of the stage after.
    [[nodiscard]] std::int64_t gradientHop(int stage) const
    {
        return m_stages[static_cast<std::size_t>(stage)].gradientHop;
    }

    /// How long the pass at `index` would take in `stage`, which may be another than its own, were
    /// there no jitter.
    [[nodiscard]] std::int64_t planned(
        const Schedule& schedule, int stage, std::size_t index) const;

private:
    struct StageCosts
    {
        std::array<std::int64_t, kOperationKindCount> durations {};
        std::int64_t activationHop = 0;
        std::int64_t gradientHop = 0;
        std::uint64_t seed = 0; ///< of its jitter
    };

    void layPairs(const Schedule& schedule);
    void layTick();
    [[nodiscard]] std::int64_t particularDuration(
        const Schedule& schedule, int device, std::size_t index, int stage) const;
    [[nodiscard]] std::int64_t jittered(std::int64_t duration, int stage, PackedOperation of) const;

    std::vector<StageCosts> m_stages;
    std::vector<int> m_sliceWeights;
    std::int64_t m_pair = 0;
    int m_jitter = 0;
    std::int64_t m_tick = 1;
    std::int64_t m_longest = 0;
    bool m_plain = true;
};

} // namespace pipegantt
