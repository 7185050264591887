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
#include "core/schedule/equaltimes.h"

namespace pipegantt {
namespace {

ClosedForm claims(const Plan& plan)
{
    ClosedForm form = textbookForm(plan);
    if (const std::optional<EqualTimes> times = equalTimes(plan))
        form.makespan = oneFOneBMakespan(plan, times->forward, times->backward());
    if (form.makespan)
        *form.makespan += plan.optimizer;
    return form;
}

void generate(const Plan& plan, Schedule& schedule)
{
    appendOneFOneB(
        plan, schedule, [&](int device) { return plan.stages - 1 - device; },
        [&](int i) { schedule.append(OperationKind::Backward, 0, i); });
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

std::optional<Duration> oneFOneBMakespan(const Plan& plan, Duration forward, Duration backward)
{
    const std::optional<EqualTimes> times = equalTimes(plan);
    if (!times)
        return std::nullopt;
    const std::int64_t stages = plan.stages;
    const Duration busy = (plan.microbatches + stages - 1) * (forward + backward);
    if (times->hop == Duration::zero())
        return busy;
    if (plan.microbatches % stages != 0)
        return std::nullopt;
    // In each round of P micro-batches an activation and a gradient travel every link that the
    // warm-up did not hide.
    const std::int64_t rounds = plan.microbatches / stages;
    return busy + (2 * (stages - 1) * rounds + 2 * (stages - 2)) * times->hop;
}

} // namespace pipegantt
