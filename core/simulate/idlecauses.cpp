// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulate/idlecauses.h"

#include "core/simulate/causalwalk.h"
#include "core/simulate/costs.h"

#include <algorithm>

namespace pipegantt {
namespace {

/// Explains gaps between operations by walking back through what they waited for.
class GapReader
{
public:
    GapReader(const Plan& plan, const Schedule& schedule, const Timeline& timeline)
        : m_schedule(schedule)
        , m_timeline(timeline)
        , m_walk(plan, schedule, timeline)
    {
        m_costs.lay(plan, schedule);
    }

    void index() { m_walk.index(); }

    /// Adds the gap before the operation at `index`, which is not the first of its row.
    void read(int device, std::size_t index, IdleCauses& causes) const
    {
        const Duration begin = m_timeline.end(index - 1);
        if (begin == m_timeline.start(device, index))
            return;
        const int stage = m_schedule.stageOf(device, m_schedule.operations()[index].chunk());
        auto step = m_walk.before(m_walk.stepOf(device, index));
        for (; step && step->end > begin; step = m_walk.before(*step)) {
            const Duration part = step->end - std::max(step->begin, begin);
            if (step->kind == CausalStep::Kind::Message) {
                causes.message += part;
                continue;
            }
            const Duration own(m_costs.planned(m_schedule, stage, step->operation));
            const Duration longer = step->end - step->begin - own;
            const Duration imbalance = std::clamp(longer, Duration::zero(), part);
            causes.imbalance += imbalance;
            causes.dependency += part - imbalance;
        }
    }

private:
    const Schedule& m_schedule;
    const Timeline& m_timeline;
    CausalWalk m_walk;
    Costs m_costs;
};

Duration drainOf(const Schedule& schedule, const Timeline& timeline, int device)
{
    return timeline.makespan - timeline.end(schedule.rowEnd(device) - 1);
}

} // namespace

std::vector<IdleCauses> idleCauses(
    const Plan& plan, const Schedule& schedule, const Timeline& timeline)
{
    GapReader reader(plan, schedule, timeline);
    reader.index();
    std::vector<IdleCauses> all(static_cast<std::size_t>(schedule.devices()));
    for (int device = 0; device < schedule.devices(); ++device) {
        IdleCauses& causes = all[static_cast<std::size_t>(device)];
        const std::size_t begin = schedule.rowBegin(device);
        causes.warmUp = timeline.start(device, begin);
        causes.drain = drainOf(schedule, timeline, device);
        for (std::size_t i = begin + 1; i < schedule.rowEnd(device); ++i)
            reader.read(device, i, causes);
    }
    return all;
}

IdleCauses idleCausesBefore(const Plan& plan, const Schedule& schedule, const Timeline& timeline,
    int device, std::optional<std::size_t> index)
{
    IdleCauses causes;
    if (!index)
        causes.drain = drainOf(schedule, timeline, device);
    else if (*index == schedule.rowBegin(device))
        causes.warmUp = timeline.start(device, *index);
    else
        GapReader(plan, schedule, timeline).read(device, *index, causes);
    return causes;
}

} // namespace pipegantt
