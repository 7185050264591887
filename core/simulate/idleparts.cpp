// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulate/idleparts.h"

#include <algorithm>

namespace pipegantt {

namespace {

// Puts a row together from parts in the order of time; those of one cause that touch become one.
class RowWriter
{
public:
    explicit RowWriter(std::vector<IdlePart>& parts)
        : m_parts(parts)
        , m_first(parts.size())
    {
    }

    void add(std::int64_t begin, std::int64_t end, IdleCause cause)
    {
        if (begin >= end)
            return;
        const bool joins = m_parts.size() > m_first && m_parts.back().end == begin
            && m_parts.back().cause == cause;
        if (joins)
            m_parts.back().end = end;
        else
            m_parts.push_back({begin, end, cause});
    }

private:
    std::vector<IdlePart>& m_parts;
    std::size_t m_first;
};

} // namespace

IdleParts::IdleParts(const Plan& plan, const Schedule& schedule, const Timeline& timeline)
{
    IdleReader reader(plan, schedule, timeline);
    reader.index();
    std::vector<IdlePart> gap;
    for (int device = 0; device < schedule.devices(); ++device) {
        RowWriter row(m_parts);
        const std::size_t first = schedule.rowBegin(device);
        const std::size_t last = schedule.rowEnd(device);
        row.add(0, timeline.start(device, first).count(), IdleCause::WarmUp);
        for (std::size_t i = first + 1; i < last; ++i) {
            gap.clear();
            reader.eachPart(
                device, i, Duration::zero(), [&gap](Duration begin, Duration end, IdleCause cause) {
                    gap.push_back({begin.count(), end.count(), cause});
                });
            std::ranges::reverse(gap); // told from its end
            for (const IdlePart& part : gap)
                row.add(part.begin, part.end, part.cause);
        }
        row.add(timeline.end(last - 1).count(), timeline.makespan.count(), IdleCause::Drain);
        m_rowEnds.push_back(m_parts.size());
    }
}

std::span<const IdlePart> IdleParts::row(int device) const
{
    const auto i = static_cast<std::size_t>(device);
    const std::size_t begin = i == 0 ? 0 : m_rowEnds[i - 1];
    return std::span(m_parts).subspan(begin, m_rowEnds[i] - begin);
}

} // namespace pipegantt
