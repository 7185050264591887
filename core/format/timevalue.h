// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/time.h"

#include <string>

namespace pipegantt {

/// A time as the value of a member in a plan file: `1` or `"250us"`.
std::string timeValue(Duration time, TimeUnit unit);

} // namespace pipegantt
