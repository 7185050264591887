// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/exitcode.h"
#include "core/base/error.h"

#include <string>
#include <string_view>

namespace pipegantt {

/// An error, and the file that it was found in where its own facts do not name it.
struct LocatedError
{
    Error error;
    std::string file;
};

/// Writes data to the standard output. A reader that went away or a full disk is an error that is
/// said and returned.
ExitCode print(std::string_view data);

/// Says `words` on the standard error, after the program's name.
void complain(std::string_view words);

/// Says the error's sentence and returns the exit code of its category.
ExitCode fail(const Error& error);
ExitCode fail(const LocatedError& located);

} // namespace pipegantt
