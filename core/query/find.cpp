// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/query/find.h"

#include "core/simulate/idlecauses.h"

#include <algorithm>
#include <utility>

namespace pipegantt {
namespace {

bool isLetter(OperationKind kind, char letter)
{
    return letter == 0 || operationLetter(kind) == letter;
}

Duration partOf(const IdleCauses& causes, Query::Cause cause)
{
    switch (cause) {
    case Query::Cause::WarmUp:
        return causes.warmUp;
    case Query::Cause::Drain:
        return causes.drain;
    case Query::Cause::Message:
        return causes.message;
    case Query::Cause::Dependency:
        return causes.dependency;
    case Query::Cause::Imbalance:
        break;
    }
    return causes.imbalance;
}

class Finder
{
public:
    Finder(const Query& query, const Plan& plan, const Schedule& schedule, const Timeline& timeline,
        const Excerpt* excerpt)
        : m_query(query)
        , m_schedule(schedule)
        , m_timeline(timeline)
        , m_excerpt(excerpt)
        , m_makespan(trueTime(excerpt, timeline.makespan))
        , m_idle(plan, schedule, timeline)
    {
        if (query.cause)
            m_idle.index();
    }

    void read(int device, std::vector<Hit>& hits) const
    {
        if (m_query.device && *m_query.device != device)
            return;
        if (m_query.subject == Query::Subject::Operations)
            readOperations(device, hits);
        else
            readBubbles(device, hits);
    }

private:
    void readOperations(int device, std::vector<Hit>& hits) const
    {
        const std::size_t first = hits.size();
        for (std::size_t i = m_schedule.rowBegin(device); i < m_schedule.rowEnd(device); ++i) {
            if (!matches(device, i))
                continue;
            const bool half = m_schedule.operations()[i].kind() == OperationKind::PairedBackward;
            const auto bar = static_cast<std::uint32_t>(half ? i - 1 : i);
            if (hits.size() > first && hits.back().index == bar)
                continue;
            const Hit hit {device, bar, m_timeline.start(device, bar), m_timeline.end(bar)};
            if (!m_query.length || m_query.length->holds(hit.end - hit.begin, m_makespan))
                hits.push_back(hit);
        }
    }

    [[nodiscard]] bool matches(int device, std::size_t index) const
    {
        const PackedOperation operation = m_schedule.operations()[index];
        const auto is = [](const std::optional<int>& wanted, int value) {
            return !wanted || *wanted == value;
        };
        const int slices = m_schedule.slices();
        if (!isLetter(operation.kind(), m_query.letter) || !is(m_query.chunk, operation.chunk())
            || (m_query.microbatch
                && *m_query.microbatch != trueMicrobatch(m_excerpt, m_schedule, device, index))
            || !is(m_query.slice, operation.unit() % slices))
            return false;
        // A step of the optimizer is of no micro-batch and of all stages of its device.
        if (operation.kind() == OperationKind::OptimizerStep)
            return !m_query.chunk && !m_query.microbatch && !m_query.slice && !m_query.stage;
        return is(m_query.stage,
            m_schedule.placement().modelStage(m_schedule.stageOf(device, operation.chunk())));
    }

    void readBubbles(int device, std::vector<Hit>& hits) const
    {
        const std::size_t end = m_schedule.rowEnd(device);
        Duration from {};
        for (std::size_t i = m_schedule.rowBegin(device); i <= end; ++i) {
            const Duration to = i < end ? m_timeline.start(device, i) : m_timeline.makespan;
            if (from < to && holds(device, from, to))
                hits.push_back({device, static_cast<std::uint32_t>(i), from, to});
            if (i < end)
                from = m_timeline.end(i);
        }
    }

    [[nodiscard]] bool holds(int device, Duration from, Duration to) const
    {
        if (m_query.length && !m_query.length->holds(to - from, m_makespan))
            return false;
        return !m_query.cause
            || partOf(m_idle.in(device, from, to), *m_query.cause) > Duration::zero();
    }

    const Query& m_query;
    const Schedule& m_schedule;
    const Timeline& m_timeline;
    const Excerpt* m_excerpt;
    Duration m_makespan; ///< of the whole run
    IdleReader m_idle;
};

/// The order in which a person walks through hits.
bool comesBefore(Duration a, int deviceA, Duration b, int deviceB)
{
    return std::pair(a, deviceA) < std::pair(b, deviceB);
}

} // namespace

std::optional<Hit> Hits::beside(Duration when, int device, int step) const
{
    std::optional<Hit> next;
    std::optional<Hit> wrapped;
    const auto better = [step](const Hit& hit, const std::optional<Hit>& than) {
        return !than
            || (step > 0 ? comesBefore(hit.begin, hit.device, than->begin, than->device)
                         : comesBefore(than->begin, than->device, hit.begin, hit.device));
    };
    for (int row = 0; row < devices(); ++row) {
        const std::span<const Hit> hits = of(row);
        if (hits.empty())
            continue;
        const Hit& outermost = step > 0 ? hits.front() : hits.back();
        if (better(outermost, wrapped))
            wrapped = outermost;
        // Of those that begin at once, the later devices come after.
        const auto behind = std::ranges::partition_point(hits, [&](const Hit& hit) {
            return step > 0 ? !comesBefore(when, device, hit.begin, row)
                            : comesBefore(hit.begin, row, when, device);
        });
        if (step > 0 ? behind == hits.end() : behind == hits.begin())
            continue;
        const Hit& hit = step > 0 ? *behind : *(behind - 1);
        if (better(hit, next))
            next = hit;
    }
    return next ? next : wrapped;
}

std::size_t Hits::ordinal(const Hit& hit) const
{
    std::size_t count = 1;
    for (int row = 0; row < devices(); ++row) {
        const std::span<const Hit> hits = of(row);
        const auto behind = std::ranges::partition_point(hits,
            [&](const Hit& other) { return comesBefore(other.begin, row, hit.begin, hit.device); });
        count += static_cast<std::size_t>(behind - hits.begin());
    }
    return count;
}

Hits find(const Query& query, const Plan& plan, const Schedule& schedule, const Timeline& timeline,
    const Excerpt* excerpt)
{
    const Finder finder(query, plan, schedule, timeline, excerpt);
    Hits hits;
    hits.m_subject = query.subject;
    for (int device = 0; device < schedule.devices(); ++device) {
        finder.read(device, hits.m_hits);
        hits.m_rows.push_back(hits.m_hits.size());
    }
    return hits;
}

} // namespace pipegantt
