// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/exitcode.h"

#include <functional>

namespace CLI {
class App;
}

namespace pipegantt {

/// Adds `check`: whether a device computes what the definition of a stage says.
void addCheckCommand(CLI::App& app, std::function<ExitCode()>& action);

} // namespace pipegantt
