// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/stagetimes.h"
#include "gpu/measure/measure.h"

#include <string>

namespace pipegantt {

/// A table of what was measured, a line for each size and part: times, spread, bytes and TFLOP/s.
std::string measureText(const StageTimes& times);

/// `micro-batch 4, layers: 35 %, 2 min left`
std::string progressText(const MeasureState& state);

} // namespace pipegantt
