// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Naive model parallelism: the batch is not cut, and every stage waits for the one before.
//
// Paper: GPipe, 1811.06965, Fig. 2(b): "the sequential dependency of the network" leaves one device
// at work at any time. Rule: F0, B0 on every device.
//
//   device 0 | F0 .  .  .  .  .  .  .  .  .  B0 --
//   device 1 | .  F0 .  .  .  .  .  .  B0 -- .  .
//   device 2 | .  .  F0 .  .  .  B0 -- .  .  .  .
//   device 3 | .  .  .  F0 B0 -- .  .  .  .  .  .
//
// Time P (F+B) + 2 (P-1) c; bubble (P-1)/P; one batch of activations.

#include "core/schedule/naive.h"

#include "core/base/text.h"

namespace pipegantt {
namespace {

Result<void> check(const Plan& plan)
{
    if (plan.microbatches != 1)
        return failure(ErrorCode::NeedsOneMicrobatch, {std::to_string(plan.microbatches)});
    return requireChunks(plan);
}

ClosedForm claims(const Plan& plan)
{
    ClosedForm form = textbookForm(plan);
    if (plan.jitter == 0 && plan.optimizer == Duration::zero())
        form.makespan = uncutMakespan(plan);
    return form;
}

void generate(const Plan& plan, Schedule& schedule)
{
    for (int device = 0; device < plan.stages; ++device) {
        schedule.append(OperationKind::Forward, 0, 0);
        schedule.append(OperationKind::Backward, 0, 0);
        schedule.finishDevice();
    }
}

} // namespace

const CatalogueEntry& naiveEntry()
{
    static const CatalogueEntry kEntry {
        .kind = ScheduleKind::Naive,
        .id = scheduleId(ScheduleKind::Naive),
        .title = "Naive",
        .year = 2018,
        .paper = "Huang et al., GPipe: Efficient Training of Giant Neural Networks using Pipeline "
                 "Parallelism, NeurIPS 2019, arXiv 1811.06965, Fig. 2(b)",
        .summary = PIPEGANTT_TEXT("Schedule",
            "No micro-batches: one batch runs through the stages, and every stage waits."),
        .constraints = PIPEGANTT_TEXT("Schedule", "M = 1"),
        .parameters = {},
        .choices = {},
        .bubbleFormula = "(P-1)/P",
        .makespanFormula = "P (F+B)",
        .memoryFormula = "1",
        .exactWhen = {},
        .closedForm = claims,
        .check = check,
        .generate = generate,
    };
    return kEntry;
}

} // namespace pipegantt
