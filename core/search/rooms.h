// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/search/problem.h"

#include <vector>

namespace pipegantt {

/// Ways to share the memory of each device among its stages, as the room of each stage; the last
/// way shares nothing out. Where a device runs several stages, a search that fills its memory with
/// the first units of its first stage starves the others; giving each stage as much as its units
/// stay long (Little's law) keeps them in step. And where there is more memory than can be of use,
/// less of it makes for a smaller search and a lower peak.
std::vector<std::vector<int>> roomWays(const SearchProblem& problem);

/// The same problem with those rooms.
SearchProblem withRooms(const SearchProblem& problem, const std::vector<int>& rooms);

} // namespace pipegantt
