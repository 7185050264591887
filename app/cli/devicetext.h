// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/run.h"

#include <string>

namespace pipegantt {

/// The devices of a run as a table: busy and idle time, the causes of idle time that there are, and
/// peak memory. Of many devices, those at both ends.
std::string devicesText(const Run& run);

/// The critical path: how much of it is work and how much travel, then its operations in order, an
/// arrow for each message; of many, those at both ends.
std::string criticalPathText(const Run& run);

} // namespace pipegantt
