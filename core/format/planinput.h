// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/plan/plan.h"
#include "core/plan/planview.h"

#include <string>
#include <string_view>

namespace pipegantt {

/// How schedule CSVs are called.
inline constexpr std::string_view kSheetFileSuffix = ".csv";

/// Whether `bytes`, of a file called `name`, are a schedule CSV and not a plan file: its name says
/// so, or it begins as one.
bool isScheduleCsv(std::string_view bytes, std::string_view name);

/// The plan of a schedule CSV: the schedule custom in this order, everything else as a new plan has
/// it.
Result<Plan> parseScheduleCsv(std::string_view csv);

/// The plan that a file states, a plan file with its view or a schedule CSV, and which of them it
/// was. The error of a file that cannot be read names it; others are about its content.
struct PlanInput
{
    Plan plan;
    PlanView view;
    bool scheduleCsv = false;
};
Result<PlanInput> readPlanInput(const std::string& path);

} // namespace pipegantt
