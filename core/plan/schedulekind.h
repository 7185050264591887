// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace pipegantt {

/// The published schedules that a plan can ask for. What each is stands in the catalogue.
enum class ScheduleKind : std::uint8_t
{
    Naive,
    Inference,
    GPipe,
    OneFOneB,
};

/// The id in files and on the command line: `naive`, `inference`, `gpipe`, `1f1b`.
std::string_view scheduleId(ScheduleKind kind);

std::optional<ScheduleKind> scheduleFromId(std::string_view id);

/// The order of GPipe's backward passes: ascending as PyTorch runs them, descending as the paper's
/// figure draws them.
enum class BackwardOrder : std::uint8_t
{
    Ascending,
    Descending,
};

/// `ascending` or `descending`.
std::string_view backwardOrderId(BackwardOrder order);

std::optional<BackwardOrder> backwardOrderFromId(std::string_view id);

} // namespace pipegantt
