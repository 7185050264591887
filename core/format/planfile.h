// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/plan/plan.h"
#include "core/plan/planview.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace pipegantt {

/// How a plan file is called: `*.pgantt`.
inline constexpr std::string_view kPlanFileSuffix = ".pgantt";

/// The `format` and `version` that a plan file states.
inline constexpr std::string_view kPlanFormat = "pipegantt-plan";
inline constexpr int kPlanVersion = 1;

/// The largest plan file that is read: a list for every stage of the largest model is a quarter of
/// a megabyte; the rest is for the order of a custom schedule, a million operations and more.
inline constexpr std::size_t kMaxPlanFileBytes = std::size_t {1} << 24;

/// What a plan file holds: the plan, and how somebody looks at it.
struct PlanFile
{
    Plan plan;
    PlanView view;
};

/// The plan that a `*.pgantt` text states, checked by `checkPlan`, and its view. Keys that the text
/// leaves out have the values of the table of limits; `format` and `version` must be there. Reads
/// untrusted text: bounded in size, depth and time, and every refusal says what is legal.
Result<PlanFile> parsePlanFile(std::string_view json);
/// The plan alone; the view must be legal all the same.
Result<Plan> parsePlan(std::string_view json);

/// The text of a plan file: JSON, keys in the order of the table of limits, the same bytes for the
/// same plan and view, and `parsePlanFile` reads back equal ones. A view without marks and saved
/// views leaves no trace.
std::string planText(const Plan& plan, const PlanView& view = {});

} // namespace pipegantt
