// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// ZB-H1 and ZB-H2: the backward pass is split into the input gradient I, which the stage before
// waits for, and the weight gradient W, which nobody waits for and which fills gaps.
//
// Paper: Qi et al., Zero Bubble Pipeline Parallelism, 2401.10241, Fig. 2 and 3, Table 2; the
// authors' script get_hand_schedule asks for M ≥ 2 P, the rule does not need that. A device warms
// up with P-1-r forwards (H1) or 2 (P-1-r) (H2), then runs F and I in turn, and from its r-th
// (H1) or 2 r-th (H2) input gradient on a W behind each, the oldest first.
//
//   ZB-H1, F = I = W                                                       M = 8, the first slots
//   device 0 | F0 F1 F2 F3 .  .  .  I0 W0 F4 I1 W1 F5 I2 W2 F6 I3 W3 F7 I4 W4 I5 W5 I6 W6 I7 W7
//   device 1 | .  F0 F1 F2 .  .  I0 F3 I1 W0 F4 I2 W1 F5 I3 W2 F6 I4 W3 F7 I5 W4 I6 W5 I7 W6 W7
//   device 2 | .  .  F0 F1 .  I0 F2 I1 F3 I2 W0 F4 I3 W1 F5 I4 W2 F6 I5 W3 F7 I6 W4 I7 W5 W6 W7
//   device 3 | .  .  .  F0 I0 F1 I1 F2 I2 F3 I3 W0 F4 I4 W1 F5 I5 W2 F6 I6 W3 F7 I7 W4 W5 W6 W7
//
// Bubble (P-1)(F+I-W) for H1, with latency (P-1)(F+I-W+4c), and min(P, M) micro-batches alive.
// For H2 the span of each device has a bubble of (P-1)(F+I-2W), with latency (P-1)(F+I-2W+2c); its
// devices start and end (P-1)(F+c) apart, so that the makespan does not get below that; 2 P - 1
// micro-batches alive.

#include "core/schedule/zerobubble.h"

#include "core/base/text.h"
#include "core/schedule/equaltimes.h"

#include <algorithm>

namespace pipegantt {
namespace {

/// The published form with `idle` time beside a device's work, which `holds` where the formula's
/// own conditions do.
ClosedForm formOf(const Plan& plan, Duration idle, bool holds)
{
    const StageTime& time = plan.timeOf(0);
    ClosedForm form = timedForm(plan, std::max(Duration::zero(), idle),
        plan.microbatches * (time.forward + time.backward()));
    if (form.gap == FormulaGap::None && !holds && plan.stages > 1)
        form.gap = FormulaGap::Conditions;
    return form;
}

ClosedForm h1Claims(const Plan& plan)
{
    const auto [forward, inputGrad, weightGrad] = plan.timeOf(0);
    const bool fills =
        plan.microbatches >= plan.stages && weightGrad <= forward && weightGrad <= inputGrad;
    const Duration idle = (plan.stages - 1) * (forward + inputGrad - weightGrad);
    ClosedForm form = formOf(plan, idle, fills);
    const std::optional<EqualTimes> times = equalTimes(plan);
    if (!times)
        return form;
    const Duration hop = times->hop;
    const bool hides = plan.microbatches > plan.stages && weightGrad <= inputGrad + hop
        && weightGrad <= forward + 2 * hop && 2 * hop <= weightGrad;
    if (plan.stages == 1 || hides || (fills && hop == Duration::zero())) {
        form.makespan =
            plan.microbatches * times->work() + idle + 4 * (plan.stages - 1) * hop + plan.optimizer;
    }
    return form;
}

ClosedForm h2Claims(const Plan& plan)
{
    const auto [forward, inputGrad, weightGrad] = plan.timeOf(0);
    const Duration rest = forward + inputGrad - 2 * weightGrad;
    const bool enough = plan.microbatches >= 2 * plan.stages - 1 && weightGrad <= forward;
    ClosedForm form = formOf(
        plan, (plan.stages - 1) * std::max(forward, rest), enough && rest >= Duration::zero());
    const std::optional<EqualTimes> times = equalTimes(plan);
    if (!times)
        return form;
    const Duration hop = times->hop;
    const Duration gap = rest + 2 * hop;
    if (plan.stages == 1 || (enough && gap >= Duration::zero() && 2 * hop <= forward + inputGrad)) {
        const Duration busy = plan.microbatches * times->work() + plan.optimizer;
        form.makespan = busy + (plan.stages - 1) * std::max(forward + hop, gap);
        form.span = busy + (plan.stages - 1) * gap;
    }
    return form;
}

/// Rows of `depth` times the warm-up of ZB-H1.
void appendHandcrafted(const Plan& plan, Schedule& schedule, int depth)
{
    const int microbatches = plan.microbatches;
    for (int device = 0; device < plan.stages; ++device) {
        const int warmUp = std::min(depth * (plan.stages - 1 - device), microbatches);
        const int late = std::min(depth * device, microbatches);
        for (int i = 0; i < warmUp; ++i)
            schedule.append(OperationKind::Forward, 0, i);
        for (int i = 0; i < microbatches; ++i) {
            if (i < microbatches - warmUp)
                schedule.append(OperationKind::Forward, 0, warmUp + i);
            schedule.append(OperationKind::InputGrad, 0, i);
            if (i >= late)
                schedule.append(OperationKind::WeightGrad, 0, i - late);
        }
        for (int i = microbatches - late; i < microbatches; ++i)
            schedule.append(OperationKind::WeightGrad, 0, i);
        schedule.finishDevice();
    }
}

void generateH1(const Plan& plan, Schedule& schedule)
{
    appendHandcrafted(plan, schedule, 1);
}

void generateH2(const Plan& plan, Schedule& schedule)
{
    appendHandcrafted(plan, schedule, 2);
}

constexpr std::string_view kPaper =
    "Qi et al., Zero Bubble Pipeline Parallelism, ICLR 2024, arXiv 2401.10241, Fig. 2 and 3";

} // namespace

const CatalogueEntry& zbH1Entry()
{
    static const CatalogueEntry kEntry {
        .kind = ScheduleKind::ZbH1,
        .id = scheduleId(ScheduleKind::ZbH1),
        .title = "ZB-H1",
        .year = 2024,
        .paper = kPaper,
        .summary = PIPEGANTT_TEXT("Schedule",
            "1F1B with split backward passes: weight gradients fill a part of the bubble, at the "
            "memory of 1F1B."),
        .constraints = PIPEGANTT_TEXT("Schedule", "any M (the authors' script asks for M ≥ 2P)"),
        .parameters = {},
        .choices = {},
        .bubbleFormula = "i/(i + M (F+I+W)), i = (P-1) (F+I-W)",
        .makespanFormula = "M (F+I+W) + (P-1) (F+I-W)",
        .memoryFormula = "min(P, M)",
        .exactWhen = PIPEGANTT_TEXT("Schedule", "M ≥ P, W ≤ F and W ≤ I"),
        .closedForm = h1Claims,
        .check = requireChunks,
        .generate = generateH1,
    };
    return kEntry;
}

const CatalogueEntry& zbH2Entry()
{
    static const CatalogueEntry kEntry {
        .kind = ScheduleKind::ZbH2,
        .id = scheduleId(ScheduleKind::ZbH2),
        .title = "ZB-H2",
        .year = 2024,
        .paper = kPaper,
        .summary = PIPEGANTT_TEXT("Schedule",
            "ZB-H1 with twice the warm-up: with equal passes no device waits from its first pass "
            "to its last, at twice the memory of 1F1B."),
        .constraints = PIPEGANTT_TEXT("Schedule", "any M (the authors' script asks for M ≥ 2P)"),
        .parameters = {},
        .choices = {},
        .bubbleFormula = "i/(i + M (F+I+W)), i = (P-1) max(F,F+I-2W)",
        .makespanFormula = "M (F+I+W) + (P-1) max(F,F+I-2W)",
        .memoryFormula = "min(2 P-1, M)",
        .exactWhen = PIPEGANTT_TEXT("Schedule", "M ≥ 2P−1, W ≤ F and 2W ≤ F+I"),
        .closedForm = h2Claims,
        .check = requireChunks,
        .generate = generateH2,
    };
    return kEntry;
}

} // namespace pipegantt
