// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Interleaved 1F1B: V chunks of the model on each device, so that the pipeline fills V times as
// fast.
//
// Paper: Narayanan et al., Megatron-LM, 2104.04473, §2.2.2, Fig. 4. Groups of N micro-batches run
// through chunk after chunk; device r warms up with min((V-1) N + 2 (P-1-r), V M) forwards, then
// alternates. The paper has N = P and P | M. Megatron-LM takes N from P to M with a last group of
// none or at least P; PyTorch makes M/P rounds, rounded down, of equal groups; the rule runs more.
//
//   N = P = 2, M = 4, V = 2, chunk 1 in small letters
//   device 0 | F0 F1 f0 f1 F2 .  b0 -- F3 b1 -- f2 B0 -- f3 B1 -- .  b2 -- .  b3 -- B2 -- B3 --
//   device 1 | .  F0 F1 f0 b0 -- f1 b1 -- F2 B0 -- F3 B1 -- f2 b2 -- f3 b3 -- B2 -- B3 -- .  .
//
// Time (V M+P-1)(F+B) in passes of chunks where no group is smaller than P; device r keeps
// min(V M, (V-1) N + 2 (P-1-r) + 1) chunks. With latency, equal groups and c ≤ F, B the makespan
// is longer by 2 (P-1) c + (V-1) (max(0, P (F+c) - N F) + max(0, P (B+c) - N B)): the ring of the
// devices, which N micro-batches cannot fill.

#include "core/schedule/interleaved.h"

#include "core/base/text.h"
#include "core/schedule/equaltimes.h"
#include "core/schedule/group.h"

#include <array>

namespace pipegantt {
namespace {

constexpr std::array kParameters {Parameter::Chunks, Parameter::Group};

/// How much longer the devices wait for messages than their work hides, with equal groups of at
/// least P micro-batches and no pass shorter than a hop.
Duration unhidden(const Plan& plan, const EqualTimes& times)
{
    const int group = groupSize(plan);
    const auto ring = [&](Duration pass) {
        return std::max(Duration::zero(), plan.stages * (pass + times.hop) - group * pass);
    };
    return 2 * (plan.stages - 1) * times.hop
        + (plan.chunks - 1) * (ring(times.forward) + ring(times.backward()));
}

ClosedForm claims(const Plan& plan)
{
    ClosedForm form = textbookForm(plan);
    const bool full = plan.stages == 1 || hasFullGroups(plan);
    if (form.gap == FormulaGap::None && !full)
        form.gap = FormulaGap::PartialGroup;
    const std::optional<EqualTimes> times = equalTimes(plan);
    if (!times)
        return form;
    const bool noLatency = times->hop == Duration::zero();
    const bool hides = plan.microbatches % groupSize(plan) == 0
        && times->hop <= std::min(times->forward, times->backward());
    const std::int64_t units = plan.units() * plan.chunks;
    if (full && noLatency)
        form.makespan = (units + plan.stages - 1) * times->work();
    else if (full && hides)
        form.makespan = (units + plan.stages - 1) * times->work() + unhidden(plan, *times);
    else if (noLatency && groupSize(plan) == plan.microbatches)
        // All micro-batches are one group, and the ring of the devices is longer.
        form.makespan = (plan.chunks * plan.stages + plan.microbatches - 1) * times->work();
    if (form.makespan)
        *form.makespan += plan.optimizer;
    return form;
}

Result<void> check(const Plan& plan)
{
    return checkInterleaved(plan, 2);
}

void generate(const Plan& plan, Schedule& schedule)
{
    const int passes = plan.chunks * plan.microbatches;
    const int last = plan.chunks - 1;
    const int ahead = last * groupSize(plan);
    const GroupWalk start(plan);
    for (int device = 0; device < plan.stages; ++device) {
        const int warmUp = std::min(ahead + 2 * (plan.stages - 1 - device), passes);
        GroupWalk forward = start;
        GroupWalk backward = start;
        const auto appendForward = [&] {
            schedule.append(OperationKind::Forward, forward.chunk(), forward.microbatch());
            forward.next();
        };
        const auto appendBackward = [&] {
            schedule.append(
                OperationKind::Backward, last - backward.chunk(), backward.microbatch());
            backward.next();
        };
        for (int i = 0; i < warmUp; ++i)
            appendForward();
        for (int i = warmUp; i < passes; ++i) {
            appendForward();
            appendBackward();
        }
        for (int i = 0; i < warmUp; ++i)
            appendBackward();
        schedule.finishDevice();
    }
}

} // namespace

const CatalogueEntry& interleavedEntry()
{
    static const CatalogueEntry kEntry {
        .kind = ScheduleKind::Interleaved,
        .id = scheduleId(ScheduleKind::Interleaved),
        .title = "Interleaved 1F1B",
        .year = 2021,
        .paper = "Narayanan et al., Efficient Large-Scale Language Model Training on GPU Clusters "
                 "Using Megatron-LM, SC 2021, arXiv 2104.04473, Fig. 4",
        .summary = PIPEGANTT_TEXT("Schedule",
            "1F1B over several chunks on each device: the bubble shrinks by their number, for more "
            "messages and a little more memory."),
        .constraints = PIPEGANTT_TEXT("Schedule",
            "V ≥ 2 and any M; a group for which the devices do not wait for each other for ever"),
        .parameters = kParameters,
        .choices = {},
        .bubbleFormula = "(P-1)/(P-1+V M)",
        .makespanFormula = "(V M+P-1) (F+B)",
        .memoryFormula = "min(M, ((V-1) N+2 P-1)/V)",
        .exactWhen = PIPEGANTT_TEXT("Schedule", "no group has fewer than P micro-batches"),
        .closedForm = claims,
        .check = check,
        .generate = generate,
    };
    return kEntry;
}

} // namespace pipegantt
