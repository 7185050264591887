// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/schedule/catalogue.h"

namespace pipegantt {

/// 1F1B with a warm-up twice as deep; see eageronefoneb.cpp.
const CatalogueEntry& eagerOneFOneBEntry();

} // namespace pipegantt
