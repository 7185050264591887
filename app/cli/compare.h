// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/exitcode.h"

#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace pipegantt {

inline constexpr const char* kCompareCommand = "compare";

/// The arguments of one plan.
using PlanArguments = std::vector<std::string>;

/// Adds `compare`: plans side by side, or every schedule at one plan. `further` are the plans
/// behind the first, each from a `--` to the next; read when the line is parsed. `action` becomes
/// what to do once the line has been parsed.
void addCompareCommand(
    CLI::App& app, std::function<ExitCode()>& action, const std::vector<PlanArguments>& further);

} // namespace pipegantt
