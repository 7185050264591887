// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"

namespace pipegantt {

/// What the program's exit status means. `--help` and the man page say the same.
enum class ExitCode : int
{
    Ok = 0,
    /// A file or the standard output cannot be read or written, or memory ran out.
    InputOutput = 1,
    /// The command line itself cannot be understood.
    Usage = 2,
    /// The plan is understood, but its schedule cannot run it, or it does not fit.
    Infeasible = 3,
    /// A value or the content of a file is not legal.
    Invalid = 4,
};

/// The footer of `--help`.
inline constexpr const char* kExitCodeHelp =
    "Exit status:\n"
    "  0  all went well\n"
    "  1  a file or the standard output could not be read or written, or memory ran out\n"
    "  2  the command line could not be understood\n"
    "  3  the schedule cannot run this plan, or it does not fit the memory\n"
    "  4  a value or the content of a file is not legal";

constexpr ExitCode exitCode(ErrorCategory category)
{
    switch (category) {
    case ErrorCategory::Usage:
        return ExitCode::Usage;
    case ErrorCategory::Infeasible:
        return ExitCode::Infeasible;
    case ErrorCategory::Invalid:
        return ExitCode::Invalid;
    case ErrorCategory::InputOutput:
        break;
    }
    return ExitCode::InputOutput;
}

} // namespace pipegantt
