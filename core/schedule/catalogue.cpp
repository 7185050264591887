// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/catalogue.h"

#include "core/schedule/gpipe.h"
#include "core/schedule/inference.h"
#include "core/schedule/naive.h"
#include "core/schedule/onefoneb.h"

#include <algorithm>
#include <array>

namespace pipegantt {

std::span<const CatalogueEntry> catalogue()
{
    static const std::array kEntries {
        naiveEntry(), inferenceEntry(), gpipeEntry(), oneFOneBEntry()};
    return kEntries;
}

const CatalogueEntry& entry(ScheduleKind kind)
{
    return *std::ranges::find(catalogue(), kind, &CatalogueEntry::kind);
}

Result<void> generate(const Plan& plan, Schedule& schedule)
{
    if (Result<void> checked = checkPlan(plan); !checked)
        return checked;
    const CatalogueEntry& known = entry(plan.schedule);
    if (Result<void> checked = known.check(plan); !checked)
        return checked;
    schedule.reset(plan.stages, plan.chunks, plan.microbatches);
    schedule.reserve(static_cast<std::size_t>(operationCount(plan)));
    known.generate(plan, schedule);
    return {};
}

Result<void> requireOneChunk(const Plan& plan)
{
    if (plan.chunks == 1)
        return {};
    return failure(ErrorCode::NeedsOneChunk,
        {std::to_string(plan.chunks), std::string(scheduleId(plan.schedule))});
}

int groupSize(const Plan& plan)
{
    return plan.group == 0 ? std::min(plan.stages, plan.microbatches) : plan.group;
}

} // namespace pipegantt
