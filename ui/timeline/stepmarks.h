// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/time.h"
#include "core/run/run.h"

#include <vector>

namespace pipegantt {

/// The instants at which a micro-batch enters the pipeline, with its first pass, or leaves it, with
/// the end of its last one. Ascending, each once. O(operations).
std::vector<Duration> microbatchMarks(const Run& run);

/// Where the phases begin and end: ascending, each once, the start and the end of the iteration
/// among them.
std::vector<Duration> phaseMarks(const Run& run);

} // namespace pipegantt
