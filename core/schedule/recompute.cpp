// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// 1F1B with full recomputation: a device keeps only the inputs of its stages and runs the forward
// pass again (R) before each backward pass.
//
// Papers: Chen et al., Training Deep Nets with Sublinear Memory Cost, 1604.06174; Korthikanti et
// al., Reducing Activation Recomputation in Large Transformer Models, 2205.05198, §5. PyTorch and
// Megatron-LM recompute when the gradient has come; GPipe (1811.06965, §2.3) also while a device
// waits for it.
//
//   device 0 | F0 F1 F2 F3 .  .  .  .  .  .  .  .  .  R0 B0 -- F4 R1 B1 -- …   (F = R = 1, B = 2)
//   device 1 | .  F0 F1 F2 .  .  .  .  .  .  R0 B0 -- F3 R1 B1 -- F4 R2 B2 …
//   device 2 | .  .  F0 F1 .  .  .  R0 B0 -- F2 R1 B1 -- F3 R2 B2 -- F4 R3 …
//   device 3 | .  .  .  F0 R0 B0 -- F1 R1 B1 -- F2 R2 B2 -- F3 R3 B3 -- F4 …
//
// Time (M+P-1)(F+R+B); recomputing early M (F+R+B) + (P-1)(F+B). Device r keeps the inputs of
// min(P-r, M) micro-batches and the activations of the one that it works on.

#include "core/schedule/recompute.h"

#include "core/base/text.h"
#include "core/schedule/equaltimes.h"
#include "core/schedule/onefoneb.h"

#include <array>

namespace pipegantt {
namespace {

constexpr std::array kParameters {Parameter::Recompute};
constexpr std::array kChoices {Choice::RecomputeStart};

ClosedForm claims(const Plan& plan)
{
    ClosedForm form = textbookForm(plan);
    const bool early = plan.recomputeStart == RecomputeStart::Early;
    if (form.gap == FormulaGap::None && early && plan.stages > 1)
        form.gap = FormulaGap::Conditions;
    const std::optional<EqualTimes> times = equalTimes(plan);
    if (!times)
        return form;
    const Duration again = plan.recompute > Duration::zero() ? plan.recompute : times->forward;
    if (!early)
        form.makespan = oneFOneBMakespan(plan, times->forward, again + times->backward());
    else if (times->hop == Duration::zero())
        form.makespan =
            plan.microbatches * again + (plan.microbatches + plan.stages - 1) * times->work();
    if (form.makespan)
        *form.makespan += plan.optimizer;
    return form;
}

void generate(const Plan& plan, Schedule& schedule)
{
    appendOneFOneB(
        plan, schedule, [&](int device) { return plan.stages - 1 - device; },
        [&](int i) {
            schedule.append(OperationKind::Recompute, 0, i);
            schedule.append(OperationKind::Backward, 0, i);
        });
}

} // namespace

const CatalogueEntry& oneFOneBRecomputeEntry()
{
    static const CatalogueEntry kEntry {
        .kind = ScheduleKind::OneFOneBRecompute,
        .id = scheduleId(ScheduleKind::OneFOneBRecompute),
        .title = "1F1B, recomputed",
        .year = 2022,
        .paper = "Korthikanti et al., Reducing Activation Recomputation in Large Transformer "
                 "Models, MLSys 2023, arXiv 2205.05198; Chen et al., arXiv 1604.06174",
        .summary = PIPEGANTT_TEXT("Schedule",
            "1F1B that keeps only the inputs of the stages and computes the activations again "
            "before each backward pass."),
        .constraints = PIPEGANTT_TEXT("Schedule", "any M (PyTorch asks for M ≥ P)"),
        .parameters = kParameters,
        .choices = kChoices,
        .bubbleFormula = "(P-1)/(P-1+M)",
        .makespanFormula = "(M+P-1) (F+R+B)",
        .memoryFormula = "1",
        .exactWhen = PIPEGANTT_TEXT("Schedule", "recomputations start with the gradient"),
        .closedForm = claims,
        .check = requireChunks,
        .generate = generate,
    };
    return kEntry;
}

} // namespace pipegantt
