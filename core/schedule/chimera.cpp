// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Chimera: two pipelines over the same devices, one down and one up, fill each other's bubbles.
//
// Paper: Li, Hoefler, Chimera, 2107.06925, Fig. 2 and 3, and the authors' generator. Each device
// holds two stages, one of each direction. P micro-batches are a unit, half of them in each
// direction. A direction takes a micro-batch in every second slot; it moves one stage a slot
// forwards, then back. With F = B = 1 slot the forwards of one direction and the backwards of the
// other then share the slots of one parity on a device, the other two passes those of the other
// parity, and for even P nothing collides. A direction begins its next unit when the first
// micro-batch of this one leaves. Four devices and eight micro-batches, 0 to 3 down (F, B) and 4 to
// 7 up (f, b), each as early as this order allows:
//
//   device 0 | F0 F1 .  f4 b4 f5 b5 B0 F2 B1 F3 f6 b6 f7 b7 B2 .  B3
//   device 1 | .  F0 f4 F1 f5 b4 B0 b5 B1 F2 f6 F3 f7 b6 B2 b7 B3 .
//   device 2 | .  f4 F0 f5 F1 B0 b4 B1 b5 f6 F2 f7 F3 B2 b6 B3 b7 .
//   device 3 | f4 f5 .  F0 B0 F1 B1 b4 f6 b5 f7 F2 B2 F3 B3 b6 .  b7
//
// Idle time of a device (P-2) (min(F,B) + M/P |B-F|): for F = B the paper's P-2 slots, for B = 2F
// and M = P its 2 (P-2) slots, (P-2)/(3M/2+P-2); its remedies for more micro-batches under B = 2F,
// forward doubling and backward halving, are not this schedule.

#include "core/schedule/chimera.h"

#include "core/base/text.h"

#include <algorithm>

namespace pipegantt {
namespace {

constexpr int kDirections = 2;

Result<void> check(const Plan& plan)
{
    const std::string id(scheduleId(ScheduleKind::Chimera));
    if (plan.stages % kDirections != 0)
        return failure(ErrorCode::NeedsEven, {"stages", std::to_string(plan.stages), id});
    if (plan.microbatches % plan.stages != 0) {
        return failure(ErrorCode::NeedsMultiple,
            {"microbatches", std::to_string(plan.microbatches), id, std::to_string(plan.stages)});
    }
    return requireChunks(plan);
}

ClosedForm claims(const Plan& plan)
{
    const StageTime& time = plan.timeOf(0);
    const Duration difference =
        std::max(time.forward, time.backward()) - std::min(time.forward, time.backward());
    const Duration idle = (plan.stages - 2)
        * (std::min(time.forward, time.backward()) + plan.microbatches / plan.stages * difference);
    ClosedForm form = timedForm(plan, idle, plan.microbatches * (time.forward + time.backward()));
    if (form.gap == FormulaGap::None)
        form.makespan = idle + plan.microbatches * (time.forward + time.backward());
    return form;
}

/// The passes of one device in the slots of one parity: the forwards of one direction and the
/// backwards of the other, half a unit of each in turn.
class SlotsOfOneParity
{
public:
    SlotsOfOneParity(const Plan& plan, int forwardDirection)
        : m_half(plan.stages / kDirections)
        , m_unitsEachWay(plan.microbatches / kDirections)
        , m_forwardDirection(forwardDirection)
    {
    }

    void appendNext(Schedule& schedule)
    {
        const int turn = m_next / m_half;
        const bool forward = turn % 2 == 0;
        const int direction = forward ? m_forwardDirection : 1 - m_forwardDirection;
        const int unit = turn / 2 * m_half + m_next % m_half + direction * m_unitsEachWay;
        schedule.append(
            forward ? OperationKind::Forward : OperationKind::Backward, direction, unit);
        ++m_next;
    }

private:
    int m_half;
    int m_unitsEachWay;
    int m_forwardDirection;
    int m_next = 0;
};

/// The direction that begins nearer to a device reaches it in slot `fromEnd`, the other one in slot
/// P-1-fromEnd; from then on the two parities take turns.
void generate(const Plan& plan, Schedule& schedule)
{
    for (int device = 0; device < plan.stages; ++device) {
        const int fromEnd = std::min(device, plan.stages - 1 - device);
        const int near = device == fromEnd ? 0 : 1;
        SlotsOfOneParity first(plan, near);
        SlotsOfOneParity second(plan, 1 - near);
        const int lead = plan.stages / kDirections - fromEnd;
        for (int i = 0; i < plan.microbatches + lead; ++i) {
            if (i >= lead)
                second.appendNext(schedule);
            if (i < plan.microbatches)
                first.appendNext(schedule);
        }
        schedule.finishDevice();
    }
}

} // namespace

const CatalogueEntry& chimeraEntry()
{
    static const CatalogueEntry kEntry {
        .kind = ScheduleKind::Chimera,
        .id = scheduleId(ScheduleKind::Chimera),
        .title = "Chimera",
        .year = 2021,
        .paper = "Li, Hoefler, Chimera: Efficiently Training Large-Scale Neural Networks with "
                 "Bidirectional Pipelines, SC 2021, arXiv 2107.06925, Fig. 2 and 3",
        .summary = PIPEGANTT_TEXT("Schedule",
            "Two pipelines run over the same devices in opposite directions and fill each other's "
            "bubbles; each device holds two copies of weights."),
        .constraints = PIPEGANTT_TEXT("Schedule", "P even; M a multiple of P"),
        .parameters = {},
        .choices = {},
        .weightCopies = kDirections,
        .bubbleFormula = "i/(i + M (F+B)), i = (P-2) (min(F,B) + M/P |B-F|)",
        .makespanFormula = "M (F+B) + (P-2) (min(F,B) + M/P |B-F|)",
        .memoryFormula = "P/2+1",
        .exactWhen = {},
        .placement = [](const Plan& plan) { return Placement::bidirectional(plan.stages); },
        .closedForm = claims,
        .check = check,
        .generate = generate,
    };
    return kEntry;
}

} // namespace pipegantt
