// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// ZB-V, searched: the order that Zero Bubble's scheduler for the V layout finds for the plan's
// times, each device holding 2P chunks (P micro-batches) at most.
//
// Paper: Qi et al., Zero Bubble Pipeline Parallelism, 2401.10241, section 6. The heuristic (see
// zbvrule.cpp) runs with each combination of its choices, each again while the idle times of the
// order that it found, once approved, lead to a better one; the shortest span wins. The pattern of
// ZB-V takes its place where that is nowhere worse.
//
// With F = I = W, three devices and six micro-batches (small letters: the second chunk):
//
//   device 0 | F0 F1 F2 F3 F4 f0 i0 w0 f1 i1 w1 f2 i2 w2 F5 I0 W0 f3 i3 w3 I1 W1 f4 i4 w4 I2 W2 …
//   device 1 | .  F0 F1 F2 f0 F3 f1 i0 w0 f2 i1 w1 F4 I0 W0 f3 i2 w2 F5 I1 W1 f4 i3 w3 I2 W2 f5 …
//   device 2 | .  .  F0 f0 F1 f1 F2 f2 i0 w0 F3 I0 W0 f3 i1 w1 F4 I1 W1 f4 i2 w2 F5 I2 W2 f5 i3 …
//
// Then no device idles within its span, and (P-1)F in all.

#include "core/schedule/zbvsearch.h"

#include "core/base/text.h"
#include "core/schedule/draft.h"
#include "core/schedule/zbvrule.h"

#include <algorithm>
#include <array>

namespace pipegantt {
namespace {

/// A row of the hand-made pattern of ZB-V: it is written for 2P-1 micro-batches or more, those that
/// there are not being left out.
class HandMadeVRow
{
public:
    HandMadeVRow(const Walk& walk, int device, Draft& draft)
        : m_microbatches(walk.microbatches())
        , m_device(device)
        , m_draft(draft)
    {
    }

    void forward(int chunk) { append(OperationKind::Forward, chunk, m_forwards); }
    void inputGrad(int chunk) { append(OperationKind::InputGrad, chunk, m_inputGrads); }
    void weightGrad(int chunk) { append(OperationKind::WeightGrad, chunk, m_weightGrads); }
    void backward(int chunk)
    {
        inputGrad(chunk);
        weightGrad(chunk);
    }
    [[nodiscard]] int forwards(std::size_t chunk) const { return m_forwards[chunk]; }
    [[nodiscard]] bool hasWeightGrads(std::size_t chunk) const
    {
        return m_weightGrads[chunk] < m_inputGrads[chunk];
    }

private:
    void append(OperationKind kind, int chunk, std::array<int, 2>& counts)
    {
        const int i = counts[static_cast<std::size_t>(chunk)]++;
        if (i < m_microbatches)
            m_draft.append(m_device, kind, chunk, i);
    }

    int m_microbatches;
    int m_device;
    Draft& m_draft;
    std::array<int, 2> m_forwards {};
    std::array<int, 2> m_inputGrads {};
    std::array<int, 2> m_weightGrads {};
};

void writeHandMade(const Walk& walk, Draft& draft)
{
    draft.reset(walk);
    const int devices = walk.devices();
    const int total = std::max(2 * devices - 1, walk.microbatches());
    for (int device = 0; device < devices; ++device) {
        HandMadeVRow row(walk, device, draft);
        for (int i = 0; i < 2 * (devices - device) - 1; ++i)
            row.forward(0);
        for (int i = 0; i < device; ++i) {
            row.forward(1);
            row.forward(0);
        }
        for (int i = 0; i < devices - device; ++i) {
            row.forward(1);
            row.backward(1);
        }
        while (row.forwards(1) < row.forwards(0) || row.forwards(0) < total) {
            if (row.forwards(0) < total)
                row.forward(0);
            row.backward(0);
            row.forward(1);
            row.backward(1);
        }
        for (int i = 0; i < device; ++i) {
            row.inputGrad(0);
            row.inputGrad(1);
        }
        for (int i = 0; i < devices - device; ++i)
            row.backward(0);
        for (const int chunk : {1, 0}) {
            while (row.hasWeightGrads(static_cast<std::size_t>(chunk)))
                row.weightGrad(chunk);
        }
    }
}

/// Runs the search for the V from one pair of choices: again while approving the idle times of the
/// last order makes a better one. Leaves the best order in `draft`.
bool runRepeatedly(
    ZbVRule& rule, const ZbVChoices& choices, std::array<Draft, 2>& drafts, Quality& quality)
{
    if (!rule.run(choices, {}, drafts[0], quality))
        return false;
    std::int64_t mostIdle = rule.mostIdle();
    Quality trial;
    while (rule.run(choices, rule.idleTimes(), drafts[1], trial) && rule.mostIdle() < mostIdle) {
        mostIdle = rule.mostIdle();
        std::swap(drafts[0], drafts[1]);
        std::swap(quality, trial);
    }
    return true;
}

void generate(const Plan& plan, Schedule& schedule)
{
    const Walk walk(plan, 2);
    ZbVRule rule(walk);
    BestDraft best;
    std::array<Draft, 2> drafts;
    Quality quality;
    for (const bool fillBeforeInputGrads : {true, false}) {
        for (const bool fillBeforeForwards : {true, false}) {
            if (runRepeatedly(rule, {fillBeforeInputGrads, fillBeforeForwards}, drafts, quality))
                best.offer(drafts[0], quality);
        }
    }
    writeHandMade(walk, drafts[0]);
    best.offerHandMade(walk, drafts[0]);
    best.draft().write(schedule);
}

ClosedForm claims(const Plan& plan)
{
    const bool exact =
        plan.stages == 1 || (hasEqualPasses(plan) && plan.microbatches >= 2 * plan.stages - 1);
    return idleForm(plan, (plan.stages - 1) * plan.timeOf(0).forward, exact);
}

Placement placement(const Plan& plan)
{
    return Placement::wave(plan.stages, 2);
}

} // namespace

const CatalogueEntry& zbVSearchEntry()
{
    static const CatalogueEntry kEntry {
        .kind = ScheduleKind::ZbVSearch,
        .id = scheduleId(ScheduleKind::ZbVSearch),
        .title = "ZB-V, searched",
        .year = 2024,
        .paper = "Qi et al., Zero Bubble Pipeline Parallelism, ICLR 2024, arXiv 2401.10241, "
                 "section 6",
        .summary = PIPEGANTT_TEXT("Schedule",
            "ZB-V for passes of unequal times: searched for the plan's times, with the memory of "
            "1F1B on every device."),
        .constraints = PIPEGANTT_TEXT("Schedule", "two chunks on each device; any M"),
        .parameters = {},
        .choices = {},
        .bubbleFormula = "(P-1)F/((P-1)F+2M(F+I+W))",
        .makespanFormula = "2M(F+I+W)+(P-1)F",
        .memoryFormula = "min(P, M)",
        .exactWhen = PIPEGANTT_TEXT("Schedule", "F = I = W and M ≥ 2P−1"),
        .placement = placement,
        .closedForm = claims,
        .check = requireChunks,
        .generate = generate,
    };
    return kEntry;
}

} // namespace pipegantt
