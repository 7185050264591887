// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// ZB-V: two chunks in a V, so that the first and the last stage are on device 0, and split
// backward passes. Here the fixed order, for passes of one length.
//
// Paper: Qi et al., Zero Bubble Pipeline Parallelism, 2401.10241, §6, Fig. 7; the order is that of
// PyTorch, ScheduleZBVZeroBubble. Device r warms up with 2 (P-r) - 1 forwards of chunk 0, then r
// times a forward of each chunk, then P-r times F, I and W of chunk 1. Then F, I and W of chunk 0
// and of chunk 1 in turn; at the end input gradients come first and weight gradients fill. With
// M < 2 P - 1 it is the order of 2 P - 1 micro-batches without those that are not there.
//
//   P = 2, M = 4, F = I = W, chunk 1 in small letters
//   device 0 | F0 F1 F2 f0 i0 w0 f1 i1 w1 F3 I0 W0 f2 i2 w2 I1 W1 f3 i3 w3 I2 W2 I3 W3 .
//   device 1 | .  F0 f0 F1 f1 i0 w0 F2 I0 W0 f2 i1 w1 F3 I1 W1 f3 i2 w2 I2 i3 I3 W2 w3 W3
//
// With F = I = W and M ≥ 2 P - 1 no device waits from its first pass to its last; 2 P chunks are
// alive on every device. In general, with W, F ≤ I, the span of a device is (P-1) max(I-F, 2 (I-W))
// longer than its work, the makespan (P-1) max(I, 2 (I-W)).

#include "core/schedule/zbv.h"

#include "core/base/text.h"
#include "core/schedule/equaltimes.h"

#include <algorithm>
#include <array>

namespace pipegantt {
namespace {

/// A row in the making: which micro-batch of each chunk has its next forward, input gradient and
/// weight gradient. What is beyond the last micro-batch counts, but is not written.
class Row
{
public:
    Row(Schedule& schedule, int microbatches)
        : m_schedule(schedule)
        , m_microbatches(microbatches)
    {
    }

    [[nodiscard]] int forwards(int chunk) const { return m_forwards[at(chunk)]; }

    void forward(int chunk) { append(OperationKind::Forward, chunk, m_forwards); }
    void inputGrad(int chunk) { append(OperationKind::InputGrad, chunk, m_inputGrads); }
    void weightGrad(int chunk) { append(OperationKind::WeightGrad, chunk, m_weightGrads); }
    void backward(int chunk)
    {
        inputGrad(chunk);
        weightGrad(chunk);
    }
    /// The weight gradients of `chunk` that are left.
    void finish(int chunk)
    {
        while (m_weightGrads[at(chunk)] < m_inputGrads[at(chunk)])
            weightGrad(chunk);
    }

private:
    using Counters = std::array<int, 2>;

    static std::size_t at(int chunk) { return static_cast<std::size_t>(chunk); }

    void append(OperationKind kind, int chunk, Counters& counters)
    {
        const int microbatch = counters[at(chunk)]++;
        if (microbatch < m_microbatches)
            m_schedule.append(kind, chunk, microbatch);
    }

    Schedule& m_schedule;
    int m_microbatches;
    Counters m_forwards {};
    Counters m_inputGrads {};
    Counters m_weightGrads {};
};

void appendRow(const Plan& plan, Schedule& schedule, int device)
{
    Row row(schedule, plan.microbatches);
    const int later = plan.stages - device;
    const int all = std::max(2 * plan.stages - 1, plan.microbatches);
    for (int i = 0; i < 2 * later - 1; ++i)
        row.forward(0);
    for (int i = 0; i < device; ++i) {
        row.forward(1);
        row.forward(0);
    }
    for (int i = 0; i < later; ++i) {
        row.forward(1);
        row.backward(1);
    }
    while (row.forwards(1) < all) {
        if (row.forwards(0) < all)
            row.forward(0);
        row.backward(0);
        row.forward(1);
        row.backward(1);
    }
    for (int i = 0; i < device; ++i) {
        row.inputGrad(0);
        row.inputGrad(1);
    }
    for (int i = 0; i < later; ++i) {
        row.inputGrad(0);
        row.weightGrad(0);
    }
    row.finish(1);
    row.finish(0);
    schedule.finishDevice();
}

ClosedForm claims(const Plan& plan)
{
    const auto [forward, inputGrad, weightGrad] = plan.timeOf(0);
    const Duration rest = 2 * (inputGrad - weightGrad);
    const bool fills = plan.stages == 1
        || (plan.microbatches >= 2 * plan.stages - 1 && forward <= inputGrad
            && weightGrad <= inputGrad);
    ClosedForm form = timedForm(plan, (plan.stages - 1) * std::max(inputGrad, rest),
        2 * plan.microbatches * (forward + inputGrad + weightGrad));
    if (form.gap == FormulaGap::None && !fills)
        form.gap = FormulaGap::Conditions;
    const std::optional<EqualTimes> times = equalTimes(plan);
    if (times && fills && times->hop == Duration::zero()) {
        const Duration busy = 2 * plan.microbatches * times->work() + plan.optimizer;
        form.makespan = busy + (plan.stages - 1) * std::max(inputGrad, rest);
        form.span = busy + (plan.stages - 1) * std::max(inputGrad - forward, rest);
    }
    return form;
}

void generate(const Plan& plan, Schedule& schedule)
{
    for (int device = 0; device < plan.stages; ++device)
        appendRow(plan, schedule, device);
}

Placement placement(const Plan& plan)
{
    return Placement::wave(plan.stages, plan.chunks);
}

} // namespace

const CatalogueEntry& zbVEntry()
{
    static const CatalogueEntry kEntry {
        .kind = ScheduleKind::ZbV,
        .id = scheduleId(ScheduleKind::ZbV),
        .title = "ZB-V",
        .year = 2024,
        .paper = "Qi et al., Zero Bubble Pipeline Parallelism, ICLR 2024, arXiv 2401.10241, §6; "
                 "PyTorch, torch/distributed/pipelining/schedules.py, ScheduleZBVZeroBubble",
        .summary = PIPEGANTT_TEXT("Schedule",
            "Two chunks in a V with split backward passes: with equal passes no device waits from "
            "its first pass to its last, at the memory of 1F1B."),
        .constraints = PIPEGANTT_TEXT("Schedule", "V = 2, any M; no bubble needs M ≥ 2P−1"),
        .parameters = {},
        .choices = {},
        .bubbleFormula = "i/(i + 2M (F+I+W)), i = (P-1) max(I,2(I-W))",
        .makespanFormula = "2M (F+I+W) + (P-1) max(I,2(I-W))",
        .memoryFormula = "min(P, M)",
        .exactWhen = PIPEGANTT_TEXT("Schedule", "M ≥ 2P−1, F ≤ I and W ≤ I"),
        .placement = placement,
        .closedForm = claims,
        .check = requireChunks,
        .generate = generate,
    };
    return kEntry;
}

} // namespace pipegantt
