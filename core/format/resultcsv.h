// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/run.h"

#include <string>

namespace pipegantt {

/// Every operation of a run as a table, device after device in the order that it runs:
/// `device,stage,chunk,kind,microbatch,start,end`, with a header line. All indices count from 0,
/// `kind` is the letter of the order, times are exact decimal numbers in the plan's unit.
std::string operationsCsv(const Run& run);

} // namespace pipegantt
