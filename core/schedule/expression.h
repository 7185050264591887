// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/ratio.h"
#include "core/plan/plan.h"

#include <optional>
#include <string_view>

namespace pipegantt {

/// A letter with a meaning of its own.
struct NamedValue
{
    char name = '\0';
    Ratio value;
};

/// The value of an arithmetic expression at `plan`, exact: P, M, V, N, S and R stand for the plan's
/// numbers, F, B, I, W, F&B for the times of its first stage in picoseconds; min, max, ⌊ ⌋, ⌈ ⌉ and
/// | | mean what they do in the papers, and what stands side by side is multiplied. Nothing where
/// the text says more than that, or leaves the range of integers. O(text).
std::optional<Ratio> expressionValue(
    std::string_view text, const Plan& plan, NamedValue named = {});

} // namespace pipegantt
