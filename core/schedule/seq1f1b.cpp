// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Seq1F1B: 1F1B over slices of the sequence.
//
// Paper: Sun et al., Seq1F1B: Efficient Sequence-Level Pipeline Parallelism for Large Language
// Model Training, 2406.03488, Fig. 2. The slices of a micro-batch go forward in ascending order and
// come back in descending order, so device r warms up with S - 1 slices more than 1F1B:
// min(P-1-r + S-1, M S). S = 1 is 1F1B.
//
//   P = 2, M = 2, S = 2                                                 (F = B)
//   device 0 | F0.0 F0.1 F1.0 B0.1 F1.1 B0.0 .    B1.1 .    B1.0
//   device 1 | .    F0.0 F0.1 B0.1 F1.0 B0.0 F1.1 B1.1 B1.0 .
//
// Time (M S+P-1)(F+B) in passes of slices; device r keeps min(P-r + S-1, M S) slices alive.

#include "core/schedule/seq1f1b.h"

#include "core/base/text.h"
#include "core/schedule/equaltimes.h"
#include "core/schedule/onefoneb.h"

#include <array>

namespace pipegantt {
namespace {

constexpr std::array kParameters {Parameter::Slices};

ClosedForm claims(const Plan& plan)
{
    ClosedForm form = textbookForm(plan);
    const std::optional<EqualTimes> times = equalTimes(plan);
    if (times && times->hop == Duration::zero())
        form.makespan = (plan.units() + plan.stages - 1) * times->work() + plan.optimizer;
    return form;
}

void generate(const Plan& plan, Schedule& schedule)
{
    int first = 0; // of the micro-batch that comes back
    int slice = 0; // of it, the one that came back last
    appendOneFOneB(
        plan, schedule, [&](int device) { return plan.stages - 2 - device + plan.slices; },
        [&](int i) {
            if (i == 0) {
                first = 0;
                slice = plan.slices;
            } else if (slice == 0) {
                first += plan.slices;
                slice = plan.slices;
            }
            schedule.append(OperationKind::Backward, 0, first + --slice);
        });
}

} // namespace

const CatalogueEntry& seq1F1BEntry()
{
    static const CatalogueEntry kEntry {
        .kind = ScheduleKind::Seq1F1B,
        .id = scheduleId(ScheduleKind::Seq1F1B),
        .title = "Seq1F1B",
        .year = 2024,
        .paper = "Sun et al., Seq1F1B: Efficient Sequence-Level Pipeline Parallelism for Large "
                 "Language Model Training, arXiv 2406.03488, Fig. 2",
        .summary = PIPEGANTT_TEXT("Schedule",
            "1F1B over slices of the sequence: the bubble and the memory shrink with their "
            "number."),
        .constraints = PIPEGANTT_TEXT("Schedule", "any M; a model with causal attention"),
        .parameters = kParameters,
        .choices = {},
        .bubbleFormula = "(P-1)/(P-1+S M)",
        .makespanFormula = "(S M+P-1) (F+B)",
        .memoryFormula = "min(M, (P+S-1)/S)",
        .exactWhen = {},
        .closedForm = claims,
        .check = requireChunks,
        .generate = generate,
    };
    return kEntry;
}

} // namespace pipegantt
