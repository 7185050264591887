// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of TimelineView that edits a custom order.

#include "ui/text/quantities.h"
#include "ui/timeline/timelineview.h"

#include <algorithm>
#include <utility>

namespace pipegantt {

namespace {

constexpr std::size_t kMostNeedsSaid = 4;

/// The row's next operation that is not the other half of the same pair, in the direction of
/// `step`; nothing at the end.
std::optional<std::size_t> besideInRow(
    const Schedule& schedule, int device, std::size_t operation, int step)
{
    const auto kind = [&](std::size_t i) { return schedule.operations()[i].kind(); };
    if (step > 0) {
        if (kind(operation) == OperationKind::Pair)
            ++operation;
        ++operation;
        return operation < schedule.rowEnd(device) ? std::optional(operation) : std::nullopt;
    }
    if (kind(operation) == OperationKind::PairedBackward)
        --operation;
    return operation > schedule.rowBegin(device) ? std::optional(operation - 1) : std::nullopt;
}

} // namespace

bool TimelineView::canEditOrder() const
{
    return m_run && m_run->plan.schedule == ScheduleKind::Custom;
}

bool TimelineView::canMoveTarget() const
{
    return canEditOrder() && m_target.kind == HoverTarget::Kind::Operation && m_target.operation;
}

void TimelineView::beginOrderDrag()
{
    const HoverTarget target = m_target;
    m_refusal.reset();
    m_orderDrag.emplace(*m_run, target.device, *target.operation);
    setCursor(Qt::ClosedHandCursor);
    emit editBegun();
}

void TimelineView::dragOrder(QPointF position)
{
    m_pointer = position;
    const int device = m_layout.deviceAt(
        std::clamp(position.y(), m_layout.bars.top(), m_layout.bars.bottom() - 1));
    const double px = position.x() - m_layout.bars.left();
    m_orderDrag->moveTo(device, m_viewport.scale().toTime(px));
    update();
}

void TimelineView::dropOrder()
{
    // Taken out first: an order that is accepted replaces the run.
    const OrderDrag drag = *std::exchange(m_orderDrag, std::nullopt);
    unsetCursor();
    if (!drag.outcome())
        return;
    const bool within = drag.targetDevice() == drag.device();
    take(*drag.outcome(),
        within ? tr("Move %1").arg(operationText(m_run->schedule, drag.operation()))
               : tr("Move stage %1").arg(drag.stage()));
}

void TimelineView::cancelOrderDrag()
{
    m_orderDrag.reset();
    m_gesture = Gesture::None;
    unsetCursor();
    update();
}

/// Hands an edit on, or keeps why it is none.
void TimelineView::take(const Edited& edited, const QString& description)
{
    if (edited) {
        m_refusal.reset();
        emit orderEdited(std::make_shared<const Schedule>(*edited), description);
        return;
    }
    m_refusal = edited.error();
    update();
    emit editRefused(m_refusal->error);
}

void TimelineView::moveEarlier()
{
    moveTarget(-1);
}

void TimelineView::moveLater()
{
    moveTarget(1);
}

void TimelineView::moveTarget(int step)
{
    if (!canEditOrder() || (!m_target.operation && selectAnything()) || !canMoveTarget())
        return;
    const int device = m_target.device;
    const std::size_t operation = *m_target.operation;
    const std::size_t begin = m_run->schedule.rowBegin(device);
    const auto beside = besideInRow(m_run->schedule, device, operation, step);
    if (!beside)
        return;
    follow(device, operation);
    emit editBegun();
    // Behind a neighbour is its place once the operation itself, in front of it, is taken out.
    const bool whole = m_run->schedule.operations()[operation].kind() == OperationKind::Pair
        || m_run->schedule.operations()[operation].kind() == OperationKind::PairedBackward;
    const std::size_t to = step > 0 && whole ? *beside - begin - 1 : *beside - begin;
    take(moveOperation(m_run->schedule, device, operation - begin, to),
        tr("Move %1").arg(operationText(m_run->schedule, operation)));
}

void TimelineView::moveStageUp()
{
    moveTargetStage(-1);
}

void TimelineView::moveStageDown()
{
    moveTargetStage(1);
}

void TimelineView::moveTargetStage(int step)
{
    if (!canEditOrder() || (!m_target.operation && selectAnything()) || !canMoveTarget())
        return;
    const int device = m_target.device + step;
    if (device < 0 || device >= m_run->schedule.devices())
        return;
    const int stage = stageAt(m_run->schedule, m_target.device, *m_target.operation);
    follow(m_target.device, *m_target.operation);
    emit editBegun();
    take(moveStage(m_run->schedule, stage, device), tr("Move stage %1").arg(stage));
}

/// Lets the selection go with this operation into the next run.
void TimelineView::follow(int device, std::size_t operation)
{
    const PackedOperation packed = m_run->schedule.operations()[operation];
    m_followed =
        Followed {stageAt(m_run->schedule, device, operation), packed.kind(), packed.unit()};
}

void TimelineView::selectFollowed()
{
    const std::optional<Followed> followed = std::exchange(m_followed, std::nullopt);
    if (!m_run || !followed || followed->stage >= m_run->schedule.stages())
        return;
    const Schedule& schedule = m_run->schedule;
    const int device = schedule.deviceOf(followed->stage);
    for (std::size_t i = schedule.rowBegin(device); i < schedule.rowEnd(device); ++i) {
        const PackedOperation there = schedule.operations()[i];
        // The halves of a pair that was torn apart are called otherwise.
        const bool same = there.kind() == followed->kind
            || (isForward(there.kind()) && isForward(followed->kind))
            || (makesGradient(there.kind()) && makesGradient(followed->kind));
        if (!same || there.unit() != followed->unit
            || stageAt(schedule, device, i) != followed->stage)
            continue;
        select(device, i);
        return;
    }
}

HoverText TimelineView::refusalText(const Refusal& refusal) const
{
    HoverText text {tr("cannot go here"), {}};
    for (std::size_t i = 0; i < std::min(refusal.needs.size(), kMostNeedsSaid); ++i) {
        const Need& need = refusal.needs[i];
        text.lines << tr("%1 on device %2 needs %3 on device %4")
                          .arg(operationText(m_run->schedule, need.user))
                          .arg(need.userDevice)
                          .arg(operationText(m_run->schedule, need.maker))
                          .arg(need.makerDevice);
    }
    if (refusal.needs.empty())
        text.lines << errorText(refusal.error);
    return text;
}

} // namespace pipegantt
