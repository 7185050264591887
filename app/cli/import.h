// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/exitcode.h"

#include <functional>

namespace CLI {
class App;
}

namespace pipegantt {

/// Adds `import`: a schedule CSV checked, described and, with -o, made a plan file. `action`
/// becomes what to do once the line has been parsed.
void addImportCommand(CLI::App& app, std::function<ExitCode()>& action);

} // namespace pipegantt
