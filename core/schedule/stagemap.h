// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/order/actionsheet.h"
#include "core/order/placement.h"

#include <vector>

namespace pipegantt {

/// Where the stages of a sheet are, as the rows of their operations say: the loop or the wave where
/// the map is one, two pipelines where each row r of P runs stage r of the first half of the
/// micro-batches and stage P-1-r of the second, else the map itself. Fails where a row runs
/// nothing, a stage stands on two rows, or one is left out. O(actions).
Result<Placement> placementOf(const ActionSheet& sheet);

/// The placement of a map, stage s on device `deviceOfStage[s]`: the loop or the wave where it is
/// one. Fails as `Placement::given` does.
Result<Placement> placementFrom(int devices, const std::vector<int>& deviceOfStage);

} // namespace pipegantt
