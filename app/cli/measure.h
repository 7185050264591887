// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/exitcode.h"

#include <functional>

namespace CLI {
class App;
}

namespace pipegantt {

/// Adds `measure`: how long the passes of a model's stages take on this machine.
void addMeasureCommand(CLI::App& app, std::function<ExitCode()>& action);

} // namespace pipegantt
