// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// ZB-1p and ZB-2p: the order that Zero Bubble's automatic scheduler finds for the plan's times,
// each device holding the activations of P, or 2P, micro-batches at most.
//
// Paper: Qi et al., Zero Bubble Pipeline Parallelism, 2401.10241, section 3.1: the heuristic (see
// zbrule.cpp) runs with each combination of its choices, and the shortest span wins. An order found
// for a stricter memory, or ZB-H1 or ZB-H2, takes its place where it is nowhere worse.
//
// With F = I = W, four devices and eight micro-batches, ZB-1p:
//
//   device 0 | F0 F1 F2 F3 .  .  .  I0 W0 F4 I1 W1 F5 I2 W2 F6 I3 W3 F7 I4 W4 I5 W5 I6 W6 I7 W7
//   device 1 | .  F0 F1 F2 .  .  I0 F3 I1 W0 F4 I2 W1 F5 I3 W2 F6 I4 W3 F7 I5 W4 I6 W5 I7 W6 W7
//   device 2 | .  .  F0 F1 .  I0 F2 I1 F3 I2 W0 F4 I3 W1 F5 I4 W2 F6 I5 W3 F7 I6 W4 I7 W5 W6 W7
//   device 3 | .  .  .  F0 I0 F1 I1 F2 I2 F3 I3 W0 F4 I4 W1 F5 I5 W2 F6 I6 W3 F7 I7 W4 W5 W6 W7
//
// and ZB-2p, which idles only while the first micro-batch comes and the last one goes:
//
//   device 0 | F0 F1 F2 F3 F4 F5 F6 I0 W0 F7 I1 W1 I2 W2 I3 W3 I4 W4 I5 W5 I6 W6 I7 W7
//   device 1 | .  F0 F1 F2 F3 F4 I0 F5 I1 F6 I2 W0 F7 I3 W1 I4 W2 I5 W3 I6 W4 I7 W5 W6 W7
//   device 2 | .  .  F0 F1 F2 I0 F3 I1 F4 I2 F5 I3 F6 I4 W0 F7 I5 W1 I6 W2 I7 W3 W4 W5 W6 W7
//   device 3 | .  .  .  F0 I0 F1 I1 F2 I2 F3 I3 F4 I4 F5 I5 F6 I6 W0 F7 I7 W1 W2 W3 W4 W5 W6 W7
//
// The paper gives no closed form for what a search finds. Without latency, ZB-1p idles as ZB-H1,
// (P-1)(F+I-W), where W is no longer than F and I; ZB-2p idles (P-1)F, and not at all within its
// span, where F = I and W is no shorter.

#include "core/schedule/zbauto.h"

#include "core/base/text.h"
#include "core/schedule/draft.h"
#include "core/schedule/zbrule.h"

#include <algorithm>
#include <array>
#include <limits>

namespace pipegantt {
namespace {

/// The eight combinations of the choices, in the order in which the first of equals wins.
std::array<ZbChoices, 8> allChoices()
{
    std::array<ZbChoices, 8> choices;
    for (unsigned bits = 0; bits < choices.size(); ++bits)
        choices[bits] = {(bits & 4U) == 0, (bits & 2U) == 0, (bits & 1U) == 0};
    return choices;
}

/// `limitInStages` * P micro-batches of `all`, of which an input gradient leaves `kept`.
ZbMemory memoryOf(int devices, int limitInStages, int all, int kept)
{
    return {all, kept, std::int64_t {limitInStages} * devices * all};
}

/// ZB-H1 for one, ZB-H2 for two warm-up forwards a device behind, for any number of micro-batches.
void writeHandMade(const Walk& walk, int warmUpsADevice, Draft& draft)
{
    draft.reset(walk);
    for (int device = 0; device < walk.devices(); ++device) {
        const int warmUp = (walk.devices() - 1 - device) * warmUpsADevice;
        const int delay = device * warmUpsADevice;
        int forwards = 0;
        const auto appendForward = [&] {
            if (forwards < walk.microbatches())
                draft.append(device, OperationKind::Forward, 0, forwards++);
        };
        for (int i = 0; i < warmUp; ++i)
            appendForward();
        for (int i = 0; i < walk.microbatches(); ++i) {
            appendForward();
            draft.append(device, OperationKind::InputGrad, 0, i);
            if (i >= delay)
                draft.append(device, OperationKind::WeightGrad, 0, i - delay);
        }
        for (int i = std::max(0, walk.microbatches() - delay); i < walk.microbatches(); ++i)
            draft.append(device, OperationKind::WeightGrad, 0, i);
    }
}

/// What a device may hold: `limitInStages` * P micro-batches. Activations are to what their input
/// gradient leaves as the plan says, or else as the paper: in a transformer layer 34h + 5as bytes
/// to 32h, at s = 1024 and heads of 128.
ZbMemory plannedMemory(const Plan& plan, int limitInStages)
{
    if (plan.earlyRelease > 0)
        return memoryOf(plan.stages, limitInStages, 100, 100 - plan.earlyRelease);
    return memoryOf(plan.stages, limitInStages, 37, 16);
}

/// A memory no larger, at which the rule finds orders that are as short and hold less, at times.
ZbMemory stricterMemory(const Plan& plan, int limitInStages)
{
    if (plan.earlyRelease > 0)
        return plannedMemory(plan, limitInStages);
    return memoryOf(plan.stages, limitInStages, 2, 1);
}

void search(const Plan& plan, int limitInStages, Schedule& schedule)
{
    const Walk walk(plan, 1);
    ZbRule rule(walk);
    BestDraft best;
    Draft draft;
    Quality quality;
    const auto longest = [&best] {
        return best.isEmpty() ? std::numeric_limits<std::int64_t>::max() : best.quality().span;
    };
    for (const ZbChoices& choices : allChoices()) {
        if (rule.run(choices, plannedMemory(plan, limitInStages), longest(), draft, quality))
            best.offer(draft, quality);
    }
    for (int limit = limitInStages; limit > 0; --limit) {
        for (const ZbChoices& choices : allChoices()) {
            if (rule.run(choices, stricterMemory(plan, limit), longest(), draft, quality))
                best.offerInstead(draft, quality);
        }
    }
    writeHandMade(walk, limitInStages, draft);
    best.offerHandMade(walk, draft);
    best.draft().write(schedule);
}

void generateZb1p(const Plan& plan, Schedule& schedule)
{
    search(plan, 1, schedule);
}

void generateZb2p(const Plan& plan, Schedule& schedule)
{
    search(plan, 2, schedule);
}

ClosedForm claimsOfZb1p(const Plan& plan)
{
    const StageTime& time = plan.timeOf(0);
    const bool exact = plan.stages == 1
        || (time.weightGrad <= std::min(time.forward, time.inputGrad)
            && plan.microbatches >= plan.stages);
    const Duration idle = (plan.stages - 1) * (time.forward + time.inputGrad - time.weightGrad);
    return idleForm(plan, std::max(idle, Duration::zero()), exact);
}

ClosedForm claimsOfZb2p(const Plan& plan)
{
    const StageTime& time = plan.timeOf(0);
    const bool exact = plan.stages == 1
        || (time.forward == time.inputGrad && time.weightGrad >= time.inputGrad
            && plan.microbatches >= 2 * plan.stages - 1);
    return idleForm(plan, (plan.stages - 1) * time.forward, exact);
}

constexpr std::string_view kPaper = "Qi et al., Zero Bubble Pipeline Parallelism, ICLR 2024, "
                                    "arXiv 2401.10241, section 3.1";
constexpr std::array kParameters {Parameter::EarlyRelease};

} // namespace

const CatalogueEntry& zb1pEntry()
{
    static const CatalogueEntry kEntry {
        .kind = ScheduleKind::Zb1p,
        .id = scheduleId(ScheduleKind::Zb1p),
        .title = "ZB-1p",
        .year = 2024,
        .paper = kPaper,
        .summary = PIPEGANTT_TEXT("Schedule",
            "Searched for the plan's times: weight gradients fill the idle time, with the memory "
            "of 1F1B on every device."),
        .constraints = PIPEGANTT_TEXT("Schedule", "any M"),
        .parameters = kParameters,
        .choices = {},
        .bubbleFormula = "(P-1)(F+I-W)/((P-1)(F+I-W)+M(F+I+W))",
        .makespanFormula = "M(F+I+W)+(P-1)(F+I-W)",
        .memoryFormula = "min(P, M)",
        .exactWhen = PIPEGANTT_TEXT("Schedule", "W ≤ F, W ≤ I and M ≥ P"),
        .closedForm = claimsOfZb1p,
        .check = requireChunks,
        .generate = generateZb1p,
    };
    return kEntry;
}

const CatalogueEntry& zb2pEntry()
{
    static const CatalogueEntry kEntry {
        .kind = ScheduleKind::Zb2p,
        .id = scheduleId(ScheduleKind::Zb2p),
        .title = "ZB-2p",
        .year = 2024,
        .paper = kPaper,
        .summary = PIPEGANTT_TEXT("Schedule",
            "Searched for the plan's times: with twice the memory of 1F1B, devices idle hardly at "
            "all between their first and their last operation."),
        .constraints = PIPEGANTT_TEXT("Schedule", "any M"),
        .parameters = kParameters,
        .choices = {},
        .bubbleFormula = "(P-1)F/((P-1)F+M(F+I+W))",
        .makespanFormula = "M(F+I+W)+(P-1)F",
        .memoryFormula = "min(2P-1, M)",
        .exactWhen = PIPEGANTT_TEXT("Schedule", "F = I, W ≥ I and M ≥ 2P−1"),
        .closedForm = claimsOfZb2p,
        .check = requireChunks,
        .generate = generateZb2p,
    };
    return kEntry;
}

} // namespace pipegantt
