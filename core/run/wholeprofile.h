// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/run.h"
#include "core/simulate/memoryprofile.h"

#include <cstddef>
#include <vector>

namespace pipegantt {

/// `memoryProfile` of a run, in the time of its timeline: at a break of an excerpt the amount steps
/// to what the device holds after all that is left out.
void wholeMemoryProfile(
    const Run& run, int device, std::size_t maxSteps, std::vector<MemoryStep>& steps);

/// The same within [begin, end), begin < end.
void wholeMemoryProfile(const Run& run, int device, Duration begin, Duration end,
    std::size_t maxSteps, std::vector<MemoryStep>& steps);

} // namespace pipegantt
