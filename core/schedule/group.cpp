// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/group.h"

#include <string>

namespace pipegantt {
namespace {

/// The forwards of a device as numbers in the order in which it runs them, for the question whether
/// they can all run. Backward passes have the same numbers.
class Table
{
public:
    explicit Table(const Plan& plan)
        : m_size(groupSize(plan))
        , m_last(plan.microbatches % m_size)
        , m_round(m_size * plan.chunks)
        , m_lastBegin(plan.microbatches / m_size * m_round)
        , m_end(m_lastBegin + m_last * plan.chunks)
    {
    }

    [[nodiscard]] std::int64_t size() const { return m_size; }
    [[nodiscard]] std::int64_t last() const { return m_last; }
    [[nodiscard]] std::int64_t end() const { return m_end; }
    [[nodiscard]] std::int64_t lastBegin() const { return m_lastBegin; }
    [[nodiscard]] std::int64_t round() const { return m_round; }

    /// The same micro-batch in the chunk before; -1 in the first chunk.
    [[nodiscard]] std::int64_t before(std::int64_t number) const
    {
        const std::int64_t size = number < m_lastBegin ? m_size : m_last;
        const std::int64_t begin = number < m_lastBegin ? number - number % m_round : m_lastBegin;
        return number - begin < size ? -1 : number - size;
    }

    /// The latest `before` of all numbers up to `number`; -1 where none has one.
    [[nodiscard]] std::int64_t latestBefore(std::int64_t number) const
    {
        if (const std::int64_t found = before(number); found >= 0)
            return found;
        const std::int64_t begin = number < m_lastBegin ? number - number % m_round : m_lastBegin;
        return begin - 1 - m_size;
    }

private:
    std::int64_t m_size;
    std::int64_t m_last;
    std::int64_t m_round;
    std::int64_t m_lastBegin;
    std::int64_t m_end;
};

/// Whether a forward waits for itself. On the first device it waits for the last device's forward
/// of the chunk before, which stands behind the backward pass that the warm-up of (V-1) N leaves
/// in front of it; that waits for the first device's backward of the chunk after, which stands
/// behind a forward again. Other ways round lose more of the lead, so there is a deadlock exactly
/// where this one comes back to where it began or further.
bool waitsForItself(const Plan& plan, int lead)
{
    const Table table(plan);
    const std::int64_t warmUp = std::int64_t {plan.chunks - 1} * table.size();
    const std::int64_t deepest = warmUp + std::int64_t {lead} * (plan.stages - 1);
    const auto comesBack = [&](std::int64_t number) {
        const std::int64_t backward = table.before(number) - warmUp - 1;
        if (table.before(number) < 0 || backward < 0)
            return false;
        const std::int64_t behind = table.latestBefore(backward);
        return behind >= 0 && deepest + behind >= number;
    };
    // The third whole group stands to the second as every later one to the one before it.
    if (table.size() < plan.stages) {
        const std::int64_t whole = std::min(3 * table.round(), table.lastBegin());
        for (std::int64_t number = table.round(); number < whole; ++number) {
            if (comesBack(number))
                return true;
        }
    }
    if (table.last() < plan.stages) {
        for (std::int64_t number = table.lastBegin(); number < table.end(); ++number) {
            if (comesBack(number))
                return true;
        }
    }
    return false;
}

int ownGroupSize(const Plan& plan)
{
    int size = std::min(plan.stages, plan.microbatches);
    while (plan.microbatches % size != 0 && plan.microbatches % size < plan.stages)
        ++size;
    return size;
}

} // namespace

int groupSize(const Plan& plan)
{
    if (plan.group != 0)
        return plan.group;
    if (plan.schedule == ScheduleKind::GroupInterleaved)
        return plan.stages;
    return ownGroupSize(plan);
}

bool hasFullGroups(const Plan& plan)
{
    const int size = groupSize(plan);
    const int last = plan.microbatches % size;
    return size >= plan.stages && (last == 0 || last >= plan.stages);
}

Result<void> checkGroup(const Plan& plan)
{
    if (plan.group <= plan.microbatches)
        return {};
    return failure(ErrorCode::GroupOutOfRange,
        {std::to_string(plan.group), std::to_string(plan.microbatches),
            std::to_string(ownGroupSize(plan))});
}

Result<void> checkInterleaved(const Plan& plan, int lead)
{
    if (plan.chunks < 2) {
        return failure(ErrorCode::NeedsAtLeast,
            {"chunks", std::to_string(plan.chunks), std::string(scheduleId(plan.schedule)), "2"});
    }
    if (Result<void> checked = checkGroup(plan); !checked)
        return checked;
    if (waitsForItself(plan, lead)) {
        return failure(ErrorCode::GroupWaitsForItself,
            {std::to_string(plan.group), std::to_string(plan.microbatches),
                std::to_string(plan.stages), std::to_string(ownGroupSize(plan))});
    }
    return {};
}

} // namespace pipegantt
