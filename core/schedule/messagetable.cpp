// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/messagetable.h"

#include "core/schedule/givenfault.h"

#include <algorithm>
#include <utility>

namespace pipegantt {
namespace {

/// The kinds that the table keeps, one after the other.
constexpr int kKinds = 8;

std::optional<int> kindOf(ActionType type)
{
    switch (type) {
    case ActionType::Forward:
    case ActionType::Pair:
        return 0;
    case ActionType::InputGrad:
    case ActionType::Backward:
    case ActionType::PairedBackward:
        return 1;
    case ActionType::SendForward:
        return 2;
    case ActionType::ReceiveForward:
        return 3;
    case ActionType::SendBackward:
        return 4;
    case ActionType::ReceiveBackward:
        return 5;
    case ActionType::WaitSendForward:
        return 6;
    case ActionType::WaitSendBackward:
        return 7;
    default:
        return std::nullopt;
    }
}

Action with(Action action, ActionType type, int stageStep = 0)
{
    action.type = type;
    action.stage = static_cast<std::uint16_t>(action.stage + stageStep);
    return action;
}

} // namespace

std::optional<Action> otherEnd(const Action& action)
{
    switch (action.type) {
    case ActionType::SendForward:
        return with(action, ActionType::ReceiveForward, 1);
    case ActionType::ReceiveForward:
        return with(action, ActionType::SendForward, -1);
    case ActionType::SendBackward:
        return with(action, ActionType::ReceiveBackward, -1);
    case ActionType::ReceiveBackward:
        return with(action, ActionType::SendBackward, 1);
    default:
        return std::nullopt;
    }
}

Action waitOf(const Action& send)
{
    return with(send,
        send.type == ActionType::SendForward ? ActionType::WaitSendForward
                                             : ActionType::WaitSendBackward);
}

MessageTable::MessageTable(const ActionSheet& sheet, int stages, int microbatches)
    : m_sheet(sheet)
    , m_stages(stages)
    , m_microbatches(microbatches)
    , m_at(static_cast<std::size_t>(kKinds) * static_cast<std::size_t>(stages)
          * static_cast<std::size_t>(microbatches))
{
    for (std::size_t i = 0; i < sheet.actions().size(); ++i) {
        const std::optional<std::size_t> slot = slotOf(sheet.actions()[i]);
        if (slot && m_at[*slot] == 0)
            m_at[*slot] = static_cast<std::uint32_t>(i + 1);
    }
}

std::optional<std::size_t> MessageTable::slotOf(const Action& action) const
{
    const std::optional<int> kind = kindOf(action.type);
    if (!kind || action.stage >= m_stages || action.microbatch >= m_microbatches)
        return std::nullopt;
    const auto stages = static_cast<std::size_t>(m_stages);
    return (static_cast<std::size_t>(*kind) * stages + action.stage)
        * static_cast<std::size_t>(m_microbatches)
        + static_cast<std::size_t>(action.microbatch);
}

std::optional<std::size_t> MessageTable::find(const Action& action) const
{
    const std::optional<std::size_t> slot = slotOf(action);
    if (!slot || m_at[*slot] == 0)
        return std::nullopt;
    return m_at[*slot] - 1;
}

std::vector<Action> MessageTable::neededBefore(
    const Action& action, const Placement& placement) const
{
    const int device = placement.deviceOf(action.stage);
    switch (action.type) {
    case ActionType::Forward:
    case ActionType::Pair:
        if (placement.isFirst(action.stage) || placement.deviceOf(action.stage - 1) == device)
            return {};
        return {with(action, ActionType::ReceiveForward)};
    case ActionType::InputGrad:
    case ActionType::Backward:
    case ActionType::PairedBackward:
        if (placement.isLast(action.stage) || placement.deviceOf(action.stage + 1) == device)
            return {};
        return {with(action, ActionType::ReceiveBackward)};
    case ActionType::SendForward:
        return {with(action, ActionType::Forward)};
    case ActionType::SendBackward:
        return {with(action, ActionType::Backward)};
    case ActionType::WaitSendForward:
        return {with(action, ActionType::SendForward)};
    case ActionType::WaitSendBackward:
        return {with(action, ActionType::SendBackward)};
    default:
        return {};
    }
}

std::optional<std::size_t> MessageTable::awaited(
    std::size_t index, const Placement& placement, const std::vector<std::size_t>& cursors) const
{
    // A pair starts when both halves can.
    const std::size_t last = m_sheet.actions()[index].type == ActionType::Pair ? index + 1 : index;
    for (std::size_t at = index; at <= last; ++at) {
        for (const Action& before : neededBefore(m_sheet.actions()[at], placement)) {
            const std::optional<Action> other = otherEnd(before);
            // A pass waits for the send of what it receives, a wait for the receive of what was
            // sent; a send waits for nobody.
            if (!other)
                continue;
            const std::size_t there = *find(*other);
            const auto device = static_cast<std::size_t>(placement.deviceOf(other->stage));
            if (there >= cursors[device])
                return there;
        }
    }
    return std::nullopt;
}

Result<void> MessageTable::checkProgress(const Placement& placement) const
{
    std::vector<std::size_t> cursors;
    cursors.reserve(static_cast<std::size_t>(m_sheet.rows()));
    for (int row = 0; row < m_sheet.rows(); ++row)
        cursors.push_back(m_sheet.rowBegin(row));
    std::size_t left = m_sheet.actions().size();
    for (bool moved = true; moved && left > 0;) {
        moved = false;
        for (int row = 0; row < m_sheet.rows(); ++row) {
            std::size_t& cursor = cursors[static_cast<std::size_t>(row)];
            for (; cursor < m_sheet.rowEnd(row) && !awaited(cursor, placement, cursors);
                 ++cursor, --left)
                moved = true;
        }
    }
    if (left > 0)
        return tl::unexpected(explain(placement, cursors));
    return {};
}

Error MessageTable::explain(
    const Placement& placement, const std::vector<std::size_t>& cursors) const
{
    int row = 0;
    while (cursors[static_cast<std::size_t>(row)] == m_sheet.rowEnd(row))
        ++row;
    // Each stuck device waits for another, so following them must come back.
    std::vector<std::pair<std::size_t, std::size_t>> waits;
    const auto known = [&] {
        return std::ranges::find(waits, cursors[static_cast<std::size_t>(row)],
            &std::pair<std::size_t, std::size_t>::first);
    };
    while (known() == waits.end()) {
        const std::size_t stuck = cursors[static_cast<std::size_t>(row)];
        const std::size_t there = *awaited(stuck, placement, cursors);
        waits.emplace_back(stuck, there);
        row = placement.deviceOf(m_sheet.actions()[there].stage);
    }
    return deadlock(m_sheet, std::vector(known(), waits.end()));
}

} // namespace pipegantt
