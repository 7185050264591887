// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/plan.h"

#include <span>
#include <string_view>

namespace pipegantt {

/// A plan worth starting from, with the words that say what it shows.
struct Preset
{
    /// Stable id for files and the command line: `gpt3-175b-m32-1f1b`.
    std::string_view id;
    /// Translated under the context "Preset".
    std::string_view title;
    /// What to look at and where the numbers come from; translated under the context "Preset".
    std::string_view description;
    Plan plan;
};

/// The presets in teaching order.
std::span<const Preset> presets();

} // namespace pipegantt
