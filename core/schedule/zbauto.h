// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/schedule/catalogue.h"

namespace pipegantt {

/// Zero Bubble's automatic scheduler with the memory of 1F1B; see zbauto.cpp.
const CatalogueEntry& zb1pEntry();
/// The same with twice that memory.
const CatalogueEntry& zb2pEntry();

} // namespace pipegantt
