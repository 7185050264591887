// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/order/actionsheet.h"
#include "core/order/placement.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace pipegantt {

/// The receive of a send, or the send of a receive; nothing for other actions. Where the pipeline
/// ends at the action's stage, the other end is of a stage that no sheet has.
std::optional<Action> otherEnd(const Action& action);

/// The wait of a send.
Action waitOf(const Action& send);

/// Where the passes, sends, receives and waits of a sheet stand, by stage and micro-batch: the
/// first of each.
class MessageTable
{
public:
    MessageTable(const ActionSheet& sheet, int stages, int microbatches);

    /// The index of `action` in the sheet's actions; an input gradient and a whole backward pass
    /// are one. Nothing for actions that are of a whole stage.
    [[nodiscard]] std::optional<std::size_t> find(const Action& action) const;

    /// What must stand before `action` in its own row: before a pass the receive of what it needs,
    /// before a send the pass that makes the message, before a wait the send.
    [[nodiscard]] std::vector<Action> neededBefore(
        const Action& action, const Placement& placement) const;

    /// Lets every device run as far as it can: a pass waits until its message has been sent, a wait
    /// until its message is being received. Fails with the circle of those that wait for ever.
    [[nodiscard]] Result<void> checkProgress(const Placement& placement) const;

private:
    [[nodiscard]] std::optional<std::size_t> slotOf(const Action& action) const;
    /// The action on another device that the one at `index` waits for, if it has not run.
    [[nodiscard]] std::optional<std::size_t> awaited(std::size_t index, const Placement& placement,
        const std::vector<std::size_t>& cursors) const;
    [[nodiscard]] Error explain(
        const Placement& placement, const std::vector<std::size_t>& cursors) const;

    const ActionSheet& m_sheet;
    int m_stages;
    int m_microbatches;
    /// For each (kind of action, stage, micro-batch) its index plus one, or 0.
    std::vector<std::uint32_t> m_at;
};

} // namespace pipegantt
