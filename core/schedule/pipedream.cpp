// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// PipeDream: 1F1B that never stops to update the weights, and PipeDream-2BW, which does with two
// versions of them.
//
// Papers: Narayanan et al., PipeDream, SOSP 2019, Fig. 4 and 8, and Memory-Efficient
// Pipeline-Parallel DNN Training (PipeDream-2BW), 2006.09503, Fig. 2. PipeDream steps the optimizer
// after every backward pass of a stage (O, drawn where it takes time) and stashes the weights that
// each micro-batch in flight used: P-r versions on device r, and gradients P-1-r updates late. 2BW
// gathers the gradients of M ≥ P micro-batches before it makes a new version, so that two are ever
// needed and each gradient is one update late.
//
//   device 0 | F0 F1 F2 F3 .  .  .  .  .  .  B0 -- F4 B1 -- F5 B2 -- …
//   device 1 | .  F0 F1 F2 .  .  .  .  B0 -- F3 B1 -- F4 B2 -- F5 …
//   device 2 | .  .  F0 F1 .  .  B0 -- F2 B1 -- F3 B2 -- F4 B3 -- …
//   device 3 | .  .  .  F0 B0 -- F1 B1 -- F2 B2 -- F3 B3 -- F4 B4 …
//
// What is drawn are M micro-batches by themselves, which fill the pipeline and leave it: time
// (M+P-1)(F+B), for PipeDream with updates M (F+B+O) + (P-1)(F+B). As micro-batches go on coming,
// no device ever waits.

#include "core/schedule/pipedream.h"

#include "core/base/text.h"
#include "core/schedule/equaltimes.h"
#include "core/schedule/onefoneb.h"

namespace pipegantt {
namespace {

constexpr std::string_view kExactWhen =
    PIPEGANTT_TEXT("Schedule", "these M micro-batches by themselves; as more come, nobody waits");

ClosedForm claims(const Plan& plan)
{
    ClosedForm form = textbookForm(plan);
    const std::optional<EqualTimes> times = equalTimes(plan);
    if (!times)
        return form;
    const bool each = shapeOf(plan.schedule).stepsEachMicrobatch;
    if (!each || times->hop == Duration::zero() || plan.optimizer == Duration::zero())
        form.makespan = oneFOneBMakespan(plan, times->forward, times->backward());
    if (form.makespan)
        *form.makespan += (each ? plan.microbatches : 1) * plan.optimizer;
    return form;
}

Result<void> checkTwoVersions(const Plan& plan)
{
    if (plan.microbatches < plan.stages) {
        return failure(ErrorCode::NeedsAtLeast,
            {"microbatches", std::to_string(plan.microbatches),
                std::string(scheduleId(plan.schedule)), std::to_string(plan.stages)});
    }
    return requireChunks(plan);
}

void generate(const Plan& plan, Schedule& schedule)
{
    const bool steps =
        shapeOf(plan.schedule).stepsEachMicrobatch && plan.optimizer > Duration::zero();
    appendOneFOneB(
        plan, schedule, [&](int device) { return plan.stages - 1 - device; },
        [&](int i) {
            schedule.append(OperationKind::Backward, 0, i);
            if (steps)
                schedule.append(OperationKind::OptimizerStep, 0, i);
        });
}

} // namespace

const CatalogueEntry& pipeDreamEntry()
{
    static const CatalogueEntry kEntry {
        .kind = ScheduleKind::PipeDream,
        .id = scheduleId(ScheduleKind::PipeDream),
        .title = "PipeDream",
        .year = 2019,
        .paper = "Narayanan et al., PipeDream: Generalized Pipeline Parallelism for DNN Training, "
                 "SOSP 2019, Fig. 4",
        .summary = PIPEGANTT_TEXT("Schedule",
            "1F1B that updates the weights after every backward pass and never drains; each "
            "micro-batch in flight keeps the weights that it used."),
        .constraints = PIPEGANTT_TEXT("Schedule", "any M"),
        .parameters = {},
        .choices = {},
        .updates = WeightUpdates::EachMicrobatch,
        .bubbleFormula = "(P-1)/(P-1+M)",
        .makespanFormula = "(M+P-1) (F+B)",
        .memoryFormula = "min(P, M)",
        .exactWhen = kExactWhen,
        .closedForm = claims,
        .check = requireChunks,
        .generate = generate,
    };
    return kEntry;
}

const CatalogueEntry& pipeDream2BWEntry()
{
    static const CatalogueEntry kEntry {
        .kind = ScheduleKind::PipeDream2BW,
        .id = scheduleId(ScheduleKind::PipeDream2BW),
        .title = "PipeDream-2BW",
        .year = 2020,
        .paper = "Narayanan et al., Memory-Efficient Pipeline-Parallel DNN Training, ICML 2021, "
                 "arXiv 2006.09503, Fig. 2",
        .summary = PIPEGANTT_TEXT("Schedule",
            "1F1B that never drains and updates the weights once for M micro-batches; two versions "
            "of them are enough."),
        .constraints = PIPEGANTT_TEXT("Schedule", "M ≥ P, so that two versions are enough"),
        .parameters = {},
        .choices = {},
        .updates = WeightUpdates::DoubleBuffered,
        .bubbleFormula = "(P-1)/(P-1+M)",
        .makespanFormula = "(M+P-1) (F+B)",
        .memoryFormula = "min(P, M)",
        .exactWhen = kExactWhen,
        .closedForm = claims,
        .check = checkTwoVersions,
        .generate = generate,
    };
    return kEntry;
}

} // namespace pipegantt
