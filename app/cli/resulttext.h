// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/run.h"

#include <string>

namespace pipegantt {

/// What `simulate` prints for people: the measures with the formula under them, a row for each
/// device (the first and last of many), and the advice.
std::string resultText(const Run& run);

} // namespace pipegantt
