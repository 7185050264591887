// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Fill-drain inference: forward only, no result is kept for a backward pass.
//
// Source: DeepSpeed, runtime/pipe/schedule.py, InferenceSchedule: M + P - 1 steps, at step t stage
// s runs micro-batch t - s. Megatron-LM's forward_only is the same; with V chunks it runs groups of
// N micro-batches through chunk after chunk (get_schedule_table).
//
//   device 0 | F0 F1 F2 F3 .  .  .
//   device 1 | .  F0 F1 F2 F3 .  .
//   device 2 | .  .  F0 F1 F2 F3 .
//   device 3 | .  .  .  F0 F1 F2 F3
//
// Time (M+P-1) F, with V chunks (VM+P-1) F; bubble (P-1)/(VM+P-1); one micro-batch in flight.

#include "core/schedule/inference.h"

#include "core/base/text.h"
#include "core/schedule/group.h"

#include <array>

namespace pipegantt {
namespace {

Result<void> check(const Plan& plan)
{
    return checkGroup(plan);
}

ClosedForm claims(const Plan& plan)
{
    ClosedForm form = textbookForm(plan);
    if (form.gap == FormulaGap::None && plan.chunks > 1 && !hasFullGroups(plan))
        form.gap = FormulaGap::PartialGroup;
    if (plan.jitter > 0)
        return form;
    if (plan.chunks > 1) {
        if (form.gap == FormulaGap::None)
            form.makespan = (form.idleTerms + form.workTerms) * plan.timeOf(0).forward;
        return form;
    }
    const StageSums sums = stageSums(plan);
    form.makespan = sums.forward + (plan.microbatches - 1) * sums.slowestForward + hopSum(plan);
    return form;
}

void generate(const Plan& plan, Schedule& schedule)
{
    const int passes = plan.chunks * plan.microbatches;
    const GroupWalk start(plan);
    for (int device = 0; device < plan.stages; ++device) {
        GroupWalk walk = start;
        for (int i = 0; i < passes; ++i, walk.next())
            schedule.append(OperationKind::Forward, walk.chunk(), walk.microbatch());
        schedule.finishDevice();
    }
}

constexpr std::array kParameters {Parameter::Chunks, Parameter::Group};

} // namespace

const CatalogueEntry& inferenceEntry()
{
    static const CatalogueEntry kEntry {
        .kind = ScheduleKind::Inference,
        .id = scheduleId(ScheduleKind::Inference),
        .title = "Inference",
        .year = 2020,
        .paper = "DeepSpeed, runtime/pipe/schedule.py, InferenceSchedule; Narayanan et al., "
                 "Megatron-LM, SC 2021, arXiv 2104.04473",
        .summary = PIPEGANTT_TEXT(
            "Schedule", "Forward passes only: the micro-batches fill the pipeline and drain it."),
        .constraints = PIPEGANTT_TEXT("Schedule", "any M; with chunks, N from 1 to M"),
        .parameters = kParameters,
        .choices = {},
        .hasBackward = false,
        .bubbleFormula = "(P-1)/(P-1+V M)",
        .makespanFormula = "(V M+P-1) F",
        .memoryFormula = "1",
        .exactWhen = {},
        .closedForm = claims,
        .check = check,
        .generate = generate,
    };
    return kEntry;
}

} // namespace pipegantt
