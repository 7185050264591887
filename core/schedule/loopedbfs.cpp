// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Looped BFS, or breadth-first: GPipe over several chunks a device. Each chunk runs all
// micro-batches before the next chunk begins, so that with FSDP its weights are gathered once.
//
// Papers: Lamy-Poirier, Breadth-First Pipeline Parallelism, 2211.05953; PyTorch,
// ScheduleLoopedBFS, whose backward passes run in descending order of the micro-batches.
//
//   V = 2, M = 4, chunk 1 in small letters                             (F = B)
//   device 0 | F0 F1 F2 F3 f0 f1 f2 f3 .  .  b3 b2 b1 b0 B3 B2 B1 B0
//   device 1 | .  F0 F1 F2 F3 f0 f1 f2 f3 b3 b2 b1 b0 B3 B2 B1 B0 .
//
// Time (V M+P-1)(F+B) in passes of chunks for M ≥ P; all M micro-batches alive on every device.
// Each of the two phases is the first round through the devices, then one round for every other
// chunk, as long as the work of a device or the way around the ring: (P-1)(F+c) + M F +
// (V-1) max(M F, P (F+c)).

#include "core/schedule/loopedbfs.h"

#include "core/base/text.h"
#include "core/schedule/equaltimes.h"

#include <algorithm>
#include <array>

namespace pipegantt {
namespace {

constexpr std::array kParameters {Parameter::Chunks};

ClosedForm claims(const Plan& plan)
{
    ClosedForm form = textbookForm(plan);
    if (form.gap == FormulaGap::None && plan.microbatches < plan.stages)
        form.gap = FormulaGap::PartialGroup;
    const std::optional<EqualTimes> times = equalTimes(plan);
    if (!times)
        return form;
    const auto phase = [&](Duration pass) {
        const Duration work = plan.microbatches * pass;
        const Duration ring = plan.stages * (pass + times->hop);
        return (plan.stages - 1) * (pass + times->hop) + work
            + (plan.chunks - 1) * std::max(work, ring);
    };
    form.makespan = phase(times->forward) + phase(times->backward()) + plan.optimizer;
    return form;
}

Result<void> check(const Plan& plan)
{
    if (plan.chunks >= 2)
        return {};
    return failure(ErrorCode::NeedsAtLeast,
        {"chunks", std::to_string(plan.chunks), std::string(scheduleId(plan.schedule)), "2"});
}

void generate(const Plan& plan, Schedule& schedule)
{
    for (int device = 0; device < plan.stages; ++device) {
        for (int chunk = 0; chunk < plan.chunks; ++chunk) {
            for (int microbatch = 0; microbatch < plan.microbatches; ++microbatch)
                schedule.append(OperationKind::Forward, chunk, microbatch);
        }
        for (int chunk = plan.chunks - 1; chunk >= 0; --chunk) {
            for (int microbatch = plan.microbatches - 1; microbatch >= 0; --microbatch)
                schedule.append(OperationKind::Backward, chunk, microbatch);
        }
        schedule.finishDevice();
    }
}

} // namespace

const CatalogueEntry& loopedBfsEntry()
{
    static const CatalogueEntry kEntry {
        .kind = ScheduleKind::LoopedBfs,
        .id = scheduleId(ScheduleKind::LoopedBfs),
        .title = "Looped BFS",
        .year = 2022,
        .paper = "Lamy-Poirier, Breadth-First Pipeline Parallelism, MLSys 2023, arXiv 2211.05953; "
                 "PyTorch, torch/distributed/pipelining/schedules.py, ScheduleLoopedBFS",
        .summary = PIPEGANTT_TEXT("Schedule",
            "GPipe over several chunks on each device: the bubble shrinks by their number, and "
            "each chunk is needed in one stretch."),
        .constraints = PIPEGANTT_TEXT("Schedule", "V ≥ 2, any M"),
        .parameters = kParameters,
        .choices = {},
        .bubbleFormula = "(P-1)/(P-1+V M)",
        .makespanFormula = "(V M+P-1) (F+B)",
        .memoryFormula = "M",
        .exactWhen = PIPEGANTT_TEXT("Schedule", "M ≥ P"),
        .closedForm = claims,
        .check = check,
        .generate = generate,
    };
    return kEntry;
}

} // namespace pipegantt
