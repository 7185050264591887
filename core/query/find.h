// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/time.h"
#include "core/order/schedule.h"
#include "core/plan/plan.h"
#include "core/query/query.h"
#include "core/simulate/excerpt.h"
#include "core/simulate/timeline.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace pipegantt {

/// A place that a query finds.
struct Hit
{
    int device = 0;
    /// The operation, of a pair its bar, or the one behind the bubble; the end of the row behind
    /// the last.
    std::uint32_t index = 0;
    Duration begin {};
    Duration end {};

    friend bool operator==(const Hit&, const Hit&) = default;
};

/// All that a query finds in a run.
class Hits
{
public:
    [[nodiscard]] Query::Subject subject() const { return m_subject; }
    [[nodiscard]] std::size_t size() const { return m_hits.size(); }
    /// Those of a device, in the order of time.
    [[nodiscard]] std::span<const Hit> of(int device) const
    {
        const auto row = static_cast<std::size_t>(device);
        return std::span(m_hits).subspan(m_rows[row], m_rows[row + 1] - m_rows[row]);
    }
    [[nodiscard]] int devices() const { return static_cast<int>(m_rows.size()) - 1; }

    /// The hit after (`step` 1) or before (-1) the one that begins at `when` on `device`, in the
    /// order of time and then of devices; from the end on the first again. Nothing without hits.
    /// O(devices * log hits).
    [[nodiscard]] std::optional<Hit> beside(Duration when, int device, int step) const;
    /// Which one of all it is in that order, from 1. O(devices * log hits).
    [[nodiscard]] std::size_t ordinal(const Hit& hit) const;

private:
    friend Hits find(const Query&, const Plan&, const Schedule&, const Timeline&, const Excerpt*);

    Query::Subject m_subject = Query::Subject::Operations;
    std::vector<Hit> m_hits;
    std::vector<std::size_t> m_rows {0};
};

/// Beyond the operation budget schedule and timeline are an `excerpt`, whose passes are found by
/// the micro-batches of the whole run; shares are of its makespan. O(operations); for a cause of
/// idle time also the walks back from each bubble.
Hits find(const Query& query, const Plan& plan, const Schedule& schedule, const Timeline& timeline,
    const Excerpt* excerpt);

} // namespace pipegantt
