// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace pipegantt {

/// The bytes of the file at `path`; never reads more than `maxBytes`. The error names the file and
/// the system's reason, or the size.
Result<std::string> readFile(const std::string& path, std::size_t maxBytes);

/// Replaces the file at `path` by `bytes` at once: whatever happens, a reader finds the old content
/// or the new one. Keeps the permissions of a file that is there, writes through a symbolic link,
/// and refuses a file that may not be written. What is no regular file (`/dev/stdout`, a pipe) is
/// written directly. The error names the file and the system's reason.
Result<void> writeFileAtomically(const std::string& path, std::string_view bytes);

/// Writes all of `bytes` to the open descriptor `fd`; `name` stands for it in the error.
Result<void> writeAll(int fd, std::string_view bytes, const std::string& name);

} // namespace pipegantt
