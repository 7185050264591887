// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/order/actionsheet.h"

#include <tl/expected.hpp>

#include <string_view>

namespace pipegantt {

/// Why a cell is no action, and what is legal: a text of the context "Error".
struct CellFault
{
    ErrorCode code = ErrorCode::CellSyntax;
    std::string_view legal;
};

/// Reads one cell of a schedule CSV, without the space around it, and appends what it says to
/// `sheet`: PyTorch's grammar, anchored at both ends, numbers in one spelling alone, and ours for
/// recomputation (R), optimizer steps (O) and slices (`1F2.0`). A fault appends nothing.
tl::expected<void, CellFault> readCell(std::string_view cell, ActionSheet& sheet);

} // namespace pipegantt
