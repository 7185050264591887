// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/schedule/catalogue.h"

namespace pipegantt {

/// Half the memory of 1F1B; see controllable.cpp.
const CatalogueEntry& vHalfEntry();
/// A third of the memory of 1F1B; see controllable.cpp.
const CatalogueEntry& vMinEntry();

} // namespace pipegantt
