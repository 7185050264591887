// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/order/schedule.h"
#include "core/plan/plan.h"
#include "core/simulate/idlecauses.h"
#include "core/simulate/timeline.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pipegantt {

/// A stretch of idle time with one cause.
struct IdlePart
{
    std::int64_t begin = 0; ///< picoseconds
    std::int64_t end = 0;
    IdleCause cause = IdleCause::WarmUp;

    friend bool operator==(const IdlePart&, const IdlePart&) = default;
};

/// All idle time of a run, in parts of one cause each.
class IdleParts
{
public:
    /// O(operations), as long as none is many times shorter than others.
    IdleParts(const Plan& plan, const Schedule& schedule, const Timeline& timeline);

    /// Those of `device`, in the order of time; neighbours have different causes or do not touch.
    [[nodiscard]] std::span<const IdlePart> row(int device) const;

private:
    std::vector<IdlePart> m_parts;
    std::vector<std::size_t> m_rowEnds;
};

} // namespace pipegantt
