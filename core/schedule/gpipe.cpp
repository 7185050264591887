// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// GPipe: all forwards, then all backwards.
//
// Paper: Huang et al., 1811.06965, Fig. 2(c), whose backward passes run in descending order of the
// micro-batches. PyTorch's ScheduleGPipe runs them ascending. Time and memory are the same; the
// order in which gradients arrive is not, so both are offered.
//
//   ascending                                          (F = B)
//   device 0 | F0 F1 F2 F3 .  .  .  .  .  .  B0 B1 B2 B3
//   device 1 | .  F0 F1 F2 F3 .  .  .  .  B0 B1 B2 B3 .
//   device 2 | .  .  F0 F1 F2 F3 .  .  B0 B1 B2 B3 .  .
//   device 3 | .  .  .  F0 F1 F2 F3 B0 B1 B2 B3 .  .  .
//
//   descending, the paper's figure
//   device 3 | .  .  .  F0 F1 F2 F3 B3 B2 B1 B0 .  .  .
//
// Time (M+P-1)(F+B) + 2 (P-1) c; bubble (P-1)/(M+P-1); M micro-batches alive on every device.

#include "core/schedule/gpipe.h"

#include "core/base/text.h"

#include <array>

namespace pipegantt {
namespace {

constexpr std::array kChoices {Choice::BackwardOrder};

/// Each of the two phases is a flow shop of identical jobs: one job through all stages, and the
/// slowest stage once more for every other job.
ClosedForm claims(const Plan& plan)
{
    ClosedForm form = textbookForm(plan);
    if (plan.jitter > 0 || plan.optimizer > Duration::zero())
        return form;
    const StageSums sums = stageSums(plan);
    form.makespan = sums.forward + sums.backward
        + (plan.microbatches - 1) * (sums.slowestForward + sums.slowestBackward) + 2 * hopSum(plan);
    return form;
}

void generate(const Plan& plan, Schedule& schedule)
{
    const int microbatches = plan.microbatches;
    for (int device = 0; device < plan.stages; ++device) {
        for (int microbatch = 0; microbatch < microbatches; ++microbatch)
            schedule.append(OperationKind::Forward, 0, microbatch);
        for (int i = 0; i < microbatches; ++i) {
            const bool ascending = plan.backwardOrder == BackwardOrder::Ascending;
            schedule.append(OperationKind::Backward, 0, ascending ? i : microbatches - 1 - i);
        }
        schedule.finishDevice();
    }
}

} // namespace

const CatalogueEntry& gpipeEntry()
{
    static const CatalogueEntry kEntry {
        .kind = ScheduleKind::GPipe,
        .id = scheduleId(ScheduleKind::GPipe),
        .title = "GPipe",
        .year = 2018,
        .paper = "Huang et al., GPipe: Efficient Training of Giant Neural Networks using Pipeline "
                 "Parallelism, NeurIPS 2019, arXiv 1811.06965, Fig. 2(c)",
        .summary = PIPEGANTT_TEXT("Schedule",
            "All forward passes, then all backward passes: simple, but every micro-batch of "
            "activations stays alive."),
        .constraints = PIPEGANTT_TEXT("Schedule", "any M"),
        .parameters = {},
        .choices = kChoices,
        .bubbleFormula = "(P-1)/(P-1+M)",
        .makespanFormula = "(M+P-1) (F+B)",
        .memoryFormula = "M",
        .exactWhen = {},
        .closedForm = claims,
        .check = requireChunks,
        .generate = generate,
    };
    return kEntry;
}

} // namespace pipegantt
