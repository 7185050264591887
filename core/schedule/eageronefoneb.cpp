// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Eager-1F1B: 1F1B with twice the warm-up, so that latency hides behind work.
//
// Paper: Zhuang et al., On Optimizing the Communication of Model Parallelism, 2211.05322, whose
// "overlapping-friendly" schedule runs in Alpa. Device r warms up with min(2 (P-1-r), M) forwards
// where 1F1B has P-1-r: each hop may then take as long as half a forward and a backward before
// anybody waits for it.
//
//   device 0 | F0 F1 F2 F3 F4 F5 F6 .  .  .  B0 -- F7 B1 -- .  B2 -- …
//   device 1 | .  F0 F1 F2 F3 F4 .  .  B0 -- F5 B1 -- F6 B2 -- F7 B3 -- …
//   device 2 | .  .  F0 F1 F2 .  B0 -- F3 B1 -- F4 B2 -- F5 B3 -- F6 B4 …
//   device 3 | .  .  .  F0 B0 -- F1 B1 -- F2 B2 -- F3 B3 -- F4 B4 -- F5 …
//
// Time (M+P-1)(F+B) + 2 (P-1) c where 2 c ≤ F+B; device r keeps min(2 (P-r) - 1, M) micro-batches.

#include "core/schedule/eageronefoneb.h"

#include "core/base/text.h"
#include "core/schedule/equaltimes.h"
#include "core/schedule/onefoneb.h"

namespace pipegantt {
namespace {

ClosedForm claims(const Plan& plan)
{
    ClosedForm form = textbookForm(plan);
    const std::optional<EqualTimes> times = equalTimes(plan);
    if (times && 2 * times->hop <= times->work()) {
        form.makespan = (plan.microbatches + plan.stages - 1) * times->work()
            + 2 * (plan.stages - 1) * times->hop + plan.optimizer;
    }
    return form;
}

void generate(const Plan& plan, Schedule& schedule)
{
    appendOneFOneB(
        plan, schedule, [&](int device) { return 2 * (plan.stages - 1 - device); },
        [&](int i) { schedule.append(OperationKind::Backward, 0, i); });
}

} // namespace

const CatalogueEntry& eagerOneFOneBEntry()
{
    static const CatalogueEntry kEntry {
        .kind = ScheduleKind::EagerOneFOneB,
        .id = scheduleId(ScheduleKind::EagerOneFOneB),
        .title = "Eager-1F1B",
        .year = 2022,
        .paper = "Zhuang et al., On Optimizing the Communication of Model Parallelism, MLSys 2023, "
                 "arXiv 2211.05322",
        .summary = PIPEGANTT_TEXT("Schedule",
            "1F1B with twice the warm-up: messages hide behind work, for almost twice the "
            "activations."),
        .constraints = PIPEGANTT_TEXT("Schedule", "any M"),
        .parameters = {},
        .choices = {},
        .bubbleFormula = "(P-1)/(P-1+M)",
        .makespanFormula = "(M+P-1) (F+B)",
        .memoryFormula = "min(2 P-1, M)",
        .exactWhen = {},
        .closedForm = claims,
        .check = requireChunks,
        .generate = generate,
    };
    return kEntry;
}

} // namespace pipegantt
