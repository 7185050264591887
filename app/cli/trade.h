// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/exitcode.h"

#include <functional>

namespace CLI {
class App;
}

namespace pipegantt {

/// Adds `trade`: which of the measured sizes of micro-batch ends a batch soonest.
void addTradeCommand(CLI::App& app, std::function<ExitCode()>& action);

} // namespace pipegantt
