// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// 1F1B: one forward, one backward; PipeDream-Flush, and the schedule of DAPPLE.
//
// Papers: Narayanan et al., PipeDream-2BW, 2006.09503 (PipeDream-Flush); Fan et al., DAPPLE,
// 2007.01045; Megatron-LM, 2104.04473, Fig. 3. Device r warms up with min(P-1-r, M) forwards, then
// alternates one forward and one backward, then drains. PyTorch refuses M < P; the rule does not
// need that, and Megatron-LM runs it.
//
//   device 0 | F0 F1 F2 F3 .  .  .  .  .  .  B0 -- F4 B1 -- F5 B2 -- …
//   device 1 | .  F0 F1 F2 .  .  .  .  B0 -- F3 B1 -- F4 B2 -- F5 …
//   device 2 | .  .  F0 F1 .  .  B0 -- F2 B1 -- F3 B2 -- F4 B3 -- …
//   device 3 | .  .  .  F0 B0 -- F1 B1 -- F2 B2 -- F3 B3 -- F4 B4 …
//
// Time (M+P-1)(F+B); bubble (P-1)/(M+P-1); device r keeps min(P-r, M) micro-batches alive.

#include "core/schedule/onefoneb.h"

#include "core/base/text.h"

#include <algorithm>

namespace pipegantt {
namespace {

/// With latency: in each round of P micro-batches a gradient and an activation travel every link
/// that the warm-up did not hide; exact where the rounds are whole and the links are alike.
ClosedForm claims(const Plan& plan)
{
    ClosedForm form = textbookForm(plan);
    const bool wholeRounds = plan.microbatches % plan.stages == 0;
    const bool alike = plan.devicesPerNode == 0;
    const bool exact = form.gap == FormulaGap::None
        || (form.gap == FormulaGap::HopLatency && wholeRounds && alike
            && plan.optimizer == Duration::zero());
    if (!exact)
        return form;
    const StageTime& time = plan.timeOf(0);
    form.makespan = (plan.microbatches + plan.stages - 1) * (time.forward + time.backward());
    if (form.gap == FormulaGap::HopLatency) {
        const std::int64_t stages = plan.stages;
        const std::int64_t rounds = plan.microbatches / stages;
        *form.makespan += (2 * (stages - 1) * rounds + 2 * (stages - 2)) * hopTime(plan, 0, 1);
    }
    return form;
}

void generate(const Plan& plan, Schedule& schedule)
{
    for (int device = 0; device < plan.stages; ++device) {
        const int warmUp = std::min(plan.stages - 1 - device, plan.microbatches);
        for (int i = 0; i < warmUp; ++i)
            schedule.append(OperationKind::Forward, 0, i);
        for (int i = 0; i < plan.microbatches; ++i) {
            if (warmUp + i < plan.microbatches)
                schedule.append(OperationKind::Forward, 0, warmUp + i);
            schedule.append(OperationKind::Backward, 0, i);
        }
        schedule.finishDevice();
    }
}

} // namespace

const CatalogueEntry& oneFOneBEntry()
{
    static const CatalogueEntry kEntry {
        .kind = ScheduleKind::OneFOneB,
        .id = scheduleId(ScheduleKind::OneFOneB),
        .title = "1F1B",
        .year = 2020,
        .paper = "Narayanan et al., Memory-Efficient Pipeline-Parallel DNN Training "
                 "(PipeDream-Flush), ICML 2021, arXiv 2006.09503; Fan et al., DAPPLE, PPoPP 2021, "
                 "arXiv 2007.01045",
        .summary = PIPEGANTT_TEXT("Schedule",
            "After a warm-up each device alternates one forward and one backward pass, so at most "
            "P "
            "micro-batches of activations stay alive."),
        .constraints = PIPEGANTT_TEXT("Schedule", "any M (PyTorch asks for M ≥ P)"),
        .parameters = {},
        .choices = {},
        .bubbleFormula = "(P-1)/(P-1+M)",
        .makespanFormula = "(M+P-1) (F+B)",
        .memoryFormula = "min(P, M)",
        .exactWhen = {},
        .closedForm = claims,
        .check = requireChunks,
        .generate = generate,
    };
    return kEntry;
}

} // namespace pipegantt
