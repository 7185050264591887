// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/plan.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace pipegantt {

/// Every choice among a few words that a plan is made of, beside the schedule itself.
enum class Choice : std::uint8_t
{
    BackwardOrder,
    RecomputeStart,
    CommModel,
};

inline constexpr std::size_t kChoiceCount = 3;

/// One row of the table of choices, which the command line, the file reader and the window read.
struct ChoiceInfo
{
    Choice choice;
    /// The key in plan files; the option on the command line is `--` and this.
    std::string_view key;
    /// A short title, translated under the context "Parameter".
    std::string_view title;
    /// What it decides, translated under the context "Parameter".
    std::string_view definition;
    /// The words of plan files and the command line; the first is the default.
    std::array<std::string_view, 2> ids;
    /// The same for the window, translated under the context "Parameter".
    std::array<std::string_view, 2> titles;
};

/// The table, in the order of the enumeration.
std::span<const ChoiceInfo, kChoiceCount> choices();

const ChoiceInfo& info(Choice choice);

/// The index in `ids` of what `plan` chooses.
int chosen(const Plan& plan, Choice choice);

/// Makes `plan` choose `info(choice).ids[index]`.
void choose(Plan& plan, Choice choice, int index);

/// The index of `id` among the words of `choice`.
std::optional<int> choiceFromId(Choice choice, std::string_view id);

} // namespace pipegantt
