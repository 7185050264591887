// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/time.h"
#include "core/order/schedule.h"
#include "core/plan/plan.h"
#include "core/simulate/causalwalk.h"
#include "core/simulate/costs.h"
#include "core/simulate/timeline.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace pipegantt {

/// What a device waits for while it is idle; IdleCauses says what each means.
enum class IdleCause : std::uint8_t
{
    WarmUp,
    Drain,
    Message,
    Dependency,
    Imbalance,
};

inline constexpr std::size_t kIdleCauseCount = 5;

/// The idle time of a device, or of one gap of it, by what it waited for. Together they are all of
/// it: each instant counts once.
struct IdleCauses
{
    /// Until the device's first operation.
    Duration warmUp {};
    /// After its last operation.
    Duration drain {};
    /// While a message was on its way of which the device's next operation was the consequence: its
    /// own input, or the input of an operation elsewhere that it had to wait for.
    Duration message {};
    /// While such an operation ran on another device, as far as it took no longer than the same
    /// pass takes in the stage that waits.
    Duration dependency {};
    /// The rest of such operations: what it would not have had to wait were they as short as its
    /// own. 0 where stages are equal and nothing jitters.
    Duration imbalance {};

    [[nodiscard]] Duration total() const
    {
        return warmUp + drain + message + dependency + imbalance;
    }

    friend bool operator==(const IdleCauses&, const IdleCauses&) = default;
};

/// Tells idle time by cause, for many questions about one run. Refers to the schedule and the
/// timeline, which must outlive it.
class IdleReader
{
public:
    IdleReader(const Plan& plan, const Schedule& schedule, const Timeline& timeline);

    /// Makes each step of a walk a look, for 8 bytes a stage and unit. O(operations).
    void index() { m_walk.index(); }

    /// The idle time of `device` within [begin, end), which lies in [0, makespan]. Stretches side
    /// by side add up to the whole. O(its operations + log operations).
    [[nodiscard]] IdleCauses in(int device, Duration begin, Duration end) const;

    /// Calls `take` with begin, end and cause of each part, as far as it ends after `from`, of the
    /// gap before the operation at `index`, which is not the first of its row: from its end back.
    template <class Take>
    void eachPart(int device, std::size_t index, Duration from, Take take) const
    {
        const Duration begin = m_timeline.end(index - 1);
        if (begin == m_timeline.start(device, index))
            return;
        const Duration least = std::max(begin, from);
        const int stage = m_schedule.stageOf(device, m_schedule.operations()[index].chunk());
        auto step = m_walk.before(m_walk.stepOf(device, index));
        for (; step && step->end > least; step = m_walk.before(*step)) {
            const Duration partBegin = std::max(step->begin, least);
            if (step->kind == CausalStep::Kind::Message) {
                take(partBegin, step->end, IdleCause::Message);
                continue;
            }
            // What goes beyond the own length of the pass stands at its end.
            const Duration own(m_costs.planned(m_schedule, stage, step->operation));
            const Duration beyond = std::clamp(step->begin + own, partBegin, step->end);
            take(beyond, step->end, IdleCause::Imbalance);
            take(partBegin, beyond, IdleCause::Dependency);
        }
    }

private:
    void readGap(
        int device, std::size_t index, Duration begin, Duration end, IdleCauses& causes) const;

    const Schedule& m_schedule;
    const Timeline& m_timeline;
    CausalWalk m_walk;
    Costs m_costs;
};

/// Those of every device; `total()` is the device's idle time. O(operations), as long as none is
/// many times shorter than others.
std::vector<IdleCauses> idleCauses(
    const Plan& plan, const Schedule& schedule, const Timeline& timeline);

/// Those of the gap before the operation at `index` on `device`, or after its last operation.
IdleCauses idleCausesBefore(const Plan& plan, const Schedule& schedule, const Timeline& timeline,
    int device, std::optional<std::size_t> index);

} // namespace pipegantt
