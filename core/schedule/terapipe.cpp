// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// TeraPipe: GPipe over slices of the sequence. With causal attention a slice needs only the slices
// before it, so the slices of one sequence can follow each other through the stages; backward
// passes come back in the opposite order.
//
// Paper: Li et al., TeraPipe: Token-Level Pipeline Parallelism for Training Large-Scale Language
// Models, 2102.07988, Fig. 2. Later slices attend to more and take longer; slices may be given
// unequal times.
//
//   M = 1, S = 3                                                        (F = B)
//   device 0 | F0.0 F0.1 F0.2 .    .    .    .    B0.2 B0.1 B0.0
//   device 1 | .    F0.0 F0.1 F0.2 .    .    B0.2 B0.1 B0.0 .
//   device 2 | .    .    F0.0 F0.1 F0.2 B0.2 B0.1 B0.0 .    .
//
// Time (M S+P-1)(F+B) + 2 (P-1) c in passes of slices; all M micro-batches alive. Slices of weights
// w on equal stages: M Σw + (P-1) max w in the place of M S+P-1.

#include "core/schedule/terapipe.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace pipegantt {
namespace {

constexpr std::array kParameters {Parameter::Slices};
constexpr std::array kChoices {Choice::BackwardOrder};

/// Each of the two phases is a flow shop. With equal slices the jobs are alike, with equal stages
/// the machines are: either way one job passes all stages, and every other one its slowest.
ClosedForm claims(const Plan& plan)
{
    ClosedForm form = textbookForm(plan);
    const bool equalSlices = plan.sliceWeights.empty()
        || std::ranges::count(plan.sliceWeights, plan.sliceWeights.front())
            == static_cast<std::ptrdiff_t>(plan.sliceWeights.size());
    if (plan.jitter > 0 || plan.commModel == CommModel::Blocking
        || (!equalSlices && !hasEqualStages(plan)))
        return form;
    std::int64_t all = plan.slices;
    std::int64_t longest = 1;
    if (!plan.sliceWeights.empty()) {
        all = std::accumulate(plan.sliceWeights.begin(), plan.sliceWeights.end(), std::int64_t {0});
        longest = std::ranges::max(plan.sliceWeights);
    }
    const StageSums sums = stageSums(plan);
    form.makespan = longest * (sums.forward + sums.backward)
        + (plan.microbatches * all - longest) * (sums.slowestForward + sums.slowestBackward)
        + 2 * hopSum(plan) + plan.optimizer;
    return form;
}

void generate(const Plan& plan, Schedule& schedule)
{
    const int units = static_cast<int>(plan.units());
    const bool ascending = plan.backwardOrder == BackwardOrder::Ascending;
    for (int device = 0; device < plan.stages; ++device) {
        for (int unit = 0; unit < units; ++unit)
            schedule.append(OperationKind::Forward, 0, unit);
        const int step = ascending ? plan.slices : -plan.slices;
        int first = ascending ? 0 : units - plan.slices;
        for (int i = 0; i < plan.microbatches; ++i, first += step) {
            for (int slice = plan.slices - 1; slice >= 0; --slice)
                schedule.append(OperationKind::Backward, 0, first + slice);
        }
        schedule.finishDevice();
    }
}

} // namespace

const CatalogueEntry& teraPipeEntry()
{
    static const CatalogueEntry kEntry {
        .kind = ScheduleKind::TeraPipe,
        .id = scheduleId(ScheduleKind::TeraPipe),
        .title = "TeraPipe",
        .year = 2021,
        .paper = "Li et al., TeraPipe: Token-Level Pipeline Parallelism for Training Large-Scale "
                 "Language Models, ICML 2021, arXiv 2102.07988, Fig. 2",
        .summary = PIPEGANTT_TEXT("Schedule",
            "GPipe over slices of the sequence: even one long sequence fills the pipeline."),
        .constraints = PIPEGANTT_TEXT("Schedule", "any M; a model with causal attention"),
        .parameters = kParameters,
        .choices = kChoices,
        .bubbleFormula = "(P-1)/(P-1+S M)",
        .makespanFormula = "(S M+P-1) (F+B)",
        .memoryFormula = "M",
        .exactWhen = {},
        .closedForm = claims,
        .check = requireChunks,
        .generate = generate,
    };
    return kEntry;
}

} // namespace pipegantt
