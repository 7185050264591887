// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/search/problem.h"

#include <algorithm>
#include <numeric>

namespace pipegantt {

void SearchProblem::finish()
{
    m_stagesOf.assign(static_cast<std::size_t>(devices), {});
    m_begins.clear();
    m_rowBegin.assign(static_cast<std::size_t>(devices) + 1, 0);
    m_operations = 0;
    limits.resize(static_cast<std::size_t>(devices), kUnlimited);
    afterwards.resize(static_cast<std::size_t>(devices), 0);
    for (const SearchStage& stage : stages) {
        const auto count =
            static_cast<std::size_t>(stage.units) * static_cast<std::size_t>(passes());
        m_begins.push_back(m_operations);
        m_operations += count;
        m_rowBegin[static_cast<std::size_t>(stage.device) + 1] += count;
    }
    for (std::size_t device = 1; device < m_rowBegin.size(); ++device)
        m_rowBegin[device] += m_rowBegin[device - 1];

    m_downstream.clear();
    m_lastOf.assign(stages.size(), 0);
    for (int first = 0; first < static_cast<int>(stages.size()); ++first) {
        if (stage(first).previous >= 0)
            continue;
        int last = first;
        for (int s = first; s >= 0; s = stage(s).next) {
            m_downstream.push_back(s);
            m_stagesOf[static_cast<std::size_t>(stage(s).device)].push_back(s);
            last = s;
        }
        for (int s = first; s >= 0; s = stage(s).next)
            m_lastOf[static_cast<std::size_t>(s)] = last;
    }
    m_upstream.assign(m_downstream.rbegin(), m_downstream.rend());
}

std::int64_t SearchProblem::workOf(int device) const
{
    std::int64_t work = 0;
    std::int64_t weights = slices;
    if (!sliceWeights.empty())
        weights = std::accumulate(sliceWeights.begin(), sliceWeights.end(), std::int64_t {0});
    for (const int s : stagesOf(device)) {
        for (int pass = 0; pass < passes(); ++pass)
            work +=
                stage(s).units / slices * weights * stage(s).durationOf(static_cast<Pass>(pass));
    }
    return work;
}

std::int64_t SearchProblem::leastMemory(int device) const
{
    std::int64_t least = 0;
    for (const int s : stagesOf(device)) {
        std::int64_t together = 0;
        for (const int other : stagesOf(device)) {
            if (lastOf(other) == lastOf(s))
                together += slices * stage(other).held;
        }
        least = std::max(least, together);
    }
    return least;
}

} // namespace pipegantt
