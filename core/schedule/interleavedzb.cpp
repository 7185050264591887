// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Interleaved zero bubble: interleaved 1F1B with split backward passes, as PyTorch runs it.
//
// Source: PyTorch, torch/distributed/pipelining/schedules.py, ScheduleInterleavedZeroBubble, after
// Qi et al., Zero Bubble Pipeline Parallelism, 2401.10241. Groups as in interleaved 1F1B; device r
// warms up with min((V-1) N + P-1-r, V M) forwards, and from its r-th input gradient on each is
// followed by a weight gradient, the oldest first. It is called ZB1P there; its bubble is that of
// ZB-H1 for each chunk.
//
//   N = P = 2, M = 4, V = 2, chunk 1 in small letters
//   device 0 | F0 F1 f0 f1 .  i0 w0 F2 i1 w1 F3 I0 W0 f2 I1 W1 f3 i2 w2 i3 w3 I2 W2 I3 W3
//   device 1 | .  F0 F1 f0 i0 f1 i1 w0 F2 I0 w1 F3 I1 W0 f2 i2 W1 f3 i3 w2 I2 w3 I3 W2 W3
//
// Bubble (P-1)(F+I-W) in passes of chunks where no group is smaller than P and W ≤ F, I; device r
// keeps min(V M, (V-1) N + P) chunks.

#include "core/schedule/interleavedzb.h"

#include "core/base/text.h"
#include "core/schedule/equaltimes.h"
#include "core/schedule/group.h"

#include <array>

namespace pipegantt {
namespace {

constexpr std::array kParameters {Parameter::Chunks, Parameter::Group};

ClosedForm claims(const Plan& plan)
{
    const StageTime& time = plan.timeOf(0);
    const bool fills =
        hasFullGroups(plan) && time.weightGrad <= time.forward && time.weightGrad <= time.inputGrad;
    const Duration idle = (plan.stages - 1) * (time.forward + time.inputGrad - time.weightGrad);
    const Duration busy =
        plan.units() * plan.chunks * (time.forward + time.inputGrad + time.weightGrad);
    ClosedForm form = timedForm(plan, std::max(Duration::zero(), idle), busy);
    const bool holds = plan.stages == 1 || fills;
    if (form.gap == FormulaGap::None && !holds)
        form.gap = FormulaGap::Conditions;
    const std::optional<EqualTimes> times = equalTimes(plan);
    if (times && holds && times->hop == Duration::zero())
        form.makespan = busy + idle + plan.optimizer;
    return form;
}

Result<void> check(const Plan& plan)
{
    return checkInterleaved(plan, 1);
}

void generate(const Plan& plan, Schedule& schedule)
{
    const int passes = plan.chunks * plan.microbatches;
    const int last = plan.chunks - 1;
    const int ahead = last * groupSize(plan);
    const GroupWalk start(plan);
    for (int device = 0; device < plan.stages; ++device) {
        const int warmUp = std::min(ahead + plan.stages - 1 - device, passes);
        GroupWalk forward = start;
        GroupWalk inputGrad = start;
        GroupWalk weightGrad = start;
        const auto appendForward = [&] {
            schedule.append(OperationKind::Forward, forward.chunk(), forward.microbatch());
            forward.next();
        };
        const auto appendGrad = [&](OperationKind kind, GroupWalk& walk) {
            schedule.append(kind, last - walk.chunk(), walk.microbatch());
            walk.next();
        };
        for (int i = 0; i < warmUp; ++i)
            appendForward();
        for (int i = 0; i < passes; ++i) {
            if (i < passes - warmUp)
                appendForward();
            appendGrad(OperationKind::InputGrad, inputGrad);
            if (i >= device)
                appendGrad(OperationKind::WeightGrad, weightGrad);
        }
        for (int i = std::max(0, passes - device); i < passes; ++i)
            appendGrad(OperationKind::WeightGrad, weightGrad);
        schedule.finishDevice();
    }
}

} // namespace

const CatalogueEntry& interleavedZbEntry()
{
    static const CatalogueEntry kEntry {
        .kind = ScheduleKind::InterleavedZb,
        .id = scheduleId(ScheduleKind::InterleavedZb),
        .title = "Interleaved ZB",
        .year = 2024,
        .paper = "PyTorch, torch/distributed/pipelining/schedules.py, "
                 "ScheduleInterleavedZeroBubble, after Qi et al., Zero Bubble Pipeline "
                 "Parallelism, ICLR 2024, arXiv 2401.10241",
        .summary = PIPEGANTT_TEXT("Schedule",
            "Interleaved 1F1B with split backward passes: weight gradients fill a part of the "
            "bubble."),
        .constraints = PIPEGANTT_TEXT("Schedule",
            "V ≥ 2 and any M; a group for which the devices do not wait for each other for ever"),
        .parameters = kParameters,
        .choices = {},
        .bubbleFormula = "i/(i + V M (F+I+W)), i = (P-1) (F+I-W)",
        .makespanFormula = "V M (F+I+W) + (P-1) (F+I-W)",
        .memoryFormula = "min(M, ((V-1) N+P)/V)",
        .exactWhen =
            PIPEGANTT_TEXT("Schedule", "no group has fewer than P micro-batches, W ≤ F and W ≤ I"),
        .closedForm = claims,
        .check = check,
        .generate = generate,
    };
    return kEntry;
}

} // namespace pipegantt
