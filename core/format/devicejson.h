// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/format/jsonwriter.h"
#include "core/run/run.h"

#include <cstddef>

namespace pipegantt {

/// The most changes of memory over all devices, and of steps of the critical path, that the JSON of
/// a run lists.
inline constexpr std::size_t kMostListedSteps = 10'000;

/// Writes the member `devices`: for each, its times, its idle time by cause, what it holds, the
/// peak of that, and how it changes over time. A device whose memory changes more often than the
/// list has room for has neighbouring changes gathered into their least and greatest amount.
void writeDevices(JsonWriter& json, const Run& run);

/// Writes the member `critical_path`: its lengths, and its steps, or null where there are more than
/// the list has room for.
void writeCriticalPath(JsonWriter& json, const Run& run);

} // namespace pipegantt
