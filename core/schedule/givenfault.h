// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/order/actionsheet.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace pipegantt {

/// A CellUnsuited for the action at `index` of `sheet.actions()`; `why` is a text of "Error".
Error unsuited(const ActionSheet& sheet, std::size_t index, std::string_view why);

/// A CellBeforeNeed: the action at `index` stands before the one at `needed`, in one row.
Error beforeNeed(const ActionSheet& sheet, std::size_t index, std::size_t needed);

/// A CellDuplicate: the action at `index` repeats the one at `first`.
Error duplicate(const ActionSheet& sheet, std::size_t index, std::size_t first);

/// A CellDeadlock: of each two actions in `waits` the first waits for the second, in a circle.
Error deadlock(
    const ActionSheet& sheet, std::span<const std::pair<std::size_t, std::size_t>> waits);

/// The least forward pass that `sheet`, whose stages are placed so, leaves out.
Error missingForward(const ActionSheet& sheet, const Placement& placement);

/// Why `schedule`, made of `sheet`, is no legal order, with row and column: an action twice, a
/// backward pass both whole and split, one left out, one before what it needs, or a deadlock.
/// Nothing where no fault is found.
std::optional<Error> givenFault(const ActionSheet& sheet, const Schedule& schedule);

} // namespace pipegantt
