// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/chartrows.h"

#include <algorithm>
#include <utility>

namespace pipegantt {

namespace {

constexpr double kKeyZoom = 1.5;

bool isBar(const Schedule& schedule, std::size_t index)
{
    return schedule.operations()[index].kind() != OperationKind::PairedBackward;
}

} // namespace

void ChartRows::setRun(std::shared_ptr<const Run> run)
{
    m_run = std::move(run);
    m_arranged = {};
    if (m_run)
        m_order.setPlacement(m_run->schedule.placement());
}

void ChartRows::setAtHand(std::optional<int> row)
{
    m_atHand = row && *row < m_order.size() ? std::optional(m_order.at(*row)) : std::nullopt;
}

std::optional<int> ChartRows::atHand() const
{
    const int row = m_atHand ? m_order.find(m_atHand->device, m_atHand->chunk) : -1;
    return row < 0 ? std::nullopt : std::optional(row);
}

const ArrangedRun& ChartRows::arrangement() const
{
    if (!m_arranged.run)
        m_arranged = arranged(m_run, m_order);
    return m_arranged;
}

std::int64_t ChartRows::microbatchAt(int row, std::size_t index) const
{
    const ArrangedRun& shown = arrangement();
    const Schedule& schedule = m_run->schedule;
    std::size_t source = shown.sourceOf(index);
    // The backward half of a pair whose halves are in two rows.
    if (schedule.operations()[source].kind() == OperationKind::Pair
        && shown.run->schedule.operations()[index].kind() == OperationKind::Backward)
        ++source;
    return trueMicrobatch(m_run->part(), schedule, m_order.at(row).device, source);
}

void ChartRows::rearrange()
{
    m_arranged = {};
    emit changed();
}

HoverTarget ChartRows::targetAt(
    const TimeScale& scale, Rows::Range rows, double px, double leastPx) const
{
    if (m_order.isPlain())
        return pipegantt::targetAt(*m_run, scale, rows, px, leastPx);
    const ChartRow& shown = m_order.at(rows.first);
    if (shown.chunk == ChartRow::kWholeDevice && rows.last - rows.first == 1)
        return pipegantt::targetAt(*m_run, scale, shown.device, px, leastPx);
    const ArrangedRun& arrangement = this->arrangement();
    HoverTarget target = pipegantt::targetAt(*arrangement.run, scale, rows, px, leastPx);
    if (target.kind == HoverTarget::Kind::Nothing)
        return target;
    target.device = shown.device;
    target.chunk = shown.chunk;
    if (target.operation)
        target.operation = arrangement.sourceOf(*target.operation);
    return target;
}

HoverTarget ChartRows::targetOf(int device, std::size_t operation) const
{
    HoverTarget target = pipegantt::targetOf(*m_run, device, operation);
    if (showsStages())
        target.chunk = m_run->schedule.operations()[operation].chunk();
    return target;
}

HoverTarget ChartRows::targetIn(const HoverTarget& row, std::size_t operation) const
{
    HoverTarget target = pipegantt::targetOf(*m_run, row.device, operation);
    target.chunk = row.chunk;
    return target;
}

std::optional<std::size_t> ChartRows::besideInRow(const HoverTarget& target, int step) const
{
    const Schedule& schedule = m_run->schedule;
    std::size_t beside = *target.operation;
    do {
        if (beside
            == (step > 0 ? schedule.rowEnd(target.device) - 1 : schedule.rowBegin(target.device)))
            return std::nullopt;
        beside = step > 0 ? beside + 1 : beside - 1;
    } while (!isBar(schedule, beside) || !isShownBy(target.chunk, schedule, beside));
    return beside;
}

std::optional<HoverTarget> ChartRows::besideRow(const HoverTarget& target, int step) const
{
    const int row = m_order.find(target.device, target.chunk);
    const int beside = row + step;
    if (row < 0 || beside < 0 || beside >= m_order.size())
        return std::nullopt;
    const Run& picture = this->picture();
    const Duration middle = target.begin + (target.end - target.begin) / 2;
    const Moment moment = momentAt(picture.schedule, picture.timeline, beside,
        std::min(middle, m_run->timeline.makespan - Duration(1)));
    std::size_t operation = moment.operation.value_or(picture.schedule.rowEnd(beside) - 1);
    while (!isBar(picture.schedule, operation))
        --operation;
    const ChartRow& shown = m_order.at(beside);
    HoverTarget found =
        pipegantt::targetOf(*m_run, shown.device, arrangement().sourceOf(operation));
    found.chunk = shown.chunk;
    return found;
}

void ChartRows::reveal(const HoverTarget& target)
{
    if (m_order.find(target.device, target.chunk) >= 0)
        return;
    m_order.reveal(target.device, std::max(target.chunk, 0));
    rearrange();
}

void ChartRows::move(int row, int place)
{
    m_order.move(row, place);
    rearrange();
}

void ChartRows::zoomAt(int row, double factor)
{
    m_order.zoom(row, factor);
    rearrange();
}

void ChartRows::scroll(int rows)
{
    m_order.scroll(rows);
    rearrange();
}

void ChartRows::setBy(RowsBy by)
{
    if (by == m_order.by())
        return;
    m_order.setBy(by);
    m_atHand.reset();
    rearrange();
}

void ChartRows::nextKind()
{
    switch (m_order.by()) {
    case RowsBy::Device:
        setBy(RowsBy::Chunk);
        break;
    case RowsBy::Chunk:
        setBy(RowsBy::Stage);
        break;
    case RowsBy::Stage:
        setBy(RowsBy::Device);
        break;
    }
}

void ChartRows::hide()
{
    const std::optional<int> row = atHand();
    if (!row)
        return;
    m_order.hide(*row);
    m_atHand.reset();
    rearrange();
}

void ChartRows::pin()
{
    const std::optional<int> row = atHand();
    if (!row)
        return;
    m_order.togglePin(*row);
    rearrange();
}

void ChartRows::moveAtHand(int step)
{
    if (const std::optional<int> row = atHand())
        move(*row, *row + step);
}

void ChartRows::moveUp()
{
    moveAtHand(-1);
}

void ChartRows::moveDown()
{
    moveAtHand(1);
}

void ChartRows::showAll()
{
    m_order.showAll();
    rearrange();
}

void ChartRows::zoomIn()
{
    zoomAt(atHand().value_or(m_order.size() / 2), kKeyZoom);
}

void ChartRows::zoomOut()
{
    zoomAt(atHand().value_or(m_order.size() / 2), 1 / kKeyZoom);
}

void ChartRows::scrollUp()
{
    scroll(-std::max(1, m_order.size() / 2));
}

void ChartRows::scrollDown()
{
    scroll(std::max(1, m_order.size() / 2));
}

} // namespace pipegantt
