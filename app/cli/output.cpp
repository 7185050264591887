// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/output.h"

#include "core/base/sentence.h"
#include "core/format/file.h"

#include <unistd.h>

namespace pipegantt {

ExitCode print(std::string_view data)
{
    const Result<void> written = writeAll(STDOUT_FILENO, data, "the standard output");
    return written ? ExitCode::Ok : fail(written.error());
}

void complain(std::string_view words)
{
    // Where even the standard error is gone there is nobody left to tell.
    static_cast<void>(writeAll(
        STDERR_FILENO, "pipegantt-cli: " + std::string(words) + '\n', "the standard error"));
}

ExitCode fail(const Error& error)
{
    complain(sentence(error));
    return exitCode(category(error.code));
}

ExitCode fail(const LocatedError& located)
{
    if (located.file.empty())
        return fail(located.error);
    complain(located.file + ": " + sentence(located.error));
    return exitCode(category(located.error.code));
}

} // namespace pipegantt
