// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/catalogue.h"

#include "core/schedule/automatic.h"
#include "core/schedule/chimera.h"
#include "core/schedule/controllable.h"
#include "core/schedule/custom.h"
#include "core/schedule/dualpipe.h"
#include "core/schedule/eageronefoneb.h"
#include "core/schedule/gpipe.h"
#include "core/schedule/groupinterleaved.h"
#include "core/schedule/hanayo.h"
#include "core/schedule/inference.h"
#include "core/schedule/interleaved.h"
#include "core/schedule/interleavedzb.h"
#include "core/schedule/loopedbfs.h"
#include "core/schedule/naive.h"
#include "core/schedule/onefoneb.h"
#include "core/schedule/onefonebv.h"
#include "core/schedule/pipedream.h"
#include "core/schedule/recompute.h"
#include "core/schedule/seq1f1b.h"
#include "core/schedule/terapipe.h"
#include "core/schedule/zbauto.h"
#include "core/schedule/zbv.h"
#include "core/schedule/zbvsearch.h"
#include "core/schedule/zerobubble.h"

#include <algorithm>
#include <array>

namespace pipegantt {

std::span<const CatalogueEntry> catalogue()
{
    static const std::array kEntries {
        naiveEntry(),
        inferenceEntry(),
        gpipeEntry(),
        pipeDreamEntry(),
        oneFOneBEntry(),
        pipeDream2BWEntry(),
        interleavedEntry(),
        teraPipeEntry(),
        oneFOneBRecomputeEntry(),
        eagerOneFOneBEntry(),
        loopedBfsEntry(),
        hanayoEntry(),
        chimeraEntry(),
        zbH1Entry(),
        zbH2Entry(),
        zb1pEntry(),
        zb2pEntry(),
        zbVEntry(),
        zbVSearchEntry(),
        vHalfEntry(),
        vMinEntry(),
        oneFOneBVEntry(),
        interleavedZbEntry(),
        seq1F1BEntry(),
        dualPipeEntry(),
        dualPipeVEntry(),
        groupInterleavedEntry(),
        customEntry(),
        automaticEntry(),
    };
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
    if (!isHeldWhole(plan))
        return tl::unexpected(tooManyOperations(plan));
    const CatalogueEntry& known = entry(plan.schedule);
    if (Result<void> checked = known.check(plan); !checked)
        return checked;
    schedule.reset(
        placementOf(plan), plan.microbatches, shapeOf(plan.schedule).sliced ? plan.slices : 1);
    const KindShape& shape = shapeOf(plan.schedule);
    schedule.setStepsAtEnd(
        plan.optimizer > Duration::zero() && known.hasBackward && !shape.stepsEachMicrobatch);
    schedule.setRecomputesEarly(plan.recomputeStart == RecomputeStart::Early);
    schedule.reserve(static_cast<std::size_t>(operationCount(plan)));
    known.generate(plan, schedule);
    return {};
}

Placement placementOf(const Plan& plan)
{
    const CatalogueEntry& known = entry(plan.schedule);
    return known.placement == nullptr ? Placement::loop(plan.stages, plan.chunks)
                                      : known.placement(plan);
}

bool reads(ScheduleKind kind, Parameter parameter)
{
    return std::ranges::count(entry(kind).parameters, parameter) > 0;
}

bool reads(ScheduleKind kind, Choice choice)
{
    return std::ranges::count(entry(kind).choices, choice) > 0;
}

Result<void> requireChunks(const Plan& plan)
{
    const KindShape& shape = shapeOf(plan.schedule);
    if (plan.chunks == shape.chunks)
        return {};
    if (shape.chunks == 1) {
        return failure(
            ErrorCode::NeedsOneChunk, {std::to_string(plan.chunks), std::string(shape.id)});
    }
    return failure(ErrorCode::ChunksMismatch,
        {std::to_string(plan.chunks), std::string(shape.id), std::to_string(shape.chunks)});
}

} // namespace pipegantt
