// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/run.h"

#include <string>

namespace pipegantt {

/// Everything that is measured of a run, as the JSON document of `simulate --json`. Times are exact
/// decimal numbers in the plan's unit, memory is in bytes, ratios are doubles.
std::string resultJson(const Run& run);

/// The catalogue of schedules, as the JSON document of `schedules --json`.
std::string catalogueJson();

} // namespace pipegantt
