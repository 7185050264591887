// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/model/stagetimes.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace pipegantt {

inline constexpr std::string_view kTimesFormat = "pipegantt-stage-times";
inline constexpr int kTimesVersion = 1;
inline constexpr std::size_t kMaxTimesFileBytes = 1'000'000;

/// The JSON text of a file of stage times: times are exact, in microseconds, memory in bytes. The
/// same bytes for equal values.
std::string timesText(const StageTimes& times);

/// Reads what `timesText` writes, strictly: every key must be there and no other, the model one of
/// the presets, the stage possible, sizes in ascending order, quartiles about the median. The error
/// names where in the file it is.
Result<StageTimes> parseTimes(std::string_view json);

/// The same from a file. The error of a file that cannot be read names it.
Result<StageTimes> readTimes(const std::string& path);

} // namespace pipegantt
